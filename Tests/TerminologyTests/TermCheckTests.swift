import Bitext
import Exchange
import Testing

@testable import Terminology

/// Pairs in the manner of the founding text: the English as published by China.org.cn (31 March
/// 2023), the Chinese the project's own.
@Suite struct TermCheckTests {
  @Test(arguments: [
    // Nested on both sides: 法治 in 网络法治, cyberspace in the longer term.
    (
      "今天发布的白皮书是我国首部网络法治方面的白皮书。",
      "The white paper is the country's first of its kind regarding law-based cyberspace governance."
    ),
    // A synonym of the concept.
    ("推动各国在网络法治领域增进了解。", "promoting understanding in the rule of law in cyberspace"),
    // Inflection, and a possessive.
    ("查处垄断行为，加强未成年人保护。", "Actions against monopolies and for a minor's rights"),
    // The rendering inside a longer term.
    ("运用法治方式", "law-based cyberspace governance"),
    // The English says more than the Chinese names.
    ("互联网治理能力得到提升。", "to raise its capacity for governance of the internet in cyberspace"),
    // A capital letter alone is no deprecated variant.
    ("设立互联网法院", "established Internet courts"),
    // A term with discouraged renderings only makes no demand.
    ("作出新的部署。", "made new plans"),
    // No term of the concept in the source: the wording means something else.
    ("部队已到达。", "The deployments are complete."),
    ("網絡空間", "cyberspace"),
  ])
  func quiet(source: String, target: String) throws {
    #expect(try findings(source, target) == [])
  }

  @Test(arguments: [
    ("依法治网", "governing the web", "依法治网 in source, not law-based cyberspace governance"),
    (
      "网络法治", "a lawful web",
      "网络法治 in source, not law-based cyberspace governance / rule of law in cyberspace"
    ),
    ("坚持法治，法治为本", "the rule by law", "rule by law is forbidden: rule of law / law-based"),
    ("网络安全", "Network security", "network security is deprecated: cybersecurity"),
    ("网络空间", "in cyber-space", "cyber space is forbidden: cyberspace"),
    ("重大部署", "deployments", "deployments is forbidden: major arrangements"),
    ("垄断，垄断", "trusts", "垄断 in source, not monopoly"),
  ])
  func loud(source: String, target: String, finding: String) throws {
    #expect(try findings(source, target) == [finding])
  }

  private func findings(_ source: String, _ target: String) throws -> [String] {
    try TermCheck(sampleGlossary(), source: .zh, target: .en)
      .findings(source: source, target: target).map(\.doubt.detail)
  }

  @Test func aFindingHasItsPlace() throws {
    let target = "the rule by law"
    let found = try TermCheck(sampleGlossary(), source: .zh, target: .en)
      .findings(source: "法治", target: target)
    #expect(found.map(\.side) == [.target])
    #expect(found.map { target.slice($0.range) } == ["rule by law"])
    #expect(found[0].doubt.kind == .term)
  }

  /// 网络司法 runs into 司法保护, which is rendered.
  @Test func crossingTermsMakeNoDemand() throws {
    let concepts = try GlossaryReading(
      Array(
        """
        concept	zh	en	status
        C1	网络司法	cyber justice	preferred
        C2	司法保护	judicial protection	preferred
        """.utf8), name: "terms.tsv"
    ).concepts
    let check = TermCheck(Glossary(concepts), source: .zh, target: .en)
    let source = "加强未成年人网络司法保护"
    #expect(check.findings(source: source, target: "strengthened judicial protection").isEmpty)
    #expect(check.findings(source: source, target: "strengthened protection").count == 1)
  }

  @Test func unaccountedTermsOfTheTarget() throws {
    let check = TermCheck(try sampleGlossary(), source: .zh, target: .en)
    let found = check.unaccounted(source: "网络法律", target: "laws on cyberspace")
    #expect(found.map(\.doubt.detail) == ["cyberspace in target, not 网络空间"])
  }
}
