import Testing

@testable import BitextCLI

/// Texts set on a screen where a Chinese character is two columns wide.
@Suite struct ScreenTests {
  @Test(arguments: [
    ("abc", 3), ("网络", 4), ("网a", 3), ("，", 2), ("“好”", 4), ("é", 1), ("e\u{301}", 1),
    ("👍", 2), ("👨‍👩‍👧", 2), ("❤\u{FE0F}", 2), ("ｶ", 1), ("Ａ", 2), ("…", 1), ("\u{200B}", 0),
    ("한글", 4), ("𠮷", 2), ("", 0),
  ])
  func columns(text: String, expected: Int) { #expect(text.columns == expected) }

  @Test func rangesAreInOrder() {
    for (a, b) in zip(WideScalars.ranges, WideScalars.ranges.dropFirst()) {
      #expect(a.upperBound < b.lowerBound)
    }
  }

  /// A text, a width, and the lines it makes, `|` between them.
  @Test(arguments: [
    ("one two three", 7, "one two|three"),
    ("one two three", 8, "one two|three"),
    ("制定出台网络领域立法", 8, "制定出台|网络领域|立法"),
    ("制定出台网络领域立法", 9, "制定出台|网络领域|立法"),
    ("他说：“好。”走了", 8, "他说：|“好。”走|了"),
    ("网络，法治", 4, "网|络，|法治"),
    ("internationalisation", 8, "internat|ionalisa|tion"),
    ("a  b\n c", 10, "a b c"),
    ("用 Swift 写的", 8, "用 Swift|写的"),
    ("", 5, ""), ("网络 one", .max, "网络 one"),
  ])
  func wrapping(text: String, width: Int, expected: String) {
    #expect(text.wrapped(to: width).joined(separator: "|") == expected)
  }

  @Test(arguments: 1...40)
  func nothingIsLostOrTooWide(width: Int) {
    let text = "2023年3月16日 — the White Paper “新时代的中国网络法治建设” says: 依法治网，成效显著。"
    let lines = text.wrapped(to: width)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in lines { #expect(line.columns <= max(width, 2)) }
  }

  @Test func tableStandsInColumns() {
    var table = Table(["NAME", "ROWS", "FACTS"], numbers: [1])
    table.add(["发布会", "43", "client=SCIO"])
    table.add(["a\u{1B}[2J", "7", ""])
    #expect(
      table.text == """
        NAME    ROWS  FACTS
        发布会    43  client=SCIO
        a\u{FFFD}[2J      7
        """)
  }
}
