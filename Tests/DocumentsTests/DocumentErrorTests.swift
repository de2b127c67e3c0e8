internal import Bitext
internal import Documents
internal import Foundation
internal import Testing

/// Every way a file can be refused, with the words the user reads.
final class DocumentErrorTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "bitext-documents-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func message(_ path: String, _ language: Language = .en) -> String {
    do throws(DocumentError) {
      _ = try DocumentReader.read(path: path, language: language)
      return "no error"
    } catch {
      return error.description.replacing(folder.path() + "/", with: "")
    }
  }

  private func message(_ bytes: [UInt8], encoding: String? = nil) -> String {
    do throws(DocumentError) {
      _ = try DocumentReader.read(bytes, name: "a.txt", language: .en, encoding: encoding)
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test func missingFile() {
    #expect(
      message(folder.path() + "/none.txt")
        == "none.txt: no such file\n  fix: check the spelling and the folder")
  }

  @Test func directory() throws {
    let path = folder.appending(path: "sub")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    #expect(
      message(folder.path() + "/sub")
        == "sub: this is a directory, not a file\n  fix: name one file in it")
  }

  /// The superuser may read every file, but not the memory at address 0.
  @Test func forbiddenFile() throws {
    let isSuperuser = geteuid() == 0
    let path = isSuperuser ? "/proc/self/mem" : folder.path() + "/secret.txt"
    if !isSuperuser {
      try Data("text".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    }
    #expect(
      message(path)
        == (isSuperuser
          ? "/proc/self/mem: cannot be read: Input/output error\n"
          : "secret.txt: cannot be read: Permission denied\n")
        + "  fix: check the file's permissions (ls -l)")
  }

  @Test func unreadableFileSaysTheSystemsReason() {
    let long = String(repeating: "n", count: 300)
    #expect(message(folder.path() + "/" + long).contains(": cannot be read: File name too long\n"))
  }

  @Test(arguments: ["", " \r\n\t\u{3000}\n", "\u{FEFF}"])
  func emptyFile(text: String) {
    #expect(
      message(Array(text.utf8))
        == "a.txt: the file holds no text\n  fix: name the file that holds the text")
  }

  @Test func aLineThatIsNoText() throws {
    let path = folder.path() + "/huge.txt"
    try Data("first\nsecond".utf8).write(to: URL(filePath: path))
    #expect(truncate(path, 1_000_000_000) == 0)
    let clock = ContinuousClock()
    let took = clock.measure {
      #expect(
        message(path)
          == "huge.txt:2: the line is longer than 5 MB\n"
          + "  fix: check that this is a text; if so, break it into lines")
    }
    #expect(took < .seconds(60))
  }

  private static let save = "save it as .docx or as plain text (.txt, UTF-8) and name that file"
  private static let saveText = "save its text as .docx or .txt and name that file"
  private static let saveXML = "save its text as plain text or HTML and name that file"

  static let notTexts: [(bytes: [UInt8], words: String)] = [
    (Zip.file([("xl/workbook.xml", "x")]), "an Excel file (.xlsx)|\(saveText)"),
    (Zip.file([("ppt/presentation.xml", "x")]), "a PowerPoint file (.pptx)|\(saveText)"),
    (
      Zip.file([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "x"),
      ]), "an OpenDocument file, but no text|\(saveText)"
    ),
    (Zip.file([("a.txt", "text")]), "a zip file|unpack it and name a text file in it"),
    (Array("{\\rtf1 hello}".utf8), "an RTF file|\(save)"),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
      "an old Office file, or one with a password|save it as .docx without a password and name that "
        + "file"
    ),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a PNG image|name a text file"),
    (Array("ab\0cd\0\u{1}\u{2}\0efgh".utf8), "a binary file|name a text file, or its --encoding"),
    ([0xC3, 0, 0x28, 0xFF, 0xFE, 0, 7], "a binary file|name a text file, or its --encoding"),
    (
      Array("<?xml version='1.0'?>\n<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>\n<tmx version='1.4'>".utf8),
      "TMX, which holds pairs already|name the texts it was made of"
    ),
    (Array("<?xml version='1.0'?><n:note xmlns:n='u'>x</n:note>".utf8), "XML (<note>)|\(saveXML)"),
  ]

  @Test(arguments: notTexts)
  func fileOfAnotherKind(bytes: [UInt8], words: String) throws {
    let parts = words.split(separator: "|")
    #expect(
      message(bytes) == "a.txt: this is \(parts[0]), not a text\n  fix: \(parts[1])")
  }

  private static let mend =
    "\n  fix: mend the file, or name its encoding with --encoding, as in --encoding windows-1252"

  @Test func brokenUTF8() {
    let bytes = Array("第一行\r\n第二".utf8) + [0xE8, 0xA1] + Array("行。\n".utf8)
    #expect(
      message(bytes)
        == "a.txt:2: not valid UTF-8: the first wrong byte is number 17, counted from 0"
        + Self.mend)
  }

  @Test func undecidedEncoding() {
    let polish = Array("By".utf8) + [0xB3] + Array(" to dzie".utf8) + [0xF1] + Array(".\n".utf8)
    #expect(
      message(Array("First.\n".utf8) + polish)
        == "a.txt:2: the encoding cannot be told: byte 9 is not UTF-8, and the text is not UTF-16, "
        + "GB18030, Big5 or Windows-1252" + Self.mend)
    #expect(message(polish, encoding: "windows-1250") == "no error")
  }

  @Test func malformedInTheEncodingStated() {
    #expect(
      message(Array("a\nb".utf8) + [0xFF, 0xFF], encoding: "GB18030")
        == "a.txt:2: not valid GB18030: the first wrong byte is number 3, counted from 0"
        + Self.mend)
    #expect(
      message([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0, 0xD8, 0x62, 0])
        == "a.txt:2: not valid UTF-16LE: the first wrong byte is number 6, counted from 0"
        + Self.mend)
  }

  @Test func unknownEncoding() {
    #expect(
      message(Array("text".utf8), encoding: "utf-99")
        == "a.txt: no encoding is called 'utf-99'\n"
        + "  fix: use a name such as UTF-8, UTF-16LE, GB18030, Big5 or windows-1252")
    #expect(DocumentError.unknownEncoding("a", encoding: "b").kind == .usage)
    #expect(DocumentError.empty("a").kind == .badInput)
  }

  static let languages: [(text: String, language: Language, words: String?)] = [
    ("网络治理的法治化建设", .en, "stated to be en, but 100 % of its letters are Chinese"),
    ("The rule of law in cyberspace.", .zh, "stated to be zh, but 0 % of its letters are Chinese"),
    ("网络治理的法治化建设", .zh, nil),
    ("The rule of law (法治) in cyberspace.", .en, nil),
    ("用 PostgreSQL 与 Elasticsearch 搭建的检索系统", .zh, nil),
    ("The rules", .zhHant, "stated to be zh-Hant, but 0 % of its letters are Chinese"),
    ("OK 2023", .zh, nil),
  ]

  @Test(arguments: languages)
  func wrongLanguage(text: String, language: Language, words: String?) throws {
    let document = try DocumentReader.read(Array(text.utf8), name: "d/a.txt", language: language)
    var description: String?
    do throws(DocumentError) {
      try document.check(looksLike: language)
    } catch {
      description = error.description
    }
    let fix = "swap SOURCE and TARGET, or state the languages with --source-lang and --target-lang"
    #expect(description == words.map { "a.txt: \($0)\n  fix: \(fix)" })
  }
}
