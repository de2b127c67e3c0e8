/// Files that are known by their beginning to hold no text for us, and what to do with each.
enum FileSignature {
  /// What the file is and how to make a text of it; `nil` when nothing tells.
  static func kind(of file: SourceFile) -> (what: String, remedy: String)? {
    if file.isZip { return zipKind(file) }
    if let kind = kinds.first(where: { file.bytes.starts(with: $0.bytes) }) {
      return (kind.what, kind.remedy)
    }
    return xmlKind(file.head)
  }

  private static let save = "save it as .docx or as plain text (.txt, UTF-8) and name that file"

  private static let kinds: [(what: String, bytes: [UInt8], remedy: String)] = [
    ("an RTF file", Array("{\\rtf".utf8), save),
    (
      "an old Office file, or one with a password", [0xD0, 0xCF, 0x11, 0xE0],
      "save it as .docx without a password and name that file"
    ),
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47], "name a text file"),
    ("a JPEG image", [0xFF, 0xD8, 0xFF], "name a text file"),
    ("a GIF image", Array("GIF8".utf8), "name a text file"),
    ("a gzip file", [0x1F, 0x8B], "unpack it (gunzip) and name the text file"),
    ("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A], "unpack it (unxz) and name the text file"),
    ("a SQLite database", Array("SQLite format 3\0".utf8), "name a text file"),
  ]

  /// Office formats are zip files; names of their parts stand near the beginning.
  private static let parts: [(what: String, part: String)] = [
    ("an Excel file (.xlsx)", "xl/"), ("a PowerPoint file (.pptx)", "ppt/"),
    ("an OpenDocument file, but no text", "vnd.oasis.opendocument"),
  ]

  private static func zipKind(_ file: SourceFile) -> (what: String, remedy: String) {
    guard let known = parts.first(where: { file.head.contains($0.part) }) else {
      return ("a zip file", "unpack it and name a text file in it")
    }
    return (known.what, "save its text as .docx or .txt and name that file")
  }

  /// XML that is no HTML: what the first element says it is.
  private static func xmlKind(_ head: String) -> (what: String, remedy: String)? {
    guard let element = MarkupSigns.xmlRoot(of: head) else { return nil }
    if ["tmx", "xliff", "tbx", "martif"].contains(element) {
      return ("\(element.uppercased()), which holds pairs already", "name the texts it was made of")
    }
    return ("XML (<\(element)>)", "save its text as plain text or HTML and name that file")
  }
}
