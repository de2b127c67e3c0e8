import Bitext
import Testing

@testable import Checks

/// What the rules say of pairs, as `rule: reason`, divided by `; `.
private func findings(_ source: String, _ target: String, _ sourceTag: Language = .zhHans) -> String
{
  PairCheck(source: sourceTag, target: .en).findings(source: source, target: target)
    .map { "\($0.rule.rawValue): \($0.reason)" }.joined(separator: "; ")
}

@Suite struct PairCheckTests {
  /// What is written in two ways and means the same: nothing to say.
  @Test(arguments: [
    ("共140余部法律", "more than 140 laws"), ("3.5亿人", "350 million people"),
    ("3000多万元", "over 30 million yuan"), ("三千五百万人", "35 million people"),
    ("20世纪60年代", "in the 1960s"), ("60年代", "in the sixties"), ("二〇二三年", "in 2023"),
    ("百分之三", "3 percent"), ("增长5.2%", "up 5.2 per cent"), ("三分之一", "one third"),
    ("第十八届", "the 18th session"), ("2023年3月16日", "March 16, 2023"), ("3 月", "in March"),
    ("两个小时", "two hours"), ("24小时", "a day of 24 hours"), ("下午3点", "at 15:00"),
    ("5公里", "5 km"), ("约5公里", "about 3 miles"), ("32 位整数", "a 32-bit integer"),
    ("8位数字", "8 digits"), ("100兆", "100 MB"), ("1千米", "1 km"), ("共9.6千次", "9.6k times"),
    ("删除 %1$s 和 %2$s", "Delete %s and %s"), ("%d 个文件", "%d files"), ("占 50%", "50% of it"),
    ("<文件名>", "<file>"), ("&lt;b&gt;", "<b"), ("%Y年%m月%d日", "%b %d, %Y"),
    ("{ $count } 分钟", "{$count} minutes"), ("花费 $15", "costs $15"),
    ("文件(_F)", "_File"), ("（一）总则", "(1) General"), ("一）总则", "General"),
    ("5\" 屏幕", "a 5\" screen"), ("笑 :)", "Laugh"), ("正在查找...", "Searching..."),
    ("源代码::", "Source code::"), ("关键字;设置;窗口;键", "keyword;setup;window;key"),
    ("常常试试", "often"), ("他现在在家", "he is at home now"), ("乾隆皇后", "the empress"),
    ("使用 Django", "with Django"), ("色彩 (HSL)", "Lightness"), ("一份 MRE", "a Meal Ready to Eat"),
    ("在法国和德国", "in German and French towns"), ("URL 列表", "list of URLs"),
    ("名字“中文”", "the name “中文”"), ("-v --version", "-v --version"), ("RAM", "RAM"),
    ("好吗？", "All right?"), ("", ""), ("售价 1.50 元", "It costs 1.5 yuan"), ("版本 2.0", "version 2"),
    ("*o1* 返回 ``1``", "*o1* returns ``1``"),
  ])
  func quiet(source: String, target: String) {
    #expect(findings(source, target) == "")
  }

