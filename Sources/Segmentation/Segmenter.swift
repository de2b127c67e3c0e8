public import Bitext

/// What cuts a stretch of text into sentences: the language's rules, or the user's.
protocol SentenceCutter {
  /// The places of the sentences in `range`, in order, without surrounding white space.
  func sentences(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) throws(SegmentationError) -> [Range<Int>]
}

/// Cuts a document into segments: a speaker label is a segment of its own, everything else goes
/// sentence by sentence, by the rules of its language, or by another unit.
public final class Segmenter {
  private let unit: SegmentUnit
  private let cutter: any SentenceCutter
  private let softFinder: SoftFinder

  /// A segmenter for a language; one without rules of its own gets the default ones. Opening it
  /// reads ICU's tables: keep it for all documents of a language. For one thread at a time.
  public init(_ language: Language, unit: SegmentUnit = .sentence) {
    let finder = SentenceFinder(rules: .rules(for: language))
    (self.unit, cutter) = (unit, finder)
    softFinder = SoftFinder(finder)
  }

  /// A segmenter that ends sentences by the user's rules.
  /// - Throws: `SegmentationError` when they have none for the language, or one that is malformed.
  public init(
    _ language: Language, unit: SegmentUnit = .sentence, rules: SRXRules
  ) throws(SegmentationError) {
    self.unit = unit
    cutter = try SRXCutter(rules, language)
    softFinder = SoftFinder(SentenceFinder(rules: .rules(for: language)))
  }

  /// The document with its segments. What lies between segments is white space, so segments and
  /// gaps give the text back byte for byte. O(n) in the text.
  /// - Throws: `SegmentationError.endless`, by rules of the user's only.
  public func segment(_ document: Document) throws(SegmentationError) -> SegmentedDocument {
    var result = SegmentedDocument(document: document, segments: [])
    var speaker: String?
    var text = document.text
    try text.withBytes { buffer throws(SegmentationError) in
      for (index, paragraph) in document.paragraphs.enumerated() {
        var start = paragraph.range.lowerBound
        if let label = paragraph.label {
          speaker = Self.name(document.text.slice(label))
          result.segments.append(
            Segment(range: label, paragraph: index, kind: .label, speaker: speaker))
          start = label.upperBound
        }
        for range in try pieces(of: start..<paragraph.range.upperBound, in: buffer) {
          result.segments.append(Segment(range: range, paragraph: index, speaker: speaker))
        }
      }
    }
    return result
  }

  /// The soft boundaries inside the segments, in order; labels have none. They are our own also where
  /// the user's rules end the sentences. O(n) in the text.
  public func softBoundaries(of segmented: SegmentedDocument) -> [SoftBoundary] {
    var text = segmented.document.text
    var rest = segmented.segments[...]
    var result: [SoftBoundary] = []
    text.withUTF8 { buffer in
      while let first = rest.first {
        let together = rest.prefix { $0.paragraph == first.paragraph && $0.kind == first.kind }
        rest = rest.dropFirst(together.count)
        guard first.kind != .label else { continue }
        let places = together.map(\.range)
        let whole = first.range.lowerBound..<places[places.count - 1].upperBound
        result += softFinder.boundaries(in: buffer, whole).inside(places).joined()
      }
    }
    return result
  }

  private func pieces(
    of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) throws(SegmentationError) -> [Range<Int>] {
    switch unit {
    case .sentence: return try cutter.sentences(in: text, range)
    case .clause:
      let sentences = try cutter.sentences(in: text, range)
      return zip(sentences, softFinder.boundaries(in: text, range).inside(sentences))
        .flatMap { sentence, soft in sentence.cut(at: soft.map(\.offset), in: text) }
    case .paragraph: return range.cut(at: [], in: text)
    case .line:
      let ends = range.filter { text[$0] == 0x0A || text[$0] == 0x0D }
      return range.cut(at: ends, in: text)
    }
  }

  /// The label without its colon and the space before it.
  private static func name(_ label: String) -> String {
    var name = label[...]
    while let last = name.last, last == ":" || last == "：" || last.isWhitespace {
      name.removeLast()
    }
    return String(name)
  }
}

extension String {
  /// `withUTF8` for a body that throws errors of one type.
  fileprivate mutating func withBytes(
    _ body: (UnsafeBufferPointer<UInt8>) throws(SegmentationError) -> Void
  ) throws(SegmentationError) {
    let result: Result<Void, SegmentationError> = withUTF8 { buffer in
      do throws(SegmentationError) { return .success(try body(buffer)) } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}

extension [SoftBoundary] {
  /// For each of these places, in order, the boundaries inside it.
  public func inside(_ places: [Range<Int>]) -> [[SoftBoundary]] {
    var rest = self[...]
    return places.map { place in
      rest = rest.drop { $0.offset <= place.lowerBound }
      let found = rest.prefix { $0.offset < place.upperBound }
      rest = rest.dropFirst(found.count)
      return Array(found)
    }
  }
}

extension Range<Int> {
  /// The parts between these places, without surrounding white space; none that is nothing else.
  fileprivate func cut(at places: [Int], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let bytes = ParagraphBytes(UnsafeBufferPointer(rebasing: text[..<upperBound]))
    var parts: [Range<Int>] = []
    var start = bytes.skippingSpaces(from: lowerBound)
    for place in places + [upperBound] where place > start {
      let end = bytes.trimmingSpaces(to: place)
      guard end > start else { continue }
      parts.append(start..<end)
      start = bytes.skippingSpaces(from: place)
    }
    return parts
  }
}
