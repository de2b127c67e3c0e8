internal import Bitext
internal import Documents
internal import Foundation
internal import Testing

/// The same text in every encoding that is told without being named.
struct EncodingTests {
  private static let simplified = """
    曹淑敏：女士们、先生们，大家上午好。

    今天发布的《新时代的中国网络法治建设》白皮书，是我国首部网络法治方面的白皮书。
    """
  private static let traditional = """
    曹淑敏：女士們、先生們，大家上午好。

    今天發佈的《新時代的中國網絡法治建設》白皮書，是我國首部網絡法治方面的白皮書。
    """
  private static let western = "It’s a long way to the café, and “they” know it – don’t you?\n"
  private static let french = "Nous étions à l'étude, quand le proviseur entra, très agité.\n"
  private static let english = "Law-based governance.\n\nThank you.\n"

  /// Text, the bytes before it, Foundation's number of the encoding, and what is to be found.
  static let cases: [(text: String, mark: [UInt8], encoding: UInt, found: String)] = [
    (simplified, [], String.Encoding.utf8.rawValue, "UTF-8"),
    (simplified, [0xEF, 0xBB, 0xBF], String.Encoding.utf8.rawValue, "UTF-8"),
    (simplified, [0xFF, 0xFE], String.Encoding.utf16LittleEndian.rawValue, "UTF-16LE"),
    (simplified, [0xFE, 0xFF], String.Encoding.utf16BigEndian.rawValue, "UTF-16BE"),
    (simplified, [], String.Encoding.utf16LittleEndian.rawValue, "UTF-16LE"),
    (simplified, [], String.Encoding.utf16BigEndian.rawValue, "UTF-16BE"),
    (english, [], String.Encoding.utf8.rawValue, "UTF-8"),
    (english, [0xFF, 0xFE], String.Encoding.utf16LittleEndian.rawValue, "UTF-16LE"),
    (english, [], String.Encoding.utf16LittleEndian.rawValue, "UTF-16LE"),
    (english, [], String.Encoding.utf16BigEndian.rawValue, "UTF-16BE"),
    (simplified, [], String.Encoding.utf32LittleEndian.rawValue, "UTF-32LE"),
    (english, [], String.Encoding.utf32BigEndian.rawValue, "UTF-32BE"),
    (english, [0xFF, 0xFE, 0, 0], String.Encoding.utf32LittleEndian.rawValue, "UTF-32LE"),
    (simplified, [0, 0, 0xFE, 0xFF], String.Encoding.utf32BigEndian.rawValue, "UTF-32BE"),
    (western, [], String.Encoding.windowsCP1252.rawValue, "windows-1252"),
    (french, [], String.Encoding.isoLatin1.rawValue, "windows-1252"),
  ]

  @Test(arguments: cases)
  func encodings(text: String, mark: [UInt8], encoding: UInt, found: String) throws {
    let data = try #require(text.data(using: String.Encoding(rawValue: encoding)))
    let document = try DocumentReader.read(mark + Array(data), name: "a.txt", language: .zh)
    #expect(document.text == text)
    #expect(document.origin.encoding == found)
    #expect(document.notices == (found == "UTF-8" ? [] : ["read as \(found)"]))
  }

  /// `曹淑敏：网络治理，大家上午好。` and its traditional form, as the two sets write them.
  static let legacy: [(hex: String, text: String, found: String)] = [
    ("b2dccae7c3f4a3bacdf8c2e7d6cec0eda3acb4f3bcd2c9cfcee7bac3a1a3", "曹淑敏：网络治理，大家上午好。", "GB18030"),
    ("b1e4b251b1d3a147baf4b5b8aa76b27aa141a46aae61a457a4c8a66ea143", "曹淑敏：網絡治理，大家上午好。", "Big5"),
    // 嘅 is Cantonese, and in the Hong Kong set only.
    (
      "b1e4b251b1d3a147baf4b5b89defaa76b27aa141a46aae61a457a4c8a66ea143", "曹淑敏：網絡嘅治理，大家上午好。",
      "Big5-HKSCS"
    ),
  ]

  @Test(arguments: legacy)
  func legacyEncodings(hex: String, text: String, found: String) throws {
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(hex.dropFirst($0).prefix(2), radix: 16)
    }
    let guessed = try DocumentReader.read(bytes, name: "a.txt", language: .zh)
    #expect(guessed.text == text && guessed.origin.encoding == found)
    let stated = try DocumentReader.read(bytes, name: "a.txt", language: .zh, encoding: found)
    #expect(stated == guessed)
  }

  @Test func charactersBeyondTheBasicPlaneAndLineEndsAreKept() throws {
    let text = "𠀀\r\n\r\n好\r走\n"
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt", language: .zh)
    #expect(document.text.utf8.elementsEqual(text.utf8))
    let wide = try DocumentReader.read(
      [0xFF, 0xFE, 0x40, 0xD8, 0x00, 0xDC, 0x0A, 0], name: "a.txt", language: .zh)
    #expect(wide.text == "𠀀\n")
  }

  @Test(arguments: [
    ("a\u{8}b\nc", "a control character, U+0008, stands in line 1"),
    ("a\n\nb\u{85}\u{9F}c\u{7F}", "2 control characters; the first, U+009F, stands in line 3"),
    ("a\u{FFFF}", "a control character, U+FFFF, stands in line 1"),
    ("a\tb\u{C}c，\u{FFE5}", nil),
  ])
  func controlCharactersAreToldOf(text: String, notice: String?) throws {
    let document = try DocumentReader.read(Array(text.utf8), name: "a.txt", language: .en)
    #expect(document.notices == [notice].compactMap(\.self))
    #expect(document.text.utf8.elementsEqual(text.utf8))
  }

  @Test func severalFilesAreOneDocument() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bitext-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["2.txt", "10.html"].map { folder.appending(path: $0).path }
    try Data("甲。\n\n乙：\n".utf8).write(to: URL(filePath: paths[0]))
    try Data("<h1>丙</h1><script>x</script><p>丁。戊。</p>".utf8).write(to: URL(filePath: paths[1]))
    let document = try DocumentReader.read(paths)
    #expect(document.picture == ["甲。", "乙：", "heading: 丙", "丁。戊。"])
    #expect(document.origin.fileName == "2.txt + 10.html")
    #expect(document.origin.sha256.count == 64)
    #expect(document.notices == ["10.html: left out: 1 script"])
    let segmented = try DocumentReader.readSegmented(paths)
    #expect(segmented.texts == ["甲。", "乙：", "<h1>丙</h1><script>x</script><p>丁。戊。</p>"])
    #expect(segmented.segments.map(\.paragraph) == [0, 1, 2])
  }

  @Test func theOriginNamesTheFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    try Data("abc".utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let document = try DocumentReader.read(path: path.path(), language: .en)
    #expect(
      document.origin
        == Origin(
          fileName: path.lastPathComponent,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          encoding: "UTF-8"))
    #expect(document.language == .en)
  }

  static let scripts: [(String, Language)] = [
    (simplified, .zhHans), (traditional, .zhHant), ("一二三上下人口", .zh), ("abc", .zh),
    ("皇后在公里外的台上", .zh), ("他說这是真的嗎？台灣", .zhHant),
  ]

  @Test(arguments: scripts)
  func script(text: String, language: Language) throws {
    #expect(scriptOfChinese(text) == language)
    let document = try DocumentReader.read(Array(text.utf8), name: "a", language: .zh)
    #expect(document.language == language)
    let taiwan = try #require(Language("zh-TW"))
    #expect(
      try DocumentReader.read(Array(text.utf8), name: "a", language: taiwan).language == taiwan)
  }
}
