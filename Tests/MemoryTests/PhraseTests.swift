// What search takes for the same, and what it tells apart: a table to read.
import Bitext
import Testing

@testable import Memory

@Suite struct PhraseTests {
  struct Case: CustomTestStringConvertible {
    var phrase: String
    var text: String
    /// What is found, in the form in which it is told: `law (inflected)`.
    var found: [String]
    var language = Language.en
    var testDescription: String { "\(phrase) in \(text)" }

    init(_ phrase: String, _ text: String, _ found: String..., language: Language = .en) {
      (self.phrase, self.text, self.found, self.language) = (phrase, text, found, language)
    }
  }

  @Test(arguments: [
    Case("law", "Law and laws, lawns, flaw.", "Law (same)", "laws (inflected)"),
    Case("Law", "Law and law: Laws", "Law (same)", "Laws (inflected)"),
    Case("US", "the US told us, USA", "US (same)"),
    Case("rule of law", "The rules of law; rule, of law", "rules of law (inflected)"),
    Case("law-based", "a law based and law-based order", "law based (folded)", "law-based (same)"),
    Case("China", "China's cities, CHINA", "China (same)"),
    Case("china", "China's cities, CHINA", "China (same)", "CHINA (same)"),
    Case("don't", "They don’t, we don't", "don’t (folded)", "don't (same)"),
    Case("\"yes\"", "He said “yes”", "“yes” (folded)"),
    Case("140", "140 laws, 1140, 140", "140 (same)", "140 (same)"),
    Case("café", "The CAFÉ and cafe", "CAFÉ (same)"),
    Case("opened", "opening up", "opening (inflected)"),
  ])
  func english(_ row: Case) { check(row) }

  @Test(arguments: [
    Case("法", "依法治网，網絡法治。", "法 (same)", "法 (same)"),
    Case("网络法治", "網絡法治和网络法治", "網絡法治 (folded)", "网络法治 (same)"),
    Case("網絡", "网络", "网络 (folded)"),
    Case("使用GNOME桌面", "使用 GNOME 桌面", "使用 GNOME 桌面 (folded)"),
    Case("ＡＢＣ", "ABC和AB", "ABC (folded)"),
    Case("abc", "ＡＢＣ", "ＡＢＣ (folded)"),
    Case("，但", "好,但是", ",但 (folded)"),
    Case("好但", "好，但是"),
    Case("“四梁八柱”", "「四梁八柱」已经", "「四梁八柱」 (folded)"),
    Case("1994年", "1994年以来", "1994年 (same)"),
    Case("𠀀𠀁", "𠀀𠀁字", "𠀀𠀁 (same)"),
    Case("…", "是吗…", "… (same)"),
  ])
  func chinese(_ row: Case) {
    var row = row
    row.language = .zh
    check(row)
  }

  private func check(_ row: Case) {
    let cutter = SearchTokens(Stems(row.language))
    let phrase = Phrase(row.phrase, by: cutter)
    var text = row.text
    let bytes = Array(text.utf8)
    let marks = text.withUTF8 { phrase.marks(in: $0, cutter.tokens(of: row.text), .source) }
    let told = marks.map {
      "\(String(decoding: bytes[$0.range], as: UTF8.self)) (\($0.form.rawValue))"
    }
    #expect(told == row.found)
  }

  /// Whatever is found is found by grams that the text has: the index never hides a hit.
  @Test func gramsOfAHitAreInItsText() {
    let cutter = SearchTokens(Stems(.zh))
    var random = SeededGenerator(1)
    let pieces = ["法", "治", "網", "网", "，", ",", " ", "law", "laws", "Law-", "1", "。", "“", "é"]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &random)! }.joined()
      let start = text.indices.randomElement(using: &random)!
      let phrase = Phrase(String(text[start...].prefix(4)), by: cutter)
      let tokens = cutter.tokens(of: text)
      var copy = text
      guard !copy.withUTF8({ phrase.marks(in: $0, tokens, .source) }).isEmpty else { continue }
      let all = Set(tokens.compactMap { Gram($0.key, .source) }).union(
        zip(tokens, tokens.dropFirst()).compactMap { Gram($0.key, $1.key, .source) })
      #expect(Gram.of(phrase.keys, .source).isSubset(of: all), "\(text)")
    }
  }
}
