internal import Bitext
internal import Documents
internal import Testing

/// Languages told by the text, and texts taken apart by language.
struct LanguageTests {
  static let texts: [(text: String, tag: String?)] = [
    ("今天天气很好，我们去公园散步。", "zh-Hans"), ("今天天氣很好，我們去公園散步。", "zh-Hant"),
    ("用 PostgreSQL 与 Elasticsearch 搭建的检索系统", "zh-Hans"),
    ("The weather is fine today, and we go to the park.", "en"),
    ("The rule of law (法治) in cyberspace is what we want.", "en"),
    ("Das Wetter ist heute schön, und wir gehen in den Park.", "de"),
    ("Il fait beau aujourd’hui et nous allons au parc avec les enfants.", "fr"),
    ("Hoy hace buen tiempo y vamos al parque con los niños.", "es"),
    ("今日は天気がいいので、公園へ散歩に行きます。", "ja"), ("오늘은 날씨가 좋아서 공원에 갑니다.", "ko"),
    ("Сегодня хорошая погода, мы идём в парк.", "ru"),
    ("Сьогодні гарна погода, йдемо в парк.", "uk"),
    ("Σήμερα ο καιρός είναι καλός.", "el"), ("الطقس جميل اليوم.", "ar"), ("", nil), ("2023", nil),
    ("Xyzzy plugh quux.", nil),
  ]

  @Test(arguments: texts)
  func languageOf(text: String, tag: String?) {
    #expect(LanguageGuess(text).language?.tag == tag)
  }

  /// A file of both languages, and its two sides, each with `|` between paragraphs.
  static let bilingual: [(name: String, text: String, sides: [String])] = [
    ("a.txt", "今天。\nToday.\n\n明天。\nTomorrow.\n", ["今天。|明天。", "Today.|Tomorrow."]),
    (
      "a.txt", "One day.\n有一天。\n\n1.\n1.\n\nThe end.\n完。\n", ["One day.|1.|The end.", "有一天。|1.|完。"]
    ),
    (
      "a.tsv", "今天\tToday\n用 Swift 写\tWritten in Swift\n",
      ["今天|用 Swift 写", "Today|Written in Swift"]
    ),
    (
      "a.html", "<table><tr><td>今天</td><td>Today</td></tr><tr><td>好</td><td>Good</td></tr></table>",
      ["今天|好", "Today|Good"]
    ),
    (
      "a.txt",
      "Das Wetter ist schön und warm.\nThe weather is fine and warm.\nWir gehen in den Park.\n"
        + "We go to the park.\n",
      [
        "Das Wetter ist schön und warm.|Wir gehen in den Park.",
        "The weather is fine and warm.|We go to the park.",
      ]
    ),
  ]

  @Test(arguments: bilingual)
  func oneFileIsTakenApart(name: String, text: String, sides: [String]) throws {
    let parted = try InterleavedText(Array(text.utf8), name: name)
    let found = parted.sides.map { side in
      side.paragraphs.map { side.text.slice($0.range) }.joined(separator: "|")
    }
    #expect(found == sides)
    #expect((parted.sides.allSatisfy { $0.isCoveredByParagraphs }))
    #expect(
      parted.sides.map(\.language) == sides.map { LanguageGuess($0).language ?? .undetermined })
  }

  @Test func aFileOfOneLanguageIsRefused() {
    #expect {
      try InterleavedText(Array("One day.\nThe end of it.\n".utf8), name: "a.txt")
    } throws: {
      "\($0)"
        == "a.txt: the file holds one language, en, and no two that could be told apart\n"
        + "  fix: name two files, or state the languages with --source-lang and --target-lang"
    }
  }

  @Test func statedLanguagesDecide() throws {
    let text = Array("Hallo.\nHello.\nDas ist der Weg in den Park.\nThat is the way to it.\n".utf8)
    let languages = try ["de", "en"].map { try #require(Language($0)) }
    let parted = try InterleavedText(text, name: "a.txt", languages: languages)
    #expect(parted.sides.map(\.paragraphs.count) == [2, 2])
    #expect(parted.sides.map(\.language) == languages)
  }
}
