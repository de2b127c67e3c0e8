import Bitext
import Testing

@testable import Terminology

@Suite struct TermMatcherTests {
  /// The text, and the pieces of it that are terms, divided by |.
  @Test(arguments: [
    ("China's law-based cyberspace governance", "law-based cyberspace governance"),
    ("Law Based Cyberspace Governance", "Law Based Cyberspace Governance"),
    ("the CPC Central Committee's work", "CPC Central Committee"),
    ("monopolies and a minor’s data", "monopolies|minor"),
    ("laws, regulations and rules", "laws, regulations and rules"),
    ("laws, regulations, and rules", "laws, regulations, and rules"),
    ("rule-making", "rule-making"), ("ruler making", ""), ("the rule. Making it", ""),
    ("“Internet Plus” public legal education", "Internet Plus” public legal education"),
    ("cyberspaces", "cyberspaces"), ("hypercyberspace", ""), ("Internet's", "Internet"),
    ("the rule of law in cyberspace", "rule of law in cyberspace"),
    ("the rule of law – in cyberspace.", "rule of law – in cyberspace"),
    ("", ""),
  ])
  func english(text: String, terms: String) throws {
    try expect(.en, text, terms)
  }

  @Test(arguments: [
    ("网络法治和法治", "网络法治|法治"), ("推进“互联网+普法”。", "互联网+普法"),
    ("網絡法治", "網絡法治"), ("「四梁」與網絡空間", "網絡空間"), ("互联网＋普法", "互联网＋普法"),
    ("网络 法治", "法治"), ("以习近平同志为核心的党中央", "以习近平同志为核心的党中央"), ("没有", ""),
  ])
  func chinese(text: String, terms: String) throws {
    try expect(.zh, text, terms)
  }

  private func expect(_ language: Language, _ text: String, _ terms: String) throws {
    let matches = try sampleGlossary().matcher(for: language).matches(in: text)
    #expect(matches.map { text.slice($0.range) }.joined(separator: "|") == terms)
  }

  @Test func occurrencesIncludeNestedTerms() throws {
    let text = "rule of law in cyberspace"
    let found = try sampleGlossary().matcher(for: .en).occurrences(in: text)
    #expect(
      found.map { text.slice($0.range) } == [
        "rule of law", "rule of law in cyberspace", "cyberspace",
      ])
  }

  @Test func oneWordingMayNameSeveralConcepts() throws {
    let found = try sampleGlossary().matcher(for: .en)
      .matches(in: "law-based cyberspace governance")
    #expect(found.map { $0.uses.map(\.concept) } == [["T001", "T002"]])
  }

  @Test func latinLettersInChineseEndWithTheirWord() {
    let terms = [
      Concept(id: "C1", terms: [Term(language: .zh, text: "IT行业")]),
      Concept(id: "C2", terms: [Term(language: .zh, text: "5G")]),
    ]
    let matcher = TermMatcher(terms, language: .zhHans)
    #expect(matcher.matches(in: "IT行业用5G。").map(\.uses[0].concept) == ["C1", "C2"])
    #expect(matcher.matches(in: "GIT行业用15GB。").isEmpty)
  }

  /// Against a search that tries every place and every term.
  @Test func chineseAgreesWithTheObvious() throws {
    let letters = Array("甲乙丙丁")
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word(_ length: Int) -> String { String((0..<length).map { _ in letters[random(4)] }) }
    for _ in 0..<200 {
      let terms = Set((0..<6).map { _ in word(1 + random(3)) }).sorted()
      let concepts = terms.map { Concept(id: $0, terms: [Term(language: .zh, text: $0)]) }
      let text = word(20)
      var rest = text[...]
      var expected: [String] = []
      while !rest.isEmpty {
        let longest = terms.filter(rest.hasPrefix).max { $0.count < $1.count }
        if let longest { expected.append(longest) }
        rest = rest.dropFirst(longest?.count ?? 1)
      }
      let found = TermMatcher(concepts, language: .zh).matches(in: text)
      #expect(found.map { text.slice($0.range) } == expected)
    }
  }
}
