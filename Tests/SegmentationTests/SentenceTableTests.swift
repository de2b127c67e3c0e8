internal import Bitext
internal import Segmentation
internal import Testing

/// What a translator would cut, as tables: `|` is a break, and a literal bar is written `¦`.
struct SentenceTableTests {
  static let chinese = [
    "增长率为3.5%。|他说：“我们明天见。”|记者提问。",
    "我看了《摔跤吧！爸爸》。|很好看。",
    "发展很快。|“好。”他说。",
    "“好！”韦小宝笑道。|大家都走了。",
    "“好。”|他走了。",
    "他答应了。|“好！”|“再见！”",
    "票房达10.67亿元，创下纪录。|日期是2023.3.16。|会后散去。",
    "他想了想……然后走了。",
    "他想了想……|“走吧。”",
    "“我不知道……”|“足够了，”他说。",
    "人生——这是什么？|谁也不知道。",
    "真的吗？！|真的！！！|好。",
    "他（她也来了。真的）走了。",
    "他走了（真的）。|她留下了。",
    "他说：“天晴了。|我们走。”|大家都笑了。",
    "作者是J.K.罗琳。|书很好。",
    "请访问www.bbc.co.uk查看。|谢谢。",
    "访问https://a.cn/x?id=3。|谢谢！",
    "通用移动系统（U.M.T.S.）的速度很快。",
    "他走了.|我来了.",
    "他走了. |我来了.",
    "「好！」|「走吧。」|他們都走了。",
    "『好。』她說。",
    "第一，坚定不移。|第二，稳步推进。",
    "1. 加快立法。|2. 严格执法。",
    "一、加快立法；二、严格执法。",
    "他们提出“为什么？”、“怎么办？”等问题。",
    "与会者说：“好！”，然后散会。",
    "上映《你好，李焕英》《唐人街探案3！》等影片。|观众很多。",
    "产品由iSmell公司提供。|iRadio还可以监视股票。",
    "下面，我和我的同事愿意回答大家的提问，谢谢！",
    "推进“互联网+普法”，全社会法治意识不断增强。",
    "他问“为什么？”的时候，我走了。",
    "俗语说的好：‘与人方便，自己方便。’|他走了。",
    "他走了。 |我来了。",
    "他说“呸，你不会摔交。 ”|他走了。",
    "【记者】你好吗？|【发言人】很好。",
    "好｡|走｡",
    "那一刻，他说：“——”",
  ]

  static let english = [
    "Mr. Smith came. |He left.",
    "the U.S. economy",
    "The U.S. economy grew. |It grew fast.",
    "He lives in the U.S. |He likes it.",
    "He said \"Go.\" |Then he left.",
    "He said “Go.” |Then he left.",
    "China.org.cn ¦ March 31, 2023",
    "Dr. Li and Prof. Wang spoke. |We listened.",
    "See No. 5 and Fig. 3. |They differ.",
    "He said so. |5 people left.",
    "It has many, e.g. Asia, i.e. the East.",
    "J. K. Rowling wrote it. |I read it.",
    "George W. Bush spoke. |So did I. |Then we left.",
    "“Why?” he asked. |“Because.”",
    "\"Why?\" he asked. |\"Because.\"",
    "'Why?' I asked. |'Because,' he said.",
    "\"Go!\" Smith cried. |We went.",
    "“Really?!” |“Yes!” |“No…”",
    "1. Open the file. |2. Read it.",
    "It costs 3.5 yuan (about $0.5). |Cheap.",
    "See https://example.org/a.html?b=c. |Then go on.",
    "We met at 9 a.m. Monday. |It rained.",
    "We met at 9 a.m. |Then it rained.",
    "We met at 9 a.m. sharp.",
    "Apple Inc. and Foo Ltd. Group merged. |It was Foo Ltd. |They sold it.",
    "(He left. She stayed.) |We slept.",
    "He left (really). |She stayed.",
    "He won in 2003. |45 people saw it.",
    "It grew in 2003. |$3.5 million was paid.",
    "Well... |I see.",
    "well... maybe so",
    "Well… |I see.",
    "Do . . . you . . . give in?",
    "“You mean, those rumors—” |“Most are true.”",
    "He—that is, I—left.",
    "It is over. |“Yes,” she said. |(So it was.)",
    "Her son's. |Mrs. Li's. |Done.",
    "The St. Petersburg team, led by Gen. Lee, won vs. Rome.",
    "He holds a Ph.D. from M.I.T. in physics.",
    "Yahoo! has a site. |It is big.",
    "She arrived on Jan. 5 from Washington, D.C. |The trip was long.",
    "Sales rose 5 percent, etc. |We were glad.",
    "What is \"Why?\" in Chinese?",
    "[This is a note. It is long.] |Text.",
    "“Go.” |“Now?” |“Now.”",
    "He said: “Go. |Do not wait.” |He left.",
    "‘Go.’ |‘Now.’",
    "Mr.\nSmith came\nhome. |He\nleft.",
  ]

