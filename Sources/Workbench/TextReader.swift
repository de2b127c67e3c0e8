internal import Bitext
internal import Documents
internal import Segmentation

/// How texts become segments: files in, segmented documents out.
struct TextReader: Sendable {
  private let encoding: String?
  private let unit: SegmentUnit
  private let rules: SRXRules?

  /// - Parameter rules: a file of rules of the user's own, in the format SRX 2.0.
  /// - Throws: `DocumentError` and `SegmentationError` when the rules cannot be read.
  init(encoding: String?, unit: SegmentUnit, rules: String?) throws {
    (self.encoding, self.unit) = (encoding, unit)
    self.rules = try rules.map { try SRXRules(FileBytes.read($0), from: $0) }
  }

  /// Whether the lines of the files are the segments.
  var isSegmented: Bool { unit == .line }

  /// Reads one text. It has its segments already when lines are the unit; else it is to be cut, once
  /// its language is known.
  func read(_ paths: [String], _ language: Language?) throws(DocumentError) -> SegmentedDocument {
    if isSegmented {
      return try DocumentReader.readSegmented(paths, language: language, encoding: encoding)
    }
    let document = try DocumentReader.read(paths, language: language, encoding: encoding)
    return SegmentedDocument(document: document, segments: [])
  }

  /// A text that was read, checked to be in its language and cut into segments.
  func segmented(
    _ text: SegmentedDocument, _ language: Language
  ) throws -> SegmentedDocument {
    var text = text
    text.document = text.document.told(language)
    try text.document.check(looksLike: language)
    return try cut(text)
  }

  /// The text with its segments.
  /// - Throws: when the user's rules have none for its language, or do not come to an end.
  func cut(_ text: SegmentedDocument) throws(SegmentationError) -> SegmentedDocument {
    isSegmented ? text : try segmenter(text.document.language).segment(text.document)
  }

  /// The soft boundaries inside the segments of a text, in order.
  func softBoundaries(
    of text: SegmentedDocument
  ) throws(SegmentationError) -> [SoftBoundary] {
    try segmenter(text.document.language).softBoundaries(of: text)
  }

  private func segmenter(_ language: Language) throws(SegmentationError) -> Segmenter {
    guard let rules else { return Segmenter(language, unit: unit) }
    return try Segmenter(language, unit: unit, rules: rules)
  }
}
