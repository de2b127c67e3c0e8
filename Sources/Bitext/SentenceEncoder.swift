/// Makes vectors of texts, such that texts which mean the same have vectors that point the same
/// way, in whatever language they are. The aligner takes them as evidence.
public protocol SentenceEncoder: Sendable {
  /// Names the encoder and its version: the same id and text give the same vector, so vectors may
  /// be kept under it.
  var id: String { get }
  /// How many numbers a vector has.
  var dimension: Int { get }

  /// A vector of length 1 for each text, one after the other: `texts.count × dimension` numbers.
  /// A vector depends on its text alone.
  /// - Throws: a `Fault`.
  func encode(_ texts: [String]) throws -> [Float]

  /// The same for runs of consecutive segments, each run as one text with the joiner between its
  /// segments: a space or nothing.
  /// - Parameters:
  ///   - spans: ranges of segments, none of them empty.
  ///   - segments: the segments of a document, in order.
  func encode(spans: [Range<Int>], of segments: [String], joiner: String) throws -> [Float]
}

extension SentenceEncoder {
  /// Encodes every span's joined text on its own.
  public func encode(
    spans: [Range<Int>], of segments: [String], joiner: String
  ) throws -> [Float] {
    try encode(spans.map { segments[$0].joined(separator: joiner) })
  }
}
