internal import Bitext

/// One kind of file that texts come in. A format is told by what the file holds; its name only
/// helps where the content leaves it open.
///
/// To add a format, write a file like those beside this one and list it in `Formats`.
protocol TextFormat {
  /// Whether the file is of this kind.
  /// - Parameter zip: the file as a zip file, if it is one.
  static func recognises(_ file: SourceFile, _ zip: ZipArchive?) -> Bool
  /// The text of a file of this kind, with the paragraphs that the file itself sets apart.
  static func read(_ file: SourceFile) throws(DocumentError) -> Extract
}

/// The formats there are.
enum Formats {
  /// Formats that are no lines of text.
  private static var packed: [any TextFormat.Type] {
    [Word.self, OpenDocument.self, EPUB.self, PDF.self]
  }

  /// Formats that are lines of text with marks, the surer marks first. What none knows is plain text.
  private static var marked: [any TextFormat.Type] { [Subtitles.self, HTML.self, Markdown.self] }

  /// The format of a file.
  /// - Parameter isSegmented: whether its lines are segments, whatever marks they hold.
  static func format(
    of file: SourceFile, isSegmented: Bool = false
  ) throws(DocumentError) -> any TextFormat.Type {
    let formats = isSegmented ? packed : packed + marked
    let zip = file.isZip ? try ZipArchive(file) : nil
    if let format = formats.first(where: { $0.recognises(file, zip) }) { return format }
    if let kind = FileSignature.kind(of: file) {
      throw .notText(file.name, what: kind.what, remedy: kind.remedy)
    }
    return PlainText.self
  }
}

/// What a format makes of a file.
struct Extract {
  /// The text, which is never altered afterwards.
  var text: String
  /// Its paragraphs, in order, not overlapping; what lies between them is white space.
  var paragraphs: [Paragraph]
  /// The encoding of the file's text, by name.
  var encoding = "UTF-8"
  /// What is no part of the text.
  var leftOut = LeftOut()
  /// What else is to be told of the reading.
  var notices: [String] = []

  /// Adds another text after this one.
  mutating func append(_ other: Extract) {
    let shift = text.isEmpty ? 0 : text.utf8.count + 2
    if shift > 0 { text += "\n\n" }
    text += other.text
    paragraphs += other.paragraphs.map { $0.moved(by: shift) }
    leftOut.add(other.leftOut)
    for notice in other.notices where !notices.contains(notice) { notices.append(notice) }
    if encoding == "UTF-8" { encoding = other.encoding }
  }
}

extension Paragraph {
  /// The same paragraph where more text stands before it.
  func moved(by shift: Int) -> Paragraph {
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + shift..<range.upperBound + shift
    }
    var paragraph = self
    paragraph.range = moved(range)
    paragraph.label = label.map(moved)
    return paragraph
  }
}

extension Extract {
  /// Fills in speaker labels, and kinds where the format gave none.
  mutating func mark() {
    ParagraphKinds.mark(&paragraphs, in: text)
    SpeakerLabels.mark(&paragraphs, in: text)
  }

  /// Everything there is to tell of the reading.
  func allNotices(of format: any TextFormat.Type) -> [String] {
    let isPlain = format == PlainText.self
    let control = ControlCharacters.notice(of: text) { offset in
      isPlain ? "line \(line(at: offset))" : "paragraph \(paragraph(at: offset))"
    }
    let read = encoding == "UTF-8" ? nil : "read as \(encoding)"
    return [read, leftOut.notice, control].compactMap(\.self) + notices
  }

  private func line(at offset: Int) -> Int { 1 + text.utf8.prefix(offset).count { $0 == 0x0A } }

  private func paragraph(at offset: Int) -> Int {
    paragraphs.count { $0.range.lowerBound <= offset }
  }
}
