internal import Bitext
internal import Segmentation
internal import Testing

/// Where a sentence may be cut too, as tables: `|` is a soft boundary, and after the text stand the
/// reasons in order.
struct SoftBoundaryTests {
  static let chinese = [
    ("一、加快立法；|二、严格执法。", "enumeration"),
    ("他去了；|我没去。", "semicolon"),
    ("我们要：|一是加快立法，|二是严格执法。", "enumeration enumeration"),
    ("结论是：|天晴了。", "colon"),
    ("会议要求，|第一，加快；|第二，严格。", "enumeration enumeration"),
    ("包括：|①加快立法；|②严格执法", "enumeration enumeration"),
    ("内容有|①立法|②执法", "enumeration enumeration"),
    ("规定如下：|（一）立法；|（二）执法。", "enumeration enumeration"),
    ("他说：|“天晴了。”", "colon"),
    ("他想了想……|然后走了。", "ellipsis"), ("“我……|你来了”", "ellipsis"),
    ("人生——|这是什么？", "dash"),
    ("“好。”|他说。", "quotation"),
    ("他（来了。|真的）走了。", "brackets"),
    ("《你好：李焕英》上映了", ""), ("比分是3：1", ""), ("时间为9：30", ""), ("见（甲；乙）两条", ""),
    ("这一观点①，值得注意", ""), ("我看了《摔跤吧！爸爸》。", ""), ("访问https://a.cn看看", ""),
    ("他是第一，我是第二", ""), ("三是质数", ""), ("他走了；", ""), ("“走吧；”|他说", "semicolon"),
  ]

  static let english = [
    ("He went; |I stayed.", "semicolon"), ("The rule: |be kind.", "colon"),
    ("There are three: |first, this; |second, that.", "enumeration enumeration"),
    ("We need: |(a) time; |(b) money.", "enumeration enumeration"),
    ("\"Why?\" |he asked.", "quotation"), ("At 9:30 in a ratio of 3:1 at http://a.b", ""),
    ("See the rule (a; b) there", ""), ("He came first, then left", ""),
    ("Mr. Li has 3.5 of No. 5", ""), ("He—that is, I—left 3–5 behind", ""),
  ]

  @Test(arguments: chinese)
  func chineseBoundaries(_ picture: String, _ reasons: String) throws {
    try check(picture, reasons, "zh")
  }

  @Test(arguments: english)
  func englishBoundaries(_ picture: String, _ reasons: String) throws {
    try check(picture, reasons, "en")
  }

  @Test(arguments: [
    ("de", "Wir wollen erstens Zeit", ""),
    ("de", "Wir wollen: |erstens Zeit, |zweitens Geld.", "enumeration enumeration"),
    ("fr", "Il faut : |premièrement, lire ; |enfin, écrire.", "enumeration enumeration"),
    ("es", "Hay que: |primero, leer; |por último, escribir.", "enumeration enumeration"),
    ("ru", "Нужно: |во-первых, читать, |во-вторых, писать.", "enumeration enumeration"),
    ("ja", "目的は、|第一に調査、|第二に分析である。", "enumeration enumeration"),
    ("ko", "목적은: |첫째, 조사; |둘째, 분석이다.", "enumeration enumeration"),
  ])
  func otherBoundaries(_ tag: String, _ picture: String, _ reasons: String) throws {
    try check(picture, reasons, tag)
  }

  /// A text that is one segment by its unit shows where its sentences end.
  @Test(arguments: [SegmentUnit.paragraph, .line])
  func otherUnitsShowSentences(_ unit: SegmentUnit) throws {
    try check("他来了；|我走了。|完了。", "semicolon sentence", "zh", unit)
  }

  @Test func labelsHaveNone() throws {
    var document = Document.paragraphs(["问：好；不好"], .zh)
    document.paragraphs[0].label = 0..<"问：".utf8.count
    let segmenter = Segmenter(.zh)
    let boundaries = segmenter.softBoundaries(of: try segmenter.segment(document))
    #expect(boundaries.map(\.offset) == ["问：好；".utf8.count])
  }

  private func check(
    _ picture: String, _ reasons: String, _ tag: String, _ unit: SegmentUnit = .sentence
  ) throws {
    let language = try Language.named(tag)
    let text = picture.filter { $0 != "|" }
    let segmenter = Segmenter(language, unit: unit)
    let segmented = try segmenter.segment(.paragraphs([text], language))
    let boundaries = segmenter.softBoundaries(of: segmented)
    var marked = Array(text.utf8)
    for boundary in boundaries.reversed() { marked.insert(UInt8(ascii: "|"), at: boundary.offset) }
    #expect(String(decoding: marked, as: UTF8.self) == picture)
    #expect(boundaries.map(\.reason.rawValue).joined(separator: " ") == reasons)
    #expect(segmented.segments.count == 1)
  }
}

/// The same texts by each unit.
struct UnitTests {
  @Test(arguments: [
    (SegmentUnit.paragraph, ["问：", "他来了；我\n走了。完了。", "好：是。"]),
    (.sentence, ["问：", "他来了；我\n走了。", "完了。", "好：是。"]),
    (.clause, ["问：", "他来了；", "我\n走了。", "完了。", "好：", "是。"]),
    (.line, ["问：", "他来了；我", "走了。完了。", "好：是。"]),
  ])
  func units(_ unit: SegmentUnit, _ texts: [String]) throws {
    var document = Document.paragraphs(["问：他来了；我\n走了。完了。", "好：是。"], .zh)
    document.paragraphs[0].label = 0..<"问：".utf8.count
    let segmented = try Segmenter(.zh, unit: unit).segment(document)
    #expect(segmented.texts == texts)
    #expect(segmented.segments.first?.kind == .label)
  }
}
