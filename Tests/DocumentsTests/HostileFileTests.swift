internal import Bitext
internal import Documents
internal import Foundation
internal import Testing

/// Files that mean harm: each is refused with a reason, quickly.
struct HostileFileTests {
  private static func docx(_ document: String, _ parts: [(String, String)] = []) -> [UInt8] {
    Zip.file([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)] + parts)
  }

  private static let laughs = """
    <!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
    <document><p><r><t>&c;</t></r></p></document>
    """
  private static let entities =
    "word/document.xml, it declares entities of its own, which are not expanded"
  private static let deep = "elements are nested more than 4000 deep"

  static let files: [(name: String, bytes: [UInt8], reason: String)] = [
    ("billion laughs", docx(laughs), entities),
    (
      "external entity",
      docx("<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><document>&a;</document>"),
      entities
    ),
    (
      "external parameter entity",
      docx("<!DOCTYPE d [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><document/>"), entities
    ),
    (
      "path out of the file", docx("<document/>", [("../../etc/x", "x")]),
      "it has a part named '../../etc/x', which leads out of it"
    ),
    (
      "absolute path", docx("<document/>", [("/etc/x", "x")]),
      "it has a part named '/etc/x', which leads out of it"
    ),
    (
      "path of another system", docx("<document/>", [("..\\x", "x")]),
      "it has a part named '../x', which leads out of it"
    ),
    (
      "zip bomb",
      Zip.file([("word/document.xml", []), ("[Content_Types].xml", [])], declared: 2_000_000_000),
      "its parts would inflate to 4000 MB"
    ),
    (
      "deep XML", docx(String(repeating: "<p>", count: 1_000_000)), "word/document.xml, \(deep)"
    ),
    ("deep HTML", Array(String(repeating: "<div>", count: 1_000_000).utf8), deep),
    (
      "a tag of attributes",
      Array("<p \((0..<100_000).map { "a\($0)=1" }.joined(separator: " "))>".utf8),
      "a tag has more than 256 attributes"
    ),
    (
      "a long paragraph", Array("<p>\(String(repeating: "long ", count: 1_200_000))".utf8),
      "a paragraph is longer than 5 MB"
    ),
    (
      "half a surrogate pair", docx("<document><t>&#xD800;</t></document>"),
      "word/document.xml, line 1: xmlParseCharRef: invalid xmlChar value 55296"
    ),
    ("cut off", Array(docx("<document/>").prefix(60)), "Unrecognized archive format"),
    ("not closed", docx("<document><p>"), "word/document.xml, line 1: "),
    (
      "no text", Zip.file([("[Content_Types].xml", "<Types/>"), ("word/x", "")]),
      "its part 'word/document.xml' is missing"
    ),
    (
      "more lines than memory", Array(repeating: 0x0A, count: 4_000_002) + [0x61],
      "it has more lines than any text"
    ),
  ]

  @Test(arguments: files.indices)
  func isRefused(index: Int) {
    let (name, bytes, reason) = Self.files[index]
    var message = "read"
    let took = ContinuousClock().measure {
      do { _ = try read(bytes, "a") } catch { message = "\(error)" }
    }
    #expect(message.hasPrefix("a: cannot be read: \(reason)"), "\(name): \(message)")
    #expect(took < .seconds(10), "\(name) took \(took)")
  }

  /// Surrogates written one by one, as no UTF-8 has them, and one alone in UTF-16.
  @Test(
    arguments: [
      (
        [0x61, 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80],
        "not valid UTF-8"
      ),
      ([0xFF, 0xFE, 0x61, 0, 0, 0xD8, 0x62, 0], "not valid UTF-16LE"),
      ([0xFF, 0xFE, 0, 0, 0, 0xD8, 0, 0, 0x62, 0, 0, 0], "not valid UTF-32LE"),
    ] as [([UInt8], String)])
  func surrogatesAreRefused(bytes: [UInt8], reason: String) {
    #expect { try read(bytes, "a") } throws: { "\($0)".hasPrefix("a:1: \(reason)") }
  }

  @Test func aDocumentTypeIsNeverFetched() throws {
    let document = Self.docx(
      "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/d.dtd'><document><p><r><t>x</t></r></p></document>")
    #expect(try read(document).text == "x")
  }

  @Test func aLineOfMarkupMayBeLongButNotTheFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).html").path
    try Data("<p>".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(truncate(path, 1_000_000_000) == 0)
    #expect { try DocumentReader.read(path: path) } throws: {
      "\($0)" == "\(path): the file is larger than 400 MB\n  fix: split it into parts"
    }
  }
}
