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

  /// Reads files as one text and cuts it.
  /// - Parameters:
  ///   - language: `nil` to have it told by the text; `und` where it does not tell.
  ///   - rules: a file of rules of the user's own, in the format SRX 2.0.
  /// - Throws: `DocumentError`, `SegmentationError`.
  public init(
    reading paths: [String], language: Language? = nil, encoding: String? = nil,
    unit: SegmentUnit = .sentence, rules: String? = nil
  ) throws {
    let reader = try TextReader(encoding: encoding, unit: unit, rules: rules)
    let text = try reader.cut(try reader.read(paths, language))
    self.init(text, try reader.softBoundaries(of: text), unit)
  }

  init(_ text: SegmentedDocument, _ soft: [[SoftBoundary]], _ unit: SegmentUnit) {
    file = text.document.origin.fileName
    language = text.document.language
    encoding = text.document.origin.encoding
    self.unit = unit
    notices = text.document.notices
    paragraphs = text.document.paragraphs.map { paragraph in
      Paragraph(
        kind: paragraph.kind,
        time: paragraph.time.map { [$0.lowerBound, $0.upperBound] }, segments: [])
    }
    for (index, segment) in text.segments.enumerated() {
      paragraphs[segment.paragraph].segments.append(
        Segment(
          number: index + 1, bytes: [segment.range.lowerBound, segment.range.upperBound],
          text: text.text(index), kind: segment.kind, speaker: segment.speaker,
          soft: soft[index].map { Boundary(byte: $0.offset, reason: $0.reason.rawValue) }))
    }
  }

  /// The text a segment a line, an empty line between paragraphs: what `--segmented` reads. Line ends
  /// inside a segment become a space, or nothing in a language without spaces.
  public var lines: String {
    let space = language.isUnspaced ? "" : " "
    return paragraphs.map { paragraph in
      paragraph.segments.map { segment in
        segment.text.split(whereSeparator: \.isNewline)
          .map { $0.trimmingWhiteSpace }.joined(separator: space)
      }.joined(separator: "\n")
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Substring {
  fileprivate var trimmingWhiteSpace: Substring {
    var text = drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
