internal import Bitext
internal import Documents
internal import Foundation
internal import TestData
internal import Testing

/// Files of every format, broken at random: each is read or refused, and what is read is covered by its
/// paragraphs. `BITEXT_FUZZ_SECONDS` says how long to go on with each; else it is a few hundred files.
struct FuzzTests {
  static let files: [(format: String, bytes: [UInt8])] = [
    ("text", Array("　　甲。乙！\n\nCao Shumin: Good.\r\n- 3 -\n第一章\nBy Ann Lee\n".utf8)),
    ("sentences", Array("One.\nTwo.\nThree.\n\nFour.\nFive.\n\n第六。\n第七。\n".utf8)),
    (
      "html",
      Array(
        """
        <!DOCTYPE html><meta charset=gbk><nav>x</nav><main><h1>T</h1><p>a<br>b &amp; &#20013;<table>
        <tr><td>c<!-- d --></table><pre>e\n\nf</pre><script>g</script><ul><li>h</ul></main>
        """.utf8)
    ),
    ("markdown", Array("# T\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n```\ng\n```\n".utf8)),
    ("srt", Array("1\n00:00:01,000 --> 00:00:02,000\n<i>a</i>\n\n2\n00:03 --> 00:04\nb\n".utf8)),
    ("vtt", Array("WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000\n<v A>b</v> &lt;\n".utf8)),
    (
      "docx",
      OfficeTests.docx(
        "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>a</w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:tc>"
          + "<w:p><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>")
    ),
    (
      "odt",
      OfficeTests.odt(
        "<text:h>a</text:h><text:p>b<text:note><text:note-body><text:p>c</text:p></text:note-body>"
          + "</text:note><text:s/></text:p>")
    ),
    ("epub", BookTests.epub(BookTests.chapters, order: ["one", "two"])),
    (
      "utf-16",
      [0xFF, 0xFE] + "甲。\n\n乙。\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    ),
    ("gb18030", [0xCD, 0xF8, 0xC2, 0xE7, 0xA1, 0xA3, 0x0A, 0xD6, 0xCE, 0xC0, 0xED, 0xA1, 0xA3]),
  ]

  /// What is broken before it is zipped: a broken zip file is seldom more than that.
  static let parts: [(format: String, part: String, file: @Sendable (String) -> [UInt8])] = [
    ("part of docx", wordPart, { OfficeTests.docx($0) }),
    ("part of odt", openPart, { OfficeTests.odt($0) }),
    (
      "part of epub", "<html><body><h1>a</h1><p>b<ruby>c<rt>d</rt></ruby></p></body></html>",
      { BookTests.epub([("one", $0)], order: ["one"]) }
    ),
  ]

  private static let wordPart = """
    <w:p><w:pPr><w:pStyle w:val='1'/><w:numPr/></w:pPr><w:r><w:t>a</w:t><w:br/><w:tab/></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText>
    </w:r></w:del></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:footnoteReference w:id='2'/><w:txbxContent>
    <w:p><w:r><w:t>d</w:t></w:r></w:p></w:txbxContent></w:r></w:p>
    """
  private static let openPart = """
    <text:h>a</text:h><text:p>b<text:note><text:note-body><text:p>c</text:p></text:note-body>
    </text:note><text:s/></text:p><text:list><text:list-item><text:p>d</text:p></text:list-item>
    </text:list><table:table><table:table-cell><text:p>e</text:p></table:table-cell></table:table>
    """

  @Test(arguments: files.indices)
  func brokenFiles(index: Int) {
    let (format, seed) = Self.files[index]
    Self.tryOut(format, seed, index) { $0 }
  }

  @Test(arguments: parts.indices)
  func brokenParts(index: Int) {
    let (format, part, file) = Self.parts[index]
    Self.tryOut(format, Array(part.utf8), 50 + index) { file(String(decoding: $0, as: UTF8.self)) }
  }

  private static func tryOut(
    _ format: String, _ seed: [UInt8], _ number: Int, _ file: ([UInt8]) -> [UInt8]
  ) {
    var chance = SeededGenerator(UInt64(number))
    let seconds = ProcessInfo.processInfo.environment["BITEXT_FUZZ_SECONDS"].flatMap(Int.init)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds ?? 0)
    var round = 0
    while round < 300 || clock.now < end {
      let bytes = broken(seed, &chance)
      let took = clock.measure {
        guard let document = try? read(file(bytes)) else { return }
        #expect(document.isCoveredByParagraphs, "\(format), round \(round): \(bytes)")
      }
      #expect(took < .seconds(5), "\(format), round \(round): \(bytes)")
      round += 1
    }
  }

  /// PDF is read by another program, which costs a start each time.
  @Test(.enabled(if: hasPoppler, "pdftotext is not installed"))
  func brokenPDFs() {
    let line = PDFFile.Line(x: 50, y: 500, text: "A line of words.")
    let seed = PDFFile.file([[line, line], [line]])
    var chance = SeededGenerator(99)
    for round in 0..<20 {
      let bytes = broken(seed, &chance)
      guard let document = try? read(bytes) else { continue }
      #expect(document.isCoveredByParagraphs, "round \(round): \(bytes)")
    }
  }
}
