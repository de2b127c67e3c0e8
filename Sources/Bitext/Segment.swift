/// A sentence, or another unit that is aligned as one, by its place in the document's text.
public struct Segment: Hashable, Sendable, Codable {
  /// What the segment is in its text.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Running text.
    case sentence
    /// A speaker label standing before what the speaker says.
    case label
  }

  /// Its place in the document's text, in UTF-8 bytes, without surrounding white space; not empty.
  public var range: Range<Int>
  /// The index of its paragraph in the document.
  public var paragraph: Int
  /// What it is in its text.
  public var kind: Kind
  /// Who is speaking, without the colon, when the text says so.
  public var speaker: String?

  /// A segment at `range` of paragraph number `paragraph`.
  public init(range: Range<Int>, paragraph: Int, kind: Kind = .sentence, speaker: String? = nil) {
    self.range = range
    self.paragraph = paragraph
    self.kind = kind
    self.speaker = speaker
  }
}

/// A document cut into segments: the one input of alignment and review.
public struct SegmentedDocument: Hashable, Sendable, Codable {
  /// The text the segments point into.
  public var document: Document
  /// The segments in order, not overlapping; what lies between them is white space.
  public var segments: [Segment]

  /// A document with its segments.
  public init(document: Document, segments: [Segment]) {
    self.document = document
    self.segments = segments
  }

  /// The words of segment `index`.
  public func text(_ index: Int) -> String { document.text.slice(segments[index].range) }

  /// Every segment's words, in order.
  public var texts: [String] { segments.map { document.text.slice($0.range) } }

  /// The segments whose start lies in `bytes`. O(log n).
  public func indices(startingIn bytes: Range<Int>) -> Range<Int> {
    func first(notBefore offset: Int) -> Int {
      var low = 0
      var high = segments.count
      while low < high {
        let middle = (low + high) / 2
        if segments[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(notBefore: bytes.lowerBound)..<first(notBefore: bytes.upperBound)
  }

  /// The segments that start in `bytes`, joined as the language joins sentences: without a space
  /// in Chinese and Japanese, with one elsewhere.
  public func joined(_ bytes: Range<Int>) -> String {
    indices(startingIn: bytes).map(text)
      .joined(separator: document.language.isUnspaced ? "" : " ")
  }
}
