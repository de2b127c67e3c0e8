public import Bitext
internal import Segmentation

/// A text as it is cut: paragraphs, their segments, and where these could be cut too.
public struct SegmentReport: Codable, Sendable {
  /// A paragraph and its segments.
  public struct Paragraph: Codable, Sendable {
    /// What it is in its document.
    public var kind: Bitext.Paragraph.Kind
    /// When it is shown, in milliseconds from the beginning, if the file says so.
    public var time: [Int]?
    /// Its segments, in order.
    public var segments: [Segment]
  }

  /// A segment.
  public struct Segment: Codable, Sendable {
    /// Its number in the text, counted from 1.
    public var number: Int
    /// Where it begins and ends in the extracted text, in UTF-8 bytes.
    public var bytes: [Int]
    /// Its words.
    public var text: String
    /// Whether it is a sentence (or another unit) or a speaker label.
    public var kind: Bitext.Segment.Kind
    /// Who is speaking, when the text says so.
    public var speaker: String?
    /// Where it could be cut too.
    public var soft: [Boundary]

    /// Its words between soft boundaries, each part with the reason why it may begin there.
    public var parts: [(reason: String?, text: String)] {
      let starts = [bytes[0]] + soft.map(\.byte) + [bytes[1]]
      return zip(starts, starts.dropFirst()).enumerated().map { index, range in
        let part = text.slice(range.0 - bytes[0]..<range.1 - bytes[0])
        return (index == 0 ? nil : soft[index - 1].reason, part)
      }
    }
  }

  /// A soft boundary.
  public struct Boundary: Codable, Sendable {
    /// Where the part after it begins in the extracted text, in UTF-8 bytes.
    public var byte: Int
    /// Why it is one: `semicolon`, `enumeration`.
    public var reason: String
  }

  /// The file's name; of several joined by ` + `.
  public var file: String
  /// The language of the text.
  public var language: Language
  /// The encoding it was read in.
  public var encoding: String
  /// What became one segment.
  public var unit: SegmentUnit
  /// What is to be told of the reading.
  public var notices: [String]
  /// The paragraphs, in order.
  public var paragraphs: [Paragraph]
}
