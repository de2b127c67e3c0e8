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
      return rest.map { UnitRows($0) }
    }
  }

  @Test func everythingOfTheOtherIsThereAndUndoTakesItBack() throws {
    let pair = try other.pair(named: "law")
    try other.apply(pair.edit(1) { $0.status = .confirmed }, to: "law", action: "confirm")
    try store.apply(pair.edit(1) { $0.status = .rejected }, to: "law", action: "reject")
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
    #expect(report.pairs.combined == [.init(name: "law", rows: 0, conflicts: [1])])
    #expect(report.memories.added == ["acme"])
    #expect(report.concepts.added == ["T3"] && report.concepts.same == 1)
    #expect(report.concepts.conflicts == [.init(name: "T2", keptAs: "T2 (other)")])
    #expect(try names(store) == ["acme", "law", "law (other)", "new", "press"])
    #expect(try store.pair(named: "law").rows[0].status == .rejected)
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

  /// Each row is taken from where somebody changed it; merging again changes nothing.
  @Test func rowsOfTheSameTextsBecomeOne() throws {
    let copy = try folder.open("copy.db", author: "Anna", from: 9_000)
    let start = DocumentPair.sample("talk", "1-1 1-1 1-1 1-1 1-1 1-1")
    for store in [store, copy] { try store.add(start) }
    func edit(_ store: Store, _ row: Int, _ status: Status) throws {
      let pair = try store.pair(named: "talk")
      try store.apply(pair.edit(row) { $0.status = status }, to: "talk", action: "edit")
    }
    try edit(store, 1, .confirmed)
    try edit(store, 2, .rejected)
    try edit(copy, 2, .rejected)
    try edit(copy, 3, .confirmed)
    try copy.apply(copy.pair(named: "talk").merge(5), to: "talk", action: "merge")
    let (before, seen) = (try store.stateDump(), try store.lastEvent(of: "talk"))
    let report = try store.merge(copy, label: "anna")
    #expect(report.pairs.combined == [.init(name: "talk", rows: 3, conflicts: [])])
    let news = try store.rowNews(of: "talk", after: seen)
    #expect(news.steps == nil && news.last > seen, "an open review reads the rows anew")
    #expect(try store.lastEvent(of: "talk") == news.last)
    #expect(report.pairs.conflicts.isEmpty)
    let merged = try store.pair(named: "talk")
    #expect(
      merged.rows.map(\.status) == [.confirmed, .rejected, .confirmed, .unreviewed, .unreviewed])
    #expect(merged.shape(merged.rows[4]) == Shape(2, 2))
    #expect(try store.merge(copy, label: "anna").isEmpty)
    try store.undo(.workspace)
    #expect(try store.stateDump() == before)
  }

  /// What stood before a copy was made is no change of either side.
  @Test func whatOnlyTheCopyChangedSinceIsTaken() throws {
    try store.apply(
      store.pair(named: "law").edit(1) { $0.status = .confirmed }, to: "law", action: "confirm")
    _ = try store.backup(to: folder.file("copy.db"), replacing: true)
    let copy = try folder.open("copy.db", .existing, author: "Anna", from: 9_000)
    try copy.apply(
      copy.pair(named: "law").edit(1) { $0.status = .rejected }, to: "law", action: "reject")
    try store.apply(
      store.pair(named: "law").edit(2) { $0.status = .confirmed }, to: "law", action: "confirm")
    #expect(
      try store.merge(copy, label: "copy").pairs.combined
        == [.init(name: "law", rows: 1, conflicts: [])])
    #expect(try store.pair(named: "law").rows.map(\.status) == [.rejected, .confirmed])
  }

  @Test func whatBothChangedIsKeptTwiceAndOnlyOnce() throws {
    for (store, status) in [(store, Status.confirmed), (other, .rejected)] {
      let pair = try store.pair(named: "law")
      try store.apply(pair.edit(2) { $0.status = status }, to: "law", action: "edit")
    }
    #expect(
      try store.merge(other, label: "other").pairs.combined
        == [.init(name: "law", rows: 0, conflicts: [2])])
    #expect(try names(store) == ["law", "law (other)", "press"])
    #expect(try store.merge(other, label: "other").isEmpty)
    #expect(try names(store) == ["law", "law (other)", "press"])
  }
}
