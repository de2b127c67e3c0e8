import Bitext
import Testing

@testable import Terminology

@Suite struct TermsPresentTests {
  private let check = TermCheck(
    Glossary([
      Concept(
        id: "T1",
        terms: [
          Term(language: .zh, text: "网络法治"),
          Term(language: .en, text: "law-based cyberspace governance"),
          Term(language: .en, text: "rule by law of the internet", status: .forbidden),
        ]),
      Concept(
        id: "T2",
        terms: [Term(language: .zh, text: "宪法"), Term(language: .en, text: "Constitution")]),
    ]), source: .zhHans, target: .en)

  @Test func eachTermIsToldWithItsRendering() {
    let source = "以宪法为根本，推进网络法治，遵守宪法。"
    let target = "With the Constitution as the foundation, the rule by law of the Internet."
    let terms = check.present(source: source, target: target)
    #expect(terms.map(\.term.text) == ["宪法", "网络法治"])
    #expect(terms.map { $0.rendering?.status } == [.preferred, .forbidden])
    #expect(terms.map { source.slice($0.range) } == ["宪法", "网络法治"])
    #expect(
      terms.map { $0.renderingRange.map(target.slice) }
        == ["Constitution", "rule by law of the Internet"])
  }

  @Test func aTermWithoutRenderingSaysWhatWouldDo() {
    let terms = check.present(source: "网络法治。", target: "Good governance.")
    #expect(terms.map(\.rendering) == [nil])
    #expect(terms[0].wanted.map(\.text) == ["law-based cyberspace governance"])
  }
}
