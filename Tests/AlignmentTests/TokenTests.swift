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

  @Test(arguments: [
    ("3,5 Prozent", "#3.5%"), ("1.234,5 km", "#1234.5 km"), ("1.240 Haushalte", "#1240 haushalt"),
    ("41,6 Millionen Euro", "#41600000 euro"), ("2 Mrd. Euro", "#2000000000 euro"),
    ("am 14. März 2022", "am #14 @month3 #2022"), ("14.3.2022", "#14 #3 #2022"),
    ("um 7.45 Uhr", "um #7.45 uhr"), ("Version 3.2", "version #3.2"), ("die Straße", "die strass"),
    ("„Gut“", "\" gut \""), ("12 %", "#12%"), ("1.000.000", "#1000000"),
  ])
  func german(text: String, keys: String) throws {
    let german = Tokenizer(language: try #require(Language("de")), headwords: nil)
    #expect(german.keys(text).joined(separator: " ") == keys)
  }

  @Test(arguments: [("fr", "3,5 km", "#3.5 km"), ("es", "1.234", "#1234"), ("ru", "2,75", "#2.75")])
  func decimalCommas(tag: String, text: String, keys: String) throws {
    let language = try #require(Language(tag))
    #expect(Tokenizer(language: language, headwords: nil).keys(text).joined(separator: " ") == keys)
  }

  @Test(arguments: [
    ("インターネットの本", "インターネット 本"), ("図書館です", "図 図書 書 書館 館"), ("ください", ""),
    ("令和4年3月", "#2022 年 @month3"), ("平成元年", "#1989 年"), ("8割", "#80%"),
    ("3パーセント", "#3%"), ("46億円", "#4600000000 円"), ("パネル・ホース", "パネル ホース"), ("「CD」", "\" cd \""),
  ])
  func japanese(text: String, keys: String) throws {
    let japanese = Tokenizer(language: try #require(Language("ja")), headwords: nil)
    #expect(japanese.keys(text).joined(separator: " ") == keys)
  }

  @Test func japaneseIsCutByItsDictionary() throws {
    let ja = try #require(Language("ja"))
    var builder = LexiconBuilder(from: ja, to: .en)
    builder.add("図書館", glosses: ["library"])
    builder.add("増える", glosses: ["to increase"])
    builder.add("です", glosses: ["to be"])
    let lexicon = try builder.lexicon()
    let keys = Tokenizer(language: ja, headwords: lexicon).keys("図書館が増えます。本です")
    #expect(keys == ["図書館", "増え", "本"])
    #expect(lexicon.glosses("増え").map(\.word) == ["increas"])
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
