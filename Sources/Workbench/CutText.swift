public import Bitext
internal import Segmentation

/// A text that was read and cut, and is looked at paragraph by paragraph: a text of hundreds of
/// megabytes is held once, and no segment of it twice.
public struct CutText: Sendable {
  /// The text and its segments.
  public let text: SegmentedDocument
  private let unit: SegmentUnit
  private let soft: [SoftBoundary]

  /// Reads files as one text and cuts it. O(n) in the files' bytes.
  /// - Parameters:
  ///   - language: `nil` to have it told by the text; `und` where it does not tell.
  ///   - rules: a file of rules of the user's own, in the format SRX 2.0.
  /// - Throws: `DocumentError`, `SegmentationError`.
  public init(
    reading paths: [String], language: Language? = nil, encoding: String? = nil,
    unit: SegmentUnit = .sentence, rules: String? = nil
  ) throws {
    let reader = try TextReader(encoding: encoding, unit: unit, rules: rules)
    text = try reader.cut(try reader.read(paths, language))
    soft = try reader.softBoundaries(of: text)
    self.unit = unit
  }

  /// How many soft boundaries its segments have.
  public var softCount: Int { soft.count }

  /// Gives every paragraph to `body`, in order.
  public func eachParagraph(
    _ body: (SegmentReport.Paragraph) throws -> Void
  ) rethrows {
    var first = 0
    var rest = soft[...]
    for (number, paragraph) in text.document.paragraphs.enumerated() {
      let segments = text.segments[first...].prefix { $0.paragraph == number }
      first += segments.count
      let here = rest.prefix { $0.offset < paragraph.range.upperBound }
      rest = rest.dropFirst(here.count)
      let boundaries = Array(here).inside(segments.map(\.range))
      try body(
        SegmentReport.Paragraph(
          kind: paragraph.kind, time: paragraph.time.map { [$0.lowerBound, $0.upperBound] },
          segments: zip(segments.indices, boundaries).map(segment)))
    }
  }

  private func segment(_ index: Int, _ soft: [SoftBoundary]) -> SegmentReport.Segment {
    let segment = text.segments[index]
    return SegmentReport.Segment(
      number: index + 1, bytes: [segment.range.lowerBound, segment.range.upperBound],
      text: text.text(index), kind: segment.kind, speaker: segment.speaker,
      soft: soft.map { SegmentReport.Boundary(byte: $0.offset, reason: $0.reason.rawValue) })
  }

  /// All of it.
  public var report: SegmentReport {
    var paragraphs: [SegmentReport.Paragraph] = []
    eachParagraph { paragraphs.append($0) }
    let document = text.document
    return SegmentReport(
      file: document.origin.fileName, language: document.language,
      encoding: document.origin.encoding, unit: unit, notices: document.notices,
      paragraphs: paragraphs)
  }
}

extension SegmentReport.Segment {
  /// The words on one line: line ends inside become a space, or nothing in a language without spaces.
  public func line(in language: Language) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.split(whereSeparator: \.isNewline).map(\.trimmingWhiteSpace)
      .joined(separator: language.isUnspaced ? "" : " ")
  }
}

extension Substring {
  fileprivate var trimmingWhiteSpace: Substring {
    var text = drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
