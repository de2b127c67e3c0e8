// Files of many formats are aligned: what is stored, and what a person is told.
import Foundation
import Testing

@Suite struct FormatTests {
  private static let page = """
    <!DOCTYPE html><title>x</title><nav>首页</nav><main><h1>春天</h1><p>春天来了。花都开了。</p>
    <p>我们去公园。</p></main><script>x</script>
    """
  private static let notes =
    "# Spring\n\nSpring has come. The flowers are out.\n\nWe go to the park.\n"

  /// A command, the shapes of the rows, and the notes about the files.
  static let commands: [(command: String, shapes: String, notes: [String])] = [
    (
      "page.html notes.md", "1-1, 1-1, 1-1, 1-1",
      ["page.html: left out: 1 script, 1 piece of page furniture"]
    ),
    (
      "notes.md page.html", "1-1, 1-1, 1-1, 1-1",
      [
        "page.html: left out: 1 script, 1 piece of page furniture",
        "page.html is zh-Hans and notes.md en: the sides were swapped; to keep them as named state "
          + "--source-lang en --target-lang zh",
      ]
    ),
    ("zh.srt en.vtt", "1-1, 1-1", []),
    (
      "--source zh-1.txt zh-2.txt --target en-1.txt en-2.txt", "1-1, 1-1",
      ["zh-2.txt: read as GB18030"]
    ),
    ("--one both.tsv", "1-1, 1-1", []),
    ("- en-1.txt < zh-1.txt", "1-1", []),
  ]

  @Test(arguments: commands)
  func align(command: String, shapes: String, notes: [String]) throws {
    let desk = try Desk()
    try desk.write(Self.page, to: "page.html")
    try desk.write(Self.notes, to: "notes.md")
    try desk.write(
      "1\n00:00:01,0 --> 00:00:02,0\n春天来了。\n\n2\n00:00:03,0 --> 00:00:04,0\n我们去公园。\n", to: "zh.srt")
    try desk.write(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nSpring has come.\n\n00:03.000 --> 00:04.000\nWe go to the park.\n",
      to: "en.vtt")
    try desk.write("春天来了。\n", to: "zh-1.txt")
    // 我们回家。
    try desk.write([0xCE, 0xD2, 0xC3, 0xC7, 0xBB, 0xD8, 0xBC, 0xD2, 0xA1, 0xA3], to: "zh-2.txt")
    try desk.write("Spring has come.\n", to: "en-1.txt")
    try desk.write("We are going home.\n", to: "en-2.txt")
    try desk.write("春天来了。\tSpring has come.\n我们回家。\tWe are going home.\n", to: "both.tsv")
    let result = try desk.run(
      "bitext align \(command) --as spring".replacing(
        " < zh-1.txt --as spring", with: " --as spring < zh-1.txt"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(try desk.picture() == shapes)
    let told = result.errors.split(separator: "\n").filter { $0.hasPrefix("bitext: note: ") }
      .map { $0.dropFirst("bitext: note: ".count) }.filter { !$0.contains("there is no") }
    #expect(told.map(String.init) == notes)
  }

  @Test func wrongNamings() throws {
    let desk = try Desk()
    for (command, problem) in [
      ("a b --one c", "Give SOURCE TARGET, or --source and --target, or --one."),
      ("--one c --source a", "Give SOURCE TARGET, or --source and --target, or --one."),
      ("--source a", "--source wants --target."), ("--target a", "--target wants --source."),
      ("", "Missing expected argument '<source>'"),
    ] {
      let result = try desk.run("bitext align \(command)")
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("bitext: arguments: \(problem)"), "\(result.errors)")
    }
  }
}
