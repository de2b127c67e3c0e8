// `bitext segment` shows how a text is cut, and `align` takes the same units and rules.
import Bitext
import Foundation
import TestData
import Testing
import Workbench

@Suite struct SegmentTests {
  private static let text = "# 会议\n\n曹淑敏：\n\n会议要求：一是加快立法；二是严格执法。“好。”他说。\n"
  private static let rules = """
    <srx version="2.0"><header cascade="no"/><body><languagerules>
    <languagerule languagerulename="all">
    <rule><beforebreak>；</beforebreak></rule>
    </languagerule></languagerules><maprules>
    <languagemap languagepattern="zh.*" languagerulename="all"/>
    </maprules></body></srx>
    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write(Self.text, to: "zh.md")
    try desk.write(Self.rules, to: "my.srx")
    return desk
  }

  @Test func aTextAsItIsCut() throws {
    try Session(
      """
      $ bitext segment zh.md
      zh.md: zh-Hans, 3 paragraphs, 4 segments, 3 soft boundaries
      ¶ 1 heading
        1  会议
      ¶ 2
        2  曹淑敏：  (label)
      ¶ 3
        3  会议要求：
           ¦ enumeration: 一是加快立法；
           ¦ enumeration: 二是严格执法。
        4  “好。”
           ¦ quotation: 他说。
      $ bitext segment zh.md --segment clause --lines
      会议

      曹淑敏：

      会议要求：
      一是加快立法；
      二是严格执法。
      “好。”
      他说。
      $ bitext segment zh.md --segment paragraph | tail -n 6
      ¶ 3
        3  会议要求：
           ¦ enumeration: 一是加快立法；
           ¦ enumeration: 二是严格执法。
           ¦ sentence: “好。”
           ¦ quotation: 他说。
      $ bitext segment zh.md --rules my.srx --lines | tail -n 2
      会议要求：一是加快立法；
      二是严格执法。“好。”他说。
      $ printf 'A word. Another\\none.\\n' | bitext segment - --lang en --segment line
      -: en, 1 paragraph, 2 segments, 1 soft boundary
      ¶ 1
        1  A word.
           ¦ sentence: Another
        2  one.
      """
    ).check(at: desk())
  }

  @Test func machinesReadJSON() throws {
    let report = try desk().json(SegmentReport.self, "bitext segment zh.md --json")
    #expect(report.paragraphs.map(\.kind) == [.heading, .text, .text])
    let last = try #require(report.paragraphs.last?.segments.first)
    #expect(last.number == 3 && last.speaker == "曹淑敏" && last.bytes == [22, 79])
    #expect(last.soft.map(\.byte) == [37, 58])
    #expect(last.parts.map(\.text) == ["会议要求：", "一是加快立法；", "二是严格执法。"])
  }

  /// A line break inside a segment becomes a space, or nothing in Chinese, and the lines are read back
  /// as the same segments.
  @Test func linesAreReadBack() throws {
    let desk = try Desk()
    let wrapped = (0..<4).map { _ in "The quick brown fox jumps over the lazy dog and\nruns away." }
    try desk.write(wrapped.joined(separator: "\n\n") + "\n\n“走。\n吧。”好\n", to: "a.txt")
    try desk.run("bitext segment a.txt --lang en --lines > b.txt")
    let report = try desk.json(SegmentReport.self, "bitext segment a.txt --lang en --json")
    let lines = try desk.json(
      SegmentReport.self, "bitext segment b.txt --lang en --segmented --json")
    #expect(report.paragraphs.count == lines.paragraphs.count)
    #expect(
      try desk.read("b.txt").hasPrefix("The quick brown fox jumps over the lazy dog and runs"))
    func words(_ report: SegmentReport) -> [[String]] {
      report.paragraphs.flatMap(\.segments).map {
        $0.text.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
    #expect(words(report) == words(lines))
  }

  @Test(arguments: [
    ("--segment clause", "1-1, 1-1"), ("--segment sentence", "1-2"), ("--segment paragraph", "1-1"),
    ("--segment line", "1-1"), ("--rules my.srx", "1-1, 1-1"),
  ])
  func alignTakesUnits(options: String, shapes: String) throws {
    let desk = try desk()
    try desk.write("春天来了；花都开了。\n", to: "zh.txt")
    try desk.write("Spring has come; the flowers are out.\n", to: "en.txt")
    try desk.write(
      Self.rules.replacing("；", with: "[；;]").replacing("zh.*", with: ".*"), to: "my.srx")
    if options.contains("sentence") {
      try desk.write("Spring has come. The flowers are out.\n", to: "en.txt")
    }
    let result = try desk.run("bitext align zh.txt en.txt --as spring \(options)")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try desk.picture() == shapes)
  }

  @Test(arguments: [
    ("segment zh.md --lines --json", 2, "arguments: Give --lines or --json, not both."),
    ("segment zh.md --segmented --segment clause", 2, "arguments: Give --segment or --segmented, "),
    ("segment zh.md --rules my.srx --segment line", 2, "arguments: --rules goes with --segment "),
    ("segment zh.md --segment word", 2, "arguments: The value 'word' is invalid for '--segment "),
    ("segment no.txt", 3, "no.txt: no such file"),
    ("segment zh.md --rules no.srx", 3, "no.srx: no such"),
    ("segment zh.md --lang en --rules my.srx", 3, "my.srx: no rules in it are for en"),
    ("segment zh.md --rules zh.md", 3, "zh.md:1: cannot be read as segmentation rules: "),
    ("align zh.md en.md --rules my.srx", 3, "my.srx: no rules in it are for en"),
    (
      "align zh.md en.md --segment clause --format beads", 2,
      "arguments: --format beads takes --seg"
    ),
  ])
  func faults(command: String, status: Int32, words: String) throws {
    let desk = try desk()
    try desk.write("The meeting asks for laws.\n", to: "en.md")
    let result = try desk.run("bitext \(command)")
    #expect(result.status == status)
    #expect(result.errors.hasPrefix("bitext: " + words), "\(result.errors)")
    #expect(result.output == "")
  }

  /// Every file of the samples that is read is shown, and its lines hold its words.
  @Test(.needs(.samples)) func everyFormat() throws {
    let desk = try Desk()
    let folder = try TestData.samples.path("")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { name in [".docx", ".srt", ".txt"].contains { name.hasSuffix($0) } }
    #expect(files.count >= 8)
    for file in files {
      let shown = try desk.json(SegmentReport.self, "bitext segment '\(folder)/\(file)' --json")
      let lines = try desk.run("bitext segment '\(folder)/\(file)' --lines").output
      let words = shown.paragraphs.flatMap(\.segments).map(\.text).joined()
      #expect(lines.filter { !$0.isWhitespace } == words.filter { !$0.isWhitespace })
    }
  }
}
