// The founding text's own terms come out near the top when no glossary is loaded.
import Alignment
import Bitext
import Exchange
import Foundation
import Memory
import TestData
import Testing

@testable import Terminology
@testable import Workbench

@Suite struct ExtractionBarsTests {
  @Test(.needs(.gold)) func conventionalTermsComeFirst() throws {
    func lines(_ name: String) throws -> [String] {
      try String(contentsOfFile: TestData.gold.path("press-conference/\(name)"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    let (zh, en) = (try lines("statement.zh"), try lines("statement.en"))
    let pairs = try lines("statement.gold").compactMap { Bead(line: $0) }.filter {
      !$0.shape.isNull
    }
    .map { ($0.source.map { zh[$0] }.joined(), $0.target.map { en[$0] }.joined(separator: " ")) }
    let bytes = try Data(contentsOf: URL(filePath: TestData.repository("glossary/terms.tsv")))
    let glossary = Glossary(try GlossaryReading(Array(bytes), name: "terms.tsv").concepts)
    let wanted = glossary.termPairs(.zh, .en).filter { term in
      pairs.count { holds(term.source, $0.0) && holds(term.target, $0.1) } > 1
    }
    let lexicon = DataFolder(environment: ProcessInfo.processInfo.environment)
      .lexicon(for: .zh, .en).0
    let first = Bench.candidates(
      pairs, LanguagePair(from: .zhHans, to: .en), lexicon, atLeast: 2
    )
    .ranked(atLeast: 2) { _ in false }.prefix(60)
    let found = wanted.filter { term in
      first.contains { equal(term.source, $0.source) && equal(term.target, $0.target) }
    }
    #expect(wanted.count >= 15)
    if lexicon != nil { #expect(found.count >= 9, "\(found.count) of \(wanted.count)") }
  }

  private func matcher(_ term: Term) -> TermMatcher {
    TermMatcher([Concept(id: "C", terms: [term])], language: term.language)
  }

  private func holds(_ term: Term, _ text: String) -> Bool {
    !matcher(term).matches(in: text).isEmpty
  }

  private func equal(_ term: Term, _ text: String) -> Bool {
    !matcher(term).terms(equalTo: text).isEmpty
  }
}
