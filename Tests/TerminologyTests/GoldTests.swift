import Bitext
import Exchange
import Foundation
import Testing

@testable import Terminology

private func folder(_ variable: String) -> URL? {
  ProcessInfo.processInfo.environment[variable].map {
    URL(fileURLWithPath: $0).appending(path: "press-conference")
  }
}

/// The whole founding text, where its files are at hand.
@Suite(
  .enabled(
    if: folder("BITEXT_SAMPLES") != nil && folder("BITEXT_GOLD") != nil,
    "set BITEXT_SAMPLES and BITEXT_GOLD"))
struct GoldTests {
  private func glossaryBytes() throws -> [UInt8] {
    Array(try Data(contentsOf: #require(folder("BITEXT_SAMPLES")).appending(path: "terms.tsv")))
  }

  private func lines(_ name: String) throws -> [String] {
    let text = try String(
      contentsOf: #require(folder("BITEXT_GOLD")).appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  @Test func findingsOverTheGoldBeads() throws {
    let glossary = Glossary(try GlossaryReading(glossaryBytes(), name: "terms.tsv").concepts)
    let check = TermCheck(glossary, source: .zh, target: .en)
    let (zh, en) = (try lines("statement.zh"), try lines("statement.en"))
    let beads = try lines("statement.gold").compactMap { Bead(line: $0) }
    var found: [String] = []
    for bead in beads where !bead.shape.isNull {
      let source = bead.source.map { zh[$0] }.joined()
      let target = bead.target.map { en[$0] }.joined(separator: " ")
      found += check.findings(source: source, target: target).map {
        "\(bead.shape) \($0.doubt.detail)"
      }
    }
    // Each of these renders its term freely ("the document's main content", "their rights",
    // "law-based governance of cyberspace", "law-based governance of the global internet").
    #expect(
      found == [
        "1-1 白皮书 in source, not white paper",
        "1-1 权益 in source, not rights and interests",
        "1-1 网络法治 in source, not law-based cyberspace governance / rule of law in cyberspace",
        "1-1 全球互联网治理 in source, not global internet governance",
      ])
  }

  @Test func everyTermIsFoundInItself() throws {
    let glossary = Glossary(try GlossaryReading(glossaryBytes(), name: "terms.tsv").concepts)
    for concept in glossary.concepts {
      for term in concept.terms {
        let first = glossary.find(term.text).prefix { $0.nearness == .same }
        #expect(first.contains { $0.concept == concept }, "\(term.text)")
        let whole = glossary.matcher(for: term.language).matches(in: term.text)
        #expect(whole.count == 1, "\(term.text)")
      }
    }
  }
}
