/// Files that are known by their first bytes to be no plain text, and what to do with each.
enum FileSignature {
  /// What the file is and how to make a text of it; `nil` when nothing tells.
  static func kind(of bytes: [UInt8]) -> (what: String, remedy: String)? {
    guard let kind = kinds.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    return kind.what == "a zip file" ? zipKind(bytes) : (kind.what, kind.remedy)
  }

  private static let save = "save it as plain text (.txt, UTF-8) and name that file"
  private static let export = "export its text (pdftotext -layout FILE) and name that file"

  private static let kinds: [(what: String, bytes: [UInt8], remedy: String)] = [
    ("a zip file", Array("PK\u{3}\u{4}".utf8), "unpack it and name a text file in it"),
    ("a PDF file", Array("%PDF-".utf8), export),
    ("an RTF file", Array("{\\rtf".utf8), save),
    ("an old Office file", [0xD0, 0xCF, 0x11, 0xE0], save),
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47], "name a text file"),
    ("a JPEG image", [0xFF, 0xD8, 0xFF], "name a text file"),
    ("a GIF image", Array("GIF8".utf8), "name a text file"),
    ("a gzip file", [0x1F, 0x8B], "unpack it (gunzip) and name the text file"),
    ("a SQLite database", Array("SQLite format 3\0".utf8), "name a text file"),
  ]

  /// Office and e-book formats are zip files; names of their parts stand near the beginning.
  private static let parts: [(what: String, part: String)] = [
    ("a Word file (.docx)", "word/"), ("an Excel file (.xlsx)", "xl/"),
    ("a PowerPoint file (.pptx)", "ppt/"), ("an OpenDocument file", "vnd.oasis.opendocument"),
    ("an e-book (.epub)", "application/epub+zip"),
  ]

  private static func zipKind(_ bytes: [UInt8]) -> (what: String, remedy: String) {
    let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
    guard let known = parts.first(where: { head.contains($0.part) }) else {
      return (kinds[0].what, kinds[0].remedy)
    }
    return (known.what, save)
  }
}
