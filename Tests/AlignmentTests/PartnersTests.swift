import Bitext
import Testing

@testable import Alignment

/// Numbers and names of two texts: `=` before one that is met, `!` before one that is not.
@Suite struct PartnersTests {
  @Test(arguments: [
    ("制定140余部法律", "more than 140 laws", "=140", "=140"),
    ("1994年以来", "since the law", "!1994", ""),
    ("投资3.5亿元，三年", "350 million yuan over 4 years", "=3.5亿", "=350 million !4"),
    ("一个人", "one man", "", ""),
    ("加入APEC", "joined APEC in 1991", "=APEC", "=APEC !1991"),
  ])
  func withoutALexicon(source: String, target: String, left: String, right: String) {
    let finder = PartnerFinder(source: .zhHans, target: .en, lexicon: nil)
    let found = finder.partners(source: source, target: target)
    #expect(told(found[.source], in: source) == left)
    #expect(told(found[.target], in: target) == right)
  }

  private func told(_ figures: [Figure]?, in text: String) -> String {
    (figures ?? []).map { ($0.isMet ? "=" : "!") + text.slice($0.range) }.joined(separator: " ")
  }
}
