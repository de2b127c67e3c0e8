internal import Bitext
internal import Documents
internal import Testing

/// Where paragraphs begin and end, and which of them begin with a speaker label.
struct ParagraphTests {
  private func read(_ text: String, _ language: Language = .zh) throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: "a.txt", language: language)
  }

  private func paragraphs(_ text: String) throws -> [String] {
    let document = try read(text)
    return document.paragraphs.map { document.text.slice($0.range) }
  }

  static let files: [(text: String, paragraphs: [String])] = [
    ("甲。\n\n乙。\n", ["甲。", "乙。"]),
    ("甲。\r\n \u{3000}\r\n乙。", ["甲。", "乙。"]),
    ("甲。\r\r乙。", ["甲。", "乙。"]),
    ("　　甲。\n　　乙。  \n丙。", ["甲。", "乙。", "丙。"]),
    ("标题\n副标题\n正文开始。", ["标题", "副标题", "正文开始。"]),
    ("one", ["one"]),
  ]

  @Test(arguments: files)
  func withoutHardWrapEveryLineIsOne(text: String, paragraphs: [String]) throws {
    #expect(try self.paragraphs(text) == paragraphs)
  }

  @Test func linesCutAtAMarginJoin() throws {
    let text = """
      The white paper systematically summarizes the concept and
      practices of China's law-based cyberspace governance since
      the country was fully connected to the internet. It has
      offered Chinese ideas.
        The next paragraph is indented and goes on for a while,
      over another line.

      Cao Shumin:
      Ladies and gentlemen, friends from the media, good morning,
      and welcome.
      """
    #expect(
      try paragraphs(text).map { $0.prefix(9) + "…" + $0.suffix(9) } == [
        "The white…se ideas.", "The next …her line.", "Cao Shumi…o Shumin:",
        "Ladies an… welcome.",
      ])
  }

  /// Blocks with a sentence a line, whose lines are one paragraph, and blocks that only look so.
  static let blocks: [(text: String, paragraphs: [String])] = [
    (
      "One day.\nTwo men came.\nWe saw them.\n\nThey left.\nIt rained.\n",
      ["One day.\nTwo men came.\nWe saw them.", "They left.\nIt rained."]
    ),
    ("标题\n\n甲。\n乙！\n丙。\n\n丁？”\n戊。\n", ["标题", "甲。\n乙！\n丙。", "丁？”\n戊。"]),
    // A speaker begins; a line without a full stop could run into the next.
    (
      "甲来了。\n乙走了。\n曹淑敏：大家好。\n谢谢大家。\n\n只是；\n丁。\n戊。",
      ["甲来了。\n乙走了。", "曹淑敏：大家好。", "谢谢大家。", "只是；", "丁。\n戊。"]
    ),
    // Several sentences a line: each line is a paragraph.
    ("甲。乙。\n丙。丁。\n戊。\n己。\n\n庚。", ["甲。乙。", "丙。丁。", "戊。", "己。", "庚。"]),
    ("a\nb\nc\nd\n\ne", ["a", "b", "c", "d", "e"]),
    ("甲。\n乙。\n丙。\n丁。\n", ["甲。", "乙。", "丙。", "丁。"]),
  ]

  @Test(arguments: blocks)
  func linesOfSentencesJoin(text: String, paragraphs: [String]) throws {
    #expect(try self.paragraphs(text) == paragraphs)
  }

  static let kinds: [(line: String, kind: Paragraph.Kind)] = [
    ("- 3 -", .furniture), ("Page 3 of 9", .furniture), ("第 3 页 共 9 页", .furniture),
    ("第3页，共9页", .furniture), ("3", .text), ("-3", .text), ("Page boy", .text),
    ("2023年3月16日", .timeStamp), ("2023-03-16 10:00", .timeStamp), ("March 16, 2023", .timeStamp),
    ("发布时间：2023-03-16 10:00:01", .timeStamp), ("Thursday, 16 March 2023, 10:00 am", .timeStamp),
    ("1994", .text), ("3.5 - 4.5", .text), ("In March 2023 it rained.", .text), ("3:0", .text),
    ("By Ann Smith and Li Na", .byline), ("记者：王明", .byline), ("Source: China.org.cn", .byline),
    ("By the way", .text), ("By Monday it was over.", .text), ("记者：请问进展如何？", .text),
    ("第三章 网络执法", .heading), ("Chapter IV", .heading), ("PART TWO: THE SEA", .heading),
    ("第三，全面开展。", .text), ("第三", .text), ("Part of it", .text), ("Chapter 3 begins here.", .text),
    ("• one", .listItem), ("● 一。", .listItem), ("- one", .text),
  ]

  @Test(arguments: kinds)
  func kindsAreToldByTheWords(line: String, kind: Paragraph.Kind) throws {
    #expect(try read(line).paragraphs.map(\.kind) == [kind])
  }

  /// Label and rest as `label|rest`; a text without `|` has none.
  static let labels = [
    "曹淑敏：|大家上午好。", "曹淑敏:|大家上午好。", "曹淑敏：|", "Cao Shumin:|", "Cao Shumin:| Good morning.",
    "中央广播电视总台央视记者：|谢谢主持人。", "CCTV:| Thank you.", "新华社记者：|请问进展如何？", "问：|为什么？", "答：|不知道。",
    "Q:| Why?", "主持人：|好。", "杰夫·贝索斯：|好。", "欧阳修：|好。", "外交部发言人：|好。", "記者：|好。",
    "Ministry of Foreign Affairs Spokesperson:| Yes.", "J. K. Rowling:| Yes.", "Mr. Smith:| “Yes.”",
    "Xing Huina (Deputy):" + " Yes.",
    "第一：大家好。", "一是：大家好。", "注：见下文。", "Note: see below.", "他说：“好。”", "时间：2023年3月。",
    "方法：如下所述。", "主要内容包括：如下。", "Global Governance: A New Idea", "习近平：网络强国之路",
    "http://example.org is a site.", "记者http://example.org。", "See: it works.",
    "People-centered development: we must.",
    "Smith:no space.", "他说，好：大家。", "Chapter One: It begins.", "曹淑敏说：好。", "宝玉：好。", "Romeo: Yes.",
    "First, one thing: it works.", "2023年：好。",
  ]

  @Test(arguments: labels)
  func label(picture: String) throws {
    let text = picture.replacing("|", with: "")
    let document = try read(text)
    let paragraph = try #require(document.paragraphs.first)
    let label = paragraph.label.map { document.text.slice($0) }
    #expect(
      label == (picture.contains("|") ? picture.split(separator: "|").first.map(String.init) : nil))
    #expect(paragraph.range == 0..<text.utf8.count)
  }

  @Test func aDoubtfulNameCountsWhenItComesAgain() throws {
    let document = try read("Romeo: Yes.\n\nJuliet: No.\n\nRomeo: Why?\n\nMore: it ends.")
    #expect(
      document.paragraphs.map { $0.label.map { document.text.slice($0) } }
        == ["Romeo:", nil, "Romeo:", nil])
  }

  @Test func segmentedFilesKeepEveryLineWhole() throws {
    let text = "曹淑敏：\n\n 甲。乙。 \n丙：好。\n\n\n\n丁。\r\n问：为什么？\n"
    let document = try DocumentReader.readSegmented(
      Array(text.utf8), name: "a.txt", language: .zh)
    #expect(document.texts == ["曹淑敏：", "甲。乙。", "丙：好。", "丁。", "问：为什么？"])
    #expect(document.segments.map(\.paragraph) == [0, 1, 1, 2, 2])
    #expect(
      document.segments.map(\.kind) == [.label, .sentence, .sentence, .sentence, .sentence])
    #expect(document.segments.allSatisfy { $0.speaker == "曹淑敏" })
    #expect(
      document.document.paragraphs.map { document.document.text.slice($0.range) }
        == ["曹淑敏：", "甲。乙。 \n丙：好。", "丁。\r\n问：为什么？"])
  }
}
