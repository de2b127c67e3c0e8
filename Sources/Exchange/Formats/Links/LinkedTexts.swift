public import Bitext

/// Two texts cut into segments, and which segments face each other: what a file of links and the texts
/// beside it say together.
public struct LinkedTexts: Sendable {
  /// A text: its segments in order.
  public struct Text: Sendable {
    /// The segments with their paragraphs, counted from 1.
    public var segments: [Unit.Segments.Segment]
    /// Its language, where the file states it.
    public var language: Language?
  }

  /// The text translated from.
  public var source: Text
  /// The text translated into.
  public var target: Text
  /// The links, in the order of the file: they may cross, repeat a segment or leave some out.
  public var beads: [Bead]

  /// Each bead as a unit.
  /// - Parameter count: of beads before them in the file.
  func units(
    _ options: ReadingOptions, after count: Int = 0, _ body: (Unit) throws -> Void
  ) rethrows {
    for (index, bead) in beads.enumerated() {
      let segments = Unit.Segments(
        source: bead.source.map { source.segments[$0] },
        target: bead.target.map { target.segments[$0] })
      var unit = options.unit(
        count + index + 1, "", "", from: source.language, into: target.language, status: .unreviewed
      )
      unit.source = segments.source.joined(in: unit.sourceLanguage)
      unit.target = segments.target.joined(in: unit.targetLanguage)
      if unit.source.isEmpty, unit.target.isEmpty { continue }
      unit.shape = bead.shape.description
      unit.paragraph = segments.source.first?.paragraph
      unit.confidence = bead.confidence
      unit.segments = segments
      try body(unit)
    }
  }

  /// The first bead that holds a segment which is not there.
  func check(_ links: SourceFile, _ texts: [String]) throws(ExchangeError) {
    for bead in beads {
      for (side, indices) in [bead.source, bead.target].enumerated() {
        let count = side == 0 ? source.segments.count : target.segments.count
        if let index = indices.first(where: { !(0..<count).contains($0) }) {
          throw .noSuchSegment(links.path, texts[side], index, count)
        }
      }
    }
  }
}

extension [Unit.Segments.Segment] {
  /// The segments as one text, as the language joins sentences.
  func joined(in language: Language) -> String {
    map(\.text).joined(separator: language.isUnspaced ? "" : " ")
  }
}

extension Unit {
  /// Its segments on one side: those it was joined from, else its text, a paragraph of its own.
  func parts(_ side: Side, after paragraph: Int) -> [Segments.Segment] {
    if let segments { return side == .source ? segments.source : segments.target }
    let text = side == .source ? source : target
    return text.isBlank ? [] : [Segments.Segment(text, paragraph: paragraph + 1)]
  }
}

/// The segments of a whole text as they are written, counted.
struct SegmentCounter {
  /// Segments so far.
  private(set) var count = 0
  /// Paragraphs so far, and the segments of the last.
  private(set) var paragraphs = 0
  private(set) var inParagraph = 0
  private var last: Int?

  /// Counts a segment; true when it begins a paragraph.
  mutating func add(_ segment: Unit.Segments.Segment) -> Bool {
    defer { last = segment.paragraph }
    count += 1
    inParagraph += 1
    guard segment.paragraph != last else { return false }
    paragraphs += 1
    inParagraph = 1
    return true
  }

  /// A paragraph that no segment stands in yet, for a text that states none.
  var fresh: Int { last ?? 0 }
}
