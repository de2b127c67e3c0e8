/// Which of the two texts: the one translated from, or the one translated into.
public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
  /// The text translated from.
  case source
  /// The text translated into.
  case target

  /// The other side.
  public var other: Side { self == .source ? .target : .source }
}

/// Where a document came from, so that anyone can check that it is the same file.
public struct Origin: Hashable, Sendable, Codable {
  /// The file's name without its folders, or `-` for standard input; several joined by ` + `.
  public var fileName: String
  /// SHA-256 of the file's bytes as they arrived, 64 lower-case hexadecimal digits; of several
  /// files, of their digests one after the other.
  public var sha256: String
  /// The encoding the bytes were read as: `UTF-8`, `UTF-16LE`, `GB18030`.
  public var encoding: String

  /// States an origin.
  public init(fileName: String, sha256: String, encoding: String) {
    self.fileName = fileName
    self.sha256 = sha256
    self.encoding = encoding
  }
}

/// A run of text that its file sets apart: between blank lines, in a `<p>`, a cell or a cue (or one
/// segment a line, when the file is already segmented).
public struct Paragraph: Hashable, Sendable, Codable {
  /// What the paragraph is in its document. Evidence for whoever pairs or exports it.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Running text.
    case text
    /// A title or the heading of a part.
    case heading
    /// An entry of a list.
    case listItem = "list-item"
    /// A cell of a table.
    case cell
    /// What stands under a picture or a table.
    case caption
    /// A footnote or an endnote.
    case note
    /// Who wrote, edited or published it.
    case byline
    /// A date or a time that stands alone.
    case timeStamp = "time-stamp"
    /// A page number or another part of the page, not of the text.
    case furniture
    /// What is shown while somebody speaks, with its time.
    case subtitle

    /// Whether the paragraph is about the text or the page and not to be translated.
    public var isNonText: Bool { self == .byline || self == .furniture }
  }

  /// Its place in the document's text, in UTF-8 bytes, without surrounding white space.
  public var range: Range<Int>
  /// The place of a speaker label at its start, colon included: `曹淑敏：`, `Cao Shumin:`.
  public var label: Range<Int>?
  /// What it is in its document.
  public var kind: Kind
  /// When it is shown, in milliseconds from the beginning, if the file says so.
  public var time: Range<Int>?

  /// A paragraph at `range`, which begins with `label` if it has one.
  public init(
    range: Range<Int>, label: Range<Int>? = nil, kind: Kind = .text, time: Range<Int>? = nil
  ) {
    self.range = range
    self.label = label
    self.kind = kind
    self.time = time
  }
}

/// A text as extracted from its file: never altered, addressed in UTF-8 bytes.
public struct Document: Hashable, Sendable, Codable {
  /// The file it came from.
  public var origin: Origin
  /// The language it is written in.
  public var language: Language
  /// The extracted text.
  public var text: String
  /// Its paragraphs, in order, not overlapping; what lies between them is white space.
  public var paragraphs: [Paragraph]
  /// What its reader has to tell of it: the encoding it was read in, what was left out. Not stored.
  public var notices: [String]

  /// A document of the given paragraphs.
  public init(
    origin: Origin, language: Language, text: String, paragraphs: [Paragraph],
    notices: [String] = []
  ) {
    self.origin = origin
    self.language = language
    self.text = text
    self.paragraphs = paragraphs
    self.notices = notices
  }
}

extension String {
  /// The text at a range of UTF-8 bytes. Bytes that cut a character are repaired with U+FFFD.
  /// O(length of the range) for a native string.
  public func slice(_ range: Range<Int>) -> String {
    let bytes = utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