  /// A fault, and what is said of it.
  @Test(arguments: [
    ("保存", "  ", "empty: the target has no text"),
    ("打开文件", "打开文件", "untranslated: the target is the source"),
    ("在启动时导入名单", "Import the 名单 on startup", "untranslated: 名单 is not translated"),
    ("共140部", "150 in all", "number: 140 in source, 150 in target"),
    ("3.5亿人", "35 million people", "number: 3.5亿 in source, 35 million in target"),
    ("占9%", "10% of it", "number: 9% in source, 10% in target"),
    ("有3个和7个", "3 of them", "number: 7 only in source"),
    ("版本 3.14.2", "version 3.14.3", "number: 3.14.2 in source, 3.14.3 in target"),
    ("Python 3.1 之前", "Before Python 3.10", "number: 3.10 only in target"),
    ("设置为 0", "Set to 00", "number: 0 in source, 00 in target"),
    ("返回 ``1``", "Returns a value", "number: 1 only in source"),
    ("20世纪60年代", "in the 1970s", "date: 60年代 only in source"),
    ("2023年3月", "March 2024", "date: 2023年 in source, 2024 in target"),
    ("3月16日", "April 16", "date: 3月 in source, April in target"),
    (
      "近140部", "more than 140 of them",
      "approximate: less than 140 in source, more than 140 in target"
    ),
    ("5公里", "5 miles", "unit: 5 km in source, 5 mile in target"),
    ("30 秒", "30 days", "unit: 30 s in source, 30 day in target"),
    ("删除 %s？", "Delete %d?", "placeholder: %s only in source; placeholder: %d only in target"),
    ("你好 {0}", "Hello {1}", "placeholder: {0} only in source; placeholder: {1} only in target"),
    (
      "%(name)s 来了", "%(nam)s came",
      "placeholder: %(name)s only in source; placeholder: %(nam)s only in target"
    ),
    ("&brand; 版", "the & brand;", "placeholder: &brand; only in source"),
    ("{{x}} 和 $y", "{{x}} and y", "placeholder: $y only in source"),
    ("<b>注意</b>", "<b>Note", "tag: </b> only in source"),
    ("（一）总则", "(1 General", "bracket: ( has no partner in target"),
    ("他说“好”", "He said “yes", "quote: “ has no partner in target"),
    ("好,走", "Go", "width: , is half-width after Chinese: ，"),
    ("（好)", "(Good)", "width: ) is half-width its partner is full-width"),
    ("走。", "Go。", "width: 。 is full-width in target"),
    ("網络", "network", "script: 網 is traditional"),
    ("好吗？", "Fine.", "question: question mark only in source"),
    ("在这里", "in the the house", "doubled-word: the the"),
    ("人类可读的的信息", "readable", "doubled-word: 的的"),
    ("安装 Smaba", "Install Samba", "name: Smaba in source, Samba in target"),
    ("日语 (Apple 键盘)", "Japanese (Pascal keyboard)", "name: Apple in source, Pascal in target"),
    ("去法国", "to Germany", "name: 法国 in source, German in target"),
    (
      "好", "It is all right with me, whatever you say or do about it",
      "length: target ×4.5 of what its partner calls for"
    ),
  ])
  func loud(source: String, target: String, said: String) {
    #expect(findings(source, target) == said)
  }

  @Test func aFindingHasItsPlace() throws {
    let target = "About 150 laws"
    let found = PairCheck(source: .zh, target: .en).findings(source: "约140部法律", target: target)
    #expect(found.map { target.slice($0.range) } == ["150"])
    #expect(found.map(\.side) == [.target])
  }

  @Test func onlyTheRulesWantedAreAsked() {
    let check = PairCheck(source: .zh, target: .en, rules: [.unit])
    #expect(check.findings(source: "好,共140", target: "150 %s").isEmpty)
  }

  @Test func everyRuleHasAnIDOfItsOwnAndWords() {
    #expect(Set(Rule.allCases.map(\.words)).count == Rule.allCases.count)
    let ids = Rule.allCases.map(\.rawValue)
    #expect(ids.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
  }

  /// Any bytes that decode to text are checked without a crash, and places lie in the text.
  @Test func hostileTexts() {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "%", "{", "}", "<", ">", "&", ";", "$", "1", "9", ".", ",", "年", "月", "一", "百", "分", "之", "万",
      "(", "）", "\"", "“", "a", "Z", " ", "：", "的", "\u{0}", "😀", "é", "％", "世纪", "half", "%1$s",
    ]
    for _ in 0..<3000 {
      func text() -> String { (0..<random(12)).map { _ in pieces[random(pieces.count)] }.joined() }
      let texts = [text(), text()]
      for finding in PairCheck(source: .zh, target: .en).findings(
        source: texts[0], target: texts[1])
      {
        let length = texts[finding.side == .source ? 0 : 1].utf8.count
        #expect(finding.range.lowerBound >= 0 && finding.range.upperBound <= length)
      }
    }
  }
}
