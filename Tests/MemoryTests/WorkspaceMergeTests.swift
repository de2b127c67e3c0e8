// Two workspaces become one: what is new comes, what is the same stays, what differs is kept twice.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

@Suite struct WorkspaceMergeTests {
  let folder: Folder
  let store: Store
  let other: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
    other = try folder.open("other.db", author: "Anna", from: 5_000)
    for store in [store, other] {
      try store.add(.sample("press"))
      try store.add(.sample("law", "1-1 1-1"))
    }
  }

  private func concept(_ id: String, _ text: String) -> Concept {
    Concept(
      id: id, domain: nil, definition: nil,
      terms: [Term(language: .en, text: text, status: .preferred, partOfSpeech: nil, note: nil)])
  }

  private func names(_ store: Store) throws -> [String] {
    try store.queue.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM document_pair WHERE removed = 0
          UNION SELECT name FROM memory WHERE removed = 0 ORDER BY 1
          """)
    }
  }

  private func takeMemory(_ name: String, _ digit: String, into store: Store) throws {
    var rest: [Unit]? = [
      Unit(
        id: "", source: "改革", target: "reform", sourceLanguage: .zhHans, targetLanguage: .en,
        status: .rejected, document: name, tu: 1)
    ]
    let origin = Origin(
      fileName: "a.tmx", sha256: String(repeating: digit, count: 64), encoding: "UTF-8")
    try store.importUnits(TranslationMemory(name: name, origin: origin, format: "tmx")) {
      defer { rest = nil }
      return rest
    }
  }

  @Test func everythingOfTheOtherIsThereAndUndoTakesItBack() throws {
    let pair = try other.pair(named: "law")
    try other.apply(
      pair.edit(1) { $0.status = .confirmed }, to: "law", action: "confirm", subject: "row 1")
    try other.add(.sample("new", "1-1"))
    try takeMemory("acme", "a", into: other)
    try store.apply(
      GlossaryEdit(after: [concept("T1", "law"), concept("T2", "rule")]), action: "term import",
      subject: "")
    try other.apply(
      GlossaryEdit(after: [concept("T1", "law"), concept("T2", "rules"), concept("T3", "act")]),
      action: "term import", subject: "")
    let before = try store.stateDump()
    let plan = try store.mergePlan(with: other, label: "other")
    #expect(try store.stateDump() == before)
    let report = try store.merge(other, label: "other")
    #expect(report == plan)
    #expect(report.pairs.added == ["new"] && report.pairs.same == 1)
    #expect(report.pairs.conflicts == [.init(name: "law", keptAs: "law (other)")])
    #expect(report.memories.added == ["acme"])
    #expect(report.concepts.added == ["T3"] && report.concepts.same == 1)
    #expect(report.concepts.conflicts == [.init(name: "T2", keptAs: "T2 (other)")])
    #expect(try names(store) == ["acme", "law", "law (other)", "new", "press"])
    #expect(try store.pair(named: "law").rows[0].status == .unreviewed)
    #expect(try store.pair(named: "law (other)").rows[0].status == .confirmed)
    #expect(try store.log(.workspace).last?.action == "merge")
    let after = try store.stateDump()
    try store.undo(.workspace)
    #expect(try store.stateDump() == before)
    try store.redo(.workspace)
    #expect(try store.stateDump() == after)
  }

  @Test func mergedRowsAreFound() throws {
    try other.add(.sample("new", "1-1"))
    #expect(try store.find(ConcordanceQuery(["甲0"]), limit: 9).units.count == 2)
    _ = try store.merge(other, label: "other")
    #expect(try store.find(ConcordanceQuery(["甲0"]), limit: 9).units.count == 3)
    try store.undo(.workspace)
    #expect(try store.find(ConcordanceQuery(["甲0"]), limit: 9).units.count == 2)
  }

  @Test func mergingAgainChangesNothing() throws {
    try other.add(.sample("new", "1-1"))
    try takeMemory("acme", "a", into: other)
    _ = try store.merge(other, label: "other")
    let state = try store.stateDump()
    #expect(try store.merge(other, label: "other").isEmpty)
    #expect(try store.stateDump() == state)
  }
}
