// What rows are in their documents is stored, shown and exported, and what is no text stays behind.
import Foundation
import Testing

@Suite struct StructureTests {
  private struct Row: Decodable {
    var kind: String
    var time: [Int]?
    var status: String
    var source: String
  }
  private struct Rows: Decodable { var rows: [Row] }

  private static let chinese = """
    <!DOCTYPE html><html><body><h1>春天来了</h1><p>记者：王明</p><p>春天来了，花都开了。</p>
    <ul><li>鸟在唱歌。</li></ul><table><tr><td>我们去公园。</td></tr></table><p>2023年3月16日</p></body></html>
    """
  private static let english = """
    <!DOCTYPE html><html><body><h1>Spring Has Come</h1><p>By Wang Ming</p>
    <p>Spring has come and the flowers are out.</p><ul><li>Birds are singing.</li></ul>
    <table><tr><td>We go to the park.</td></tr></table><p>March 16, 2023</p></body></html>
    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write(Self.chinese, to: "zh.html")
    try desk.write(Self.english, to: "en.html")
    #expect(try desk.run("bitext align zh.html en.html --as spring").status == 0)
    return desk
  }

  @Test func kindsAreStoredAndShown() throws {
    let desk = try desk()
    let rows = try desk.json(Rows.self, "bitext show spring --json").rows
    #expect(rows.map(\.kind) == ["heading", "byline", "text", "list-item", "cell", "time-stamp"])
    #expect(rows.map(\.status).filter { $0 != "unreviewed" } == ["non-text"])
    let shown = try desk.run("bitext show spring").output
    for words in [" heading", " byline non-text", " list-item", " cell", " time-stamp"] {
      #expect(shown.contains(words), "\(words)")
    }
    #expect(
      try desk.run("echo q | bitext review spring").output.contains(" · unreviewed · heading"))
  }

  @Test func bylinesStayBehind() throws {
    let desk = try desk()
    let exported = try desk.run("bitext export tmx spring -o spring.tmx")
    #expect(exported.output.contains("left out 1: 1 not text to translate\n"))
    let memory = try desk.read("spring.tmx")
    #expect(!memory.contains("王明") && memory.contains("<prop type=\"x-kind\">heading</prop>"))
    // A person may know better.
    try desk.run("bitext edit spring:2 unconfirm && bitext edit spring:2 confirm")
    #expect(
      try desk.run("bitext export tmx spring -o spring.tmx").output.contains("left out none\n"))
  }

  @Test func timesOfSubtitlesAreStoredAndShown() throws {
    let desk = try Desk()
    try desk.write("1\n00:00:01,0 --> 00:01:02,5\n春天来了。\n", to: "zh.srt")
    try desk.write("1\n00:00:01,0 --> 00:01:02,5\nSpring has come.\n", to: "en.srt")
    #expect(try desk.run("bitext align zh.srt en.srt --as film").status == 0)
    #expect(
      try desk.json(Rows.self, "bitext show film --json").rows.map(\.time) == [[1000, 62_500]])
    #expect(try desk.run("bitext show film").output.contains(" subtitle 00:00:01.000"))
    try desk.run("bitext export tmx film -o film.tmx")
    #expect(
      try desk.read("film.tmx").contains("<prop type=\"x-time\">00:00:01.000-00:01:02.500</prop>"))
  }

  @Test func speakersAreListedAndLearned() throws {
    let desk = try Desk()
    try desk.write("曹淑敏：你好。\n记者：你好吗？\n", to: "zh.txt")
    try desk.write("Cao Shumin: Hello.\nCCTV: How are you?\n", to: "en.txt")
    try desk.run("bitext align zh.txt en.txt --as talk")
    try Session(
      """
      $ bitext speakers talk
      SOURCE  TARGET      ROWS  CONFIRMED  GLOSSARY
      曹淑敏  Cao Shumin     1          0
      记者    CCTV           1          0
      $ bitext speakers talk --learn
      no confirmed row pairs new labels
      [1]
      $ bitext edit talk:3 confirm | head -1
         3 ✓ 1-1 0.99 confirmed
      $ bitext speakers talk --learn
      SOURCE  TARGET  ROWS  CONFIRMED  GLOSSARY
      记者    CCTV       1          1  T001
      $ bitext term edit T001 en=CCTV --text "CCTV reporter"
      T001 · speaker
        zh  记者           preferred · name
        en  CCTV reporter  preferred · name
      """
    ).check(at: desk)
  }
}
