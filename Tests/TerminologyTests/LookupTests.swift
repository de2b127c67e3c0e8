import Bitext
import Testing

@testable import Terminology

@Suite struct LookupTests {
  /// What is looked up, and the first hits as `term nearness`.
  @Test(arguments: [
    ("依法治网", ["依法治网 same"]),
    ("依法治網", ["依法治网 same"]),
    ("RULE OF LAW", ["rule of law same", "rule of law in cyberspace begins"]),
    ("law based", ["law-based same", "law-based cyberspace governance begins"]),
    ("monopolies", ["monopoly inflected"]),
    ("法治", ["法治 same", "依法治网 contains"]),
    ("network security", ["network security same"]),
    ("cybersecurty", ["cybersecurity misspelt(1)"]),
    ("依法冶网", ["依法治网 misspelt(1)"]),
    ("central committe", ["CPC Central Committee contains"]),
    ("", []), ("zebra", []),
  ])
  func find(text: String, hits: [String]) throws {
    let found = try sampleGlossary().find(text, limit: max(hits.count, 1))
    #expect(found.map { "\($0.term.text) \($0.nearness)" } == hits)
  }

  @Test func allVariantsComeWithTheirStatus() throws {
    let hit = try #require(try sampleGlossary().find("rule by law").first)
    #expect(hit.term.status == .forbidden)
    #expect(
      hit.concept.terms.map { "\($0.text) \($0.status.rawValue)" } == [
        "法治 preferred", "rule of law preferred", "law-based admitted", "rule by law forbidden",
      ])
  }

  @Test func pairsFollowTheGlossarysRows() throws {
    let glossary = try sampleGlossary()
    func pairs(_ id: String, _ a: Language, _ b: Language) -> [String] {
      glossary.termPairs(a, b).filter { $0.concept == id }
        .map { "\($0.source.text) = \($0.target.text)" }
    }
    let chinese = pairs("T012", .zh, .en)
    #expect(
      chinese == [
        "以习近平同志为核心的党中央 = CPC Central Committee with Comrade Xi Jinping at its core",
        "党中央 = CPC Central Committee", "党中央 = CCP Central Committee",
      ])
    #expect(pairs("T012", .en, .zhHant).count == chinese.count)
    #expect(pairs("T012", .en, .zh).contains("CCP Central Committee = 党中央"))
    #expect(glossary.termPairs(.zh, .zhHant).isEmpty)
  }

  /// A concept's order, and who renders whom.
  @Test(arguments: [
    (["zh:甲", "en:a", "en:b"], ["甲a", "甲b"]), (["zh:甲", "zh:乙", "en:a"], ["甲a", "乙a"]),
    (["zh:甲", "en:a", "zh:乙", "en:b"], ["甲a", "乙b"]),
    (["zh:甲", "en:a", "zh:乙"], ["甲a", "乙a"]), (["en:a", "zh:甲"], ["甲a"]), (["zh:甲"], []),
  ])
  func pairsOfAConcept(order: [String], pairs: [String]) throws {
    let terms = try order.map { written -> Term in
      let parts = written.split(separator: ":")
      return Term(language: try #require(Language(String(parts[0]))), text: String(parts[1]))
    }
    let found = Concept(id: "C1", terms: terms).pairs(.zh, .en)
    #expect(found.map { $0.source.text + $0.target.text } == pairs)
  }
}
