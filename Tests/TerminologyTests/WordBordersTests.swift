import Bitext
import Testing

@testable import Terminology

@Suite struct WordBordersTests {
  /// A term, the words of the language, a text, and the places where the term stands.
  @Test(arguments: [
    // Two words take all of it between them.
    ("程序", "排程 序列 程序", "排程序列", 0), ("程序", "排程 序列 程序", "新程序。", 1),
    // A longer word runs across an end.
    ("学生", "大学 学生 生物学 生活", "大学生物学", 0), ("学生", "大学 学生 生活", "大学生活动", 0),
    // A word as long that crosses one end proves nothing.
    ("法治", "法治 治国", "法治国家", 1), ("国家", "法治 治国 国家", "法治国家", 1),
    // A longer word that holds the term does not cut it.
    ("程序", "程序员 程序", "程序员", 1),
    // Without words every place counts.
    ("程序", "", "排程序列", 1),
  ])
  func terms(term: String, words: String, text: String, count: Int) {
    let known = Set(words.split(separator: " ").map(String.init))
    let headwords: Headwords = { scalars, start in
      var longest = 1
      var word = ""
      for (length, scalar) in scalars[start...].prefix(6).enumerated() {
        word.unicodeScalars.append(scalar)
        if known.contains(word) { longest = length + 1 }
      }
      return longest
    }
    let concepts = [Concept(id: "C", terms: [Term(language: .zh, text: term)])]
    let matcher = TermMatcher(concepts, language: .zh, words: words.isEmpty ? nil : headwords)
    #expect(matcher.matches(in: text).count == count)
    #expect(matcher.occurrences(in: text).count == count)
  }
}