  static let german = [
    "Das ist gut. |Er kam heute.",
    "Am 14. März 2022 begann es. |Am 3. Mai war es aus.",
    "Vom 4. bis zum 29. April, Zimmer 212. |Danach nicht.",
    "Es waren 12. |Die anderen kamen später.",
    "Das 19. Jahrhundert war lang. |Im Jahr 1850 kam der Zug.",
    "Dr. Brehm und Prof. Lindner sprachen. |Wir hörten zu.",
    "Siehe Nr. 5 und Abs. 3. |Es gilt z. B. der Stempel.",
    "Es kostet 4,80 Euro (ca. 5 Mio. Stück). |Gut.",
    "„Gut.“ |„Nein.“ |Er ging.",
    "„Wir gehen. |Wir bleiben nicht.“ |Er ging.",
    "„Warum?“ fragte sie. |„Darum“, sagte er.",
    "Um 7.12 Uhr kam der Zug. |Es regnete.",
    "1. Öffnen Sie die Klappe. |2. Legen Sie den Akku ein.",
  ]

  static let japanese = [
    "はい。|「そうです。」|行きましょう。",
    "「はい。」と彼は答えた。|雨が降っていた。",
    "「行くの？」って聞いた。|返事はない。",
    "長さ128メートル、幅7.5メートル。|工費は46億円だった。",
    "誰が受けられますか。|40歳以上の方です！|はい。",
  ]

  static let others = [
    ("fr", "C'est vrai ? |Oui. |« Bon. » |Elle part."),
    ("hi", "यह अच्छा है। |वह गया।"),
    ("ar", "هل هذا صحيح؟ |نعم."),
  ]

  @Test(arguments: chinese)
  func chineseBreaks(_ picture: String) { check(picture, .zh) }

  @Test(arguments: english)
  func englishBreaks(_ picture: String) { check(picture, .en) }

  @Test(arguments: german)
  func germanBreaks(_ picture: String) throws { check(picture, try #require(Language("de"))) }

  @Test(arguments: japanese)
  func japaneseBreaks(_ picture: String) throws { check(picture, try #require(Language("ja"))) }

  @Test(arguments: others)
  func otherBreaks(_ tag: String, _ picture: String) throws {
    check(picture, try #require(Language(tag)))
  }

  private func check(_ picture: String, _ language: Language) {
    let text = picture.filter { $0 != "|" }.map { $0 == "¦" ? "|" : String($0) }.joined()
    let found = Segmenter(language).segment(.paragraphs([text], language)).texts
    let expected = picture.split(separator: "|").map {
      String($0.replacing("¦", with: "|").trimmingSuffix(while: \.isWhitespace))
    }
    #expect(found == expected)
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> SubSequence {
    var end = self[...]
    while let last = end.last, condition(last) { end.removeLast() }
    return end
  }
}
