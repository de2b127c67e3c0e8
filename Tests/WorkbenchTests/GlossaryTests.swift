// Changes of the glossary: who renders whom is kept, and each change can be undone.
import Bitext
import Testing

@testable import Workbench

@Suite struct GlossaryTests {
  private static let start = "zh 法治+, en rule of law+, en legality"

  /// Terms as a line: a language, the text, and a sign: + preferred, nothing admitted, - forbidden.
  private static func concept(_ line: String) throws -> Concept {
    let terms = try line.components(separatedBy: ", ").map { item -> Term in
      let parts = item.split(separator: " ", maxSplits: 1)
      let sign = parts[1].last.flatMap { "+-".contains($0) ? $0 : nil }
      return Term(
        language: try #require(Language(String(parts[0]))),
        text: sign == nil ? String(parts[1]) : String(parts[1].dropLast()),
        status: sign == "+" ? .preferred : sign == "-" ? .forbidden : .admitted)
    }
    return Concept(id: "T1", terms: terms)
  }

  private static func line(_ concept: Concept) -> String {
    concept.terms.map {
      let sign = $0.status == .preferred ? "+" : $0.status == .forbidden ? "-" : ""
      return "\($0.language) \($0.text)\(sign)"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    // A new rendering of a term that is there stands after that term's renderings.
    (["zh=法治", "en=rule by law"], TermStatus.forbidden, "\(start), en rule by law-"),
    (["en=lawfulness"], .admitted, "\(start), en lawfulness"),
    // A new term with its rendering stands after all.
    (["en=law-based", "zh=依法"], .preferred, "\(start), zh 依法+, en law-based+"),
    (["zh=依法", "en=by law"], .forbidden, "\(start), zh 依法, en by law-"),
    // A new term alone is rendered by all renderings.
    (["zh=法制"], .admitted, "\(start), zh 法制"),
    // Without English the last one is the rendering.
    (["zh=法治", "fr=légalité"], .preferred, "\(start), fr légalité+"),
  ])
  func addingTerms(terms: [String], status: TermStatus, after: String) throws {
    var concept = try Self.concept(Self.start)
    concept.add(try terms.map(TermText.init), TermFields(status: status))
    #expect(Self.line(concept) == after)
  }

  @Test func aRenderingStandsBehindItsOwnTerm() throws {
    var concept = try Self.concept("zh 法治+, en rule of law+, zh 依法+, en by law+")
    concept.add(
      [try TermText("zh=法治"), try TermText("en=legality")], TermFields(status: .admitted))
    #expect(
      Self.line(concept) == "zh 法治+, en rule of law+, en legality, zh 依法+, en by law+")
  }

  @Test(arguments: ["zh", "=法治", "zh=", "zh= ", "法治=zh", "english=law of"])
  func whatIsNoTerm(argument: String) {
    #expect(throws: WorkbenchError.self) { try TermText(argument) }
  }

  @Test func aTermIsTrimmedAndMayHoldAnEqualsSign() throws {
    let term = try TermText("en= a = b ")
    #expect(term.language == .en && term.text == "a = b")
  }

  @Test func everyChangeIsUndone() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let table = try folder.file(
      "terms.tsv", "concept\ten\tzh\tstatus\nT007\tspring\t春天\tpreferred\n")
    let (summer, law) = (try ["zh=夏天", "en=summer"].map(TermText.init), TermFields(domain: "law"))
    let changes: [(Bench) throws -> Void] = [
      { _ = try $0.importTerms(path: table) },
      { _ = try $0.addTerms(summer, to: nil, law) },
      { _ = try $0.editTerm("T008", summer[1], text: "summertime", TermFields(note: "warm")) },
      { _ = try $0.editTerm("T008", nil, text: nil, TermFields(domain: "")) },
      { _ = try $0.mergeConcepts("T007", "T008") },
      { _ = try $0.removeTerm("T007", summer[0]) },
      { _ = try $0.removeTerm("T007", nil) },
    ]
    var states = [try bench.concepts()]
    for change in changes {
      try change(bench)
      states.append(try bench.concepts())
    }
    #expect(states.map(\.count) == [0, 1, 2, 2, 2, 1, 1, 0])
    #expect(states[3][1].terms.map(\.text) == ["夏天", "summertime"])
    #expect(states[3][1].domain == "law" && states[4][1].domain == nil)
    for state in states.dropLast().reversed() {
      _ = try bench.undo(.glossary)
      #expect(try bench.concepts() == state)
    }
  }

  @Test func anImportThatChangesNothingIsNoEvent() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let table = try folder.file(
      "terms.tsv", "concept\ten\tzh\tstatus\nT1\tspring\t春天\tpreferred\n")
    #expect(try bench.importTerms(path: table).added == 1)
    #expect(try bench.importTerms(path: table).unchanged == 1)
    _ = try folder.file("terms.tsv", "concept\ten\tzh\tstatus\nT1\tspring\t春天\tadmitted\n")
    #expect(try bench.importTerms(path: table).updated == 1)
    #expect(try bench.log(.glossary).map(\.subject) == ["terms.tsv", "terms.tsv"])
  }
}
