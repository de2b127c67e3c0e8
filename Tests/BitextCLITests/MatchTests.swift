// `match` as a translator uses it: a text, a file, wrong arguments.
import Foundation
import Testing

@Suite struct MatchTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("春天来了，花都开了。\n\n鸟在树上唱歌。\n\n我们去公园散步。\n", to: "zh.txt")
    try desk.write(
      "Spring has come and the flowers are out.\n\nBirds sing in the trees.\n\n"
        + "We go for a walk in the park.\n", to: "en.txt")
    #expect(try desk.run("bitext align zh.txt en.txt --as spring --segmented").status == 0)
    for row in 1...3 { #expect(try desk.run("bitext edit spring:\(row) confirm").status == 0) }
    return desk
  }

  @Test func aTextIsMatchedFromBothSides() throws {
    try Session(
      """
      $ bitext match 我们去公园跑步。
        87  spring  confirmed  ann
            我们去公园[-散-]{+跑+}步。
            We go for a walk in the park.
      $ bitext match "birds sang in the trees."
        83  spring  confirmed  ann
            Birds [-sing-]{+sang+} in the trees.
            鸟在树上唱歌。
      $ bitext match 我們去公園散步。 --penalty script=10 --tsv
      90\tfuzzy\t我们去公园散步。\tWe go for a walk in the park.\tspring
      $ bitext match 今天没有会议。
      bitext: nothing in the memory is as near as 70
      [1]
      """
    ).check(at: desk())
  }

  @Test func aFileTellsItsLeverage() throws {
    let desk = try desk()
    try desk.write(
      "春天来了，花都开了。\n\n鸟在树上唱歌。\n\n我们去公园跑步。\n\n全新的一句。\n\n全新的一句。\n\n鸟在树上唱歌。\n",
      to: "new.txt")
    try Session(
      """
      $ bitext match new.txt
      new.txt: zh-Hans, 6 segments
      match       segments  characters    %
      101                1          10   23
      100                2          14   32
      repetition         1           6   14
      95-99              0           0    0
      85-94              1           8   18
      75-84              0           0    0
      70-74              0           0    0
      new                1           6   14
      total              6          44  100
      $ bitext match new.txt --tsv | sed -n 3p
      3\t我们去公园跑步。\t85-94\t87\tfuzzy\t我们去公园散步。\tWe go for a walk in the park.\tspring
      $ cat new.txt | bitext match - --min 90 | grep -c 70-74
      0
      [1]
      """
    ).check(at: desk)
    struct Report: Decodable {
      struct Segment: Decodable { var band: String }
      var counted: String
      var segments: [Segment]
    }
    let report = try desk.json(Report.self, "bitext match new.txt --json")
    #expect(report.counted == "characters")
    #expect(report.segments.map(\.band) == ["101", "100", "85-94", "new", "repetition", "100"])
  }

  /// A table says nothing of a review: its pairs are somebody's translations.
  @Test func aMemoryOfOnesOwnMatchesInFull() throws {
    let desk = try Desk()
    try desk.write("网络法治\tcyber law\n国家机关\tstate organ\n", to: "own.tsv")
    try desk.write("source\ttarget\tstatus\n会议\tmeeting\tunreviewed\n", to: "draft.tsv")
    try Session(
      """
      $ bitext import tsv own.tsv
      own: 2 units
      $ bitext import tsv draft.tsv
      draft: 1 unit
      $ bitext match 国家机关 --tsv
      100\texact\t国家机关\tstate organ\town
      $ bitext match 会议 --tsv
      99\texact\t会议\tmeeting\tdraft
      """
    ).check(at: desk)
  }

  @Test func wordsAreCountedInEnglish() throws {
    let desk = try desk()
    try desk.write("Birds sing in the trees.\n", to: "new.txt")
    #expect(try desk.run("bitext match new.txt").output.contains("segments  words"))
  }

  @Test(arguments: [
    ("--min 0", "--min takes 1 to 100."), ("--limit 0", "--limit takes a number from 1."),
    ("--penalty speed=1", "'speed=1' is invalid"),
    ("--penalty aligned=-1", "'aligned=-1' is invalid"),
    ("--tsv --json", "Give --tsv or --json, not both."),
  ]) func wrongArgumentsAreTold(_ options: String, _ words: String) throws {
    let result = try desk().run("bitext match 我们 \(options)", errorsInOutput: true)
    #expect(result.status == 2 && result.output.contains(words), "\(result.output)")
  }

  @Test(arguments: [
    ("printf ''", 3), ("printf '\\0\\0\\0binary'", 3), ("printf '\\377\\376\\377'", 3),
  ]) func aFileThatIsNoTextIsTold(_ maker: String, _ status: Int32) throws {
    let desk = try desk()
    try desk.run("\(maker) > bad.txt")
    let result = try desk.run("bitext match bad.txt", errorsInOutput: true)
    #expect(result.status == status && result.output.contains("fix: "), "\(result.output)")
  }

  @Test func theSameTwiceIsTheSame() throws {
    let desk = try desk()
    try desk.write("鸟在树上唱歌。\n\n春天来了。\n", to: "new.txt")
    let first = try desk.run("bitext match new.txt --json").output
    #expect(try desk.run("bitext match new.txt --json").output == first)
  }
}
