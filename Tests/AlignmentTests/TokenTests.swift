import Bitext
import Testing

@testable import Alignment

/// Text in, tokens of evidence out, as one line of keys.
@Suite struct TokenTests {
  @Test(arguments: [
    ("3.5亿人", "#350000000 人"), ("140余部", "#140 余 部"), ("第十八届", "#18 届"),
    ("百分之三", "#3%"), ("3%", "#3%"), ("二〇二三年", "#2023 年"), ("1,234元", "#1234 元"),
    ("3月16日", "@month3 #16 日"), ("十二月", "@month12"), ("三人", "三 人"),
    ("两千五百万", "#25000000"), ("？！", "? !"), ("“好”", "\" 好 \""), ("《法》", "《 法 《"),
    ("ＡＢＣ１２", "abc #12"), ("", ""),
  ])
  func chinese(text: String, keys: String) {
    #expect(Tokenizer(language: .zh, headwords: nil).keys(text).joined(separator: " ") == keys)
  }

  @Test(arguments: [
    ("350 million people", "#350000000 peopl"), ("the 18th Congress", "the #18 congress"),
    ("thirteen laws", "#13 law"), ("forty-fifth session", "#45 session"),
    ("three percent", "#3%"), ("7.9 per cent", "#7.9%"), ("1,234,567", "#1234567"),
    ("20 000 men", "#20000 men"), ("in 1990 200 men", "in #1990 #200 men"),
    ("March 16, 2023", "@month3 #16 #2023"), ("we march on", "we march on"),
    ("China's laws", "china law"), ("well-known", "well known"), ("2.5 billion", "#2500000000"),
    ("Who?", "who ?"), ("1990s", "#1990"),
  ])
  func english(text: String, keys: String) {
    #expect(Tokenizer(language: .en, headwords: nil).keys(text).joined(separator: " ") == keys)
  }

  @Test func termsComeBeforeSingleCharacters() {
    let tokenizer = Tokenizer(language: .zh, headwords: nil, terms: ["依法治网", "法治"])
    #expect(tokenizer.keys("坚持依法治网和法治") == ["坚", "持", "依法治网", "和", "法治"])
  }

  @Test(arguments: [
    ("guo", "kuo"), ("xian", "hsien"), ("zhong", "chung"), ("shi", "shih"), ("hua", "hwa"),
    ("qing", "ching"), ("deng", "teng"), ("li", "li"),
  ])
  func wadeGiles(pinyin: String, spelling: String) {
    #expect(WadeGiles.spelling(of: pinyin) == spelling)
  }
}
