// Memories of other people's files, and the copies of rows that searches read.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

@Suite struct ImportTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
    try store.add(.sample("press", "1-1 2-1 1-0"))
  }

  private func memory(_ name: String) -> TranslationMemory {
    TranslationMemory(
      name: name, facts: PairFacts(client: "ACME"),
      origin: Origin(
        fileName: "\(name).tmx", sha256: String(repeating: "0b", count: 32), encoding: "UTF-8"),
      format: "tmx", header: #"{"segtype":"sentence"}"#)
  }

  private func unit(_ tu: Int, _ source: String, _ target: String) -> Unit {
    Unit(
      id: tu == 1 ? "" : "id \(tu)", source: source, target: target, sourceLanguage: .zhHans,
      targetLanguage: .en, status: .confirmed, document: "acme",
      facts: PairFacts(client: "ACME"), author: "Wu", created: 7,
      carried: tu == 1 ? nil : Carried(source: .init(markup: "再<ph/>见。")), tu: tu)
  }

  private var units: [Unit] { [unit(1, "你好。", "Hello."), unit(2, "再见。", "Goodbye.")] }

  @discardableResult
  private func take(
    _ units: [Unit], as name: String = "acme", replacing: Bool = false
  ) throws -> EventSummary {
    var rest = units[...]
    return try store.importUnits(memory(name), replacing: replacing) {
      rest.popFirst().map { UnitRows([$0]) }
    }
  }

  private func stored(_ names: String...) throws -> [Unit] {
    var units: [Unit] = []
    _ = try store.units(matching: UnitFilter(documents: names)) { units.append($0) }
    return units
  }

  @Test func unitsLeaveAsTheyCame() throws {
    let event = try take(units)
    #expect(event.action == "import" && event.subject == "acme.tmx, 2 units")
    #expect(event.document == "acme")
    #expect(try stored("acme") == units)
    #expect(try stored("press", "acme").map(\.document) == ["press", "press", "acme", "acme"])
    let summary = try #require(try store.memories().first)
    #expect(summary.memory == memory("acme"))
    #expect(summary.units.map(\.count) == [2])
  }

  @Test func anImportIsTakenBackAndDoneAgain() throws {
    let before = try store.stateDump()
    try take(units)
    let after = try store.stateDump()
    try store.undo(.document("acme"))
    #expect(try store.stateDump() == before)
    #expect(try store.memories().isEmpty)
    try store.redo(.document("acme"))
    #expect(try store.stateDump() == after)
    try take([unit(1, "早。", "Morning.")], replacing: true)
    #expect(try stored("acme").map(\.target) == ["Morning."])
    try store.undo(.workspace)
    #expect(try store.stateDump() == after)
  }

  @Test func namesAreSharedWithDocumentPairs() throws {
    try take(units)
    #expect(throws: MemoryError.nameUsed("acme", by: "memory")) { try take(units) }
    #expect(throws: MemoryError.nameUsed("press")) { try take(units, as: "press") }
    #expect(throws: MemoryError.nameUsed("acme", by: "memory")) {
      try store.rename("press", to: "acme")
    }
    #expect(throws: MemoryError.nameUsed("acme", by: "memory")) { try store.add(.sample("acme")) }
    try store.rename("acme", to: "acme 2026")
    try store.set(PairFacts(domain: "law"), of: "acme 2026")
    #expect(try store.facts(of: "acme 2026") == PairFacts(domain: "law"))
    for _ in 1...2 { try store.undo(.document("acme 2026")) }
    #expect(try store.facts(of: "acme") == PairFacts(client: "ACME"))
    try store.remove("acme")
    #expect(throws: MemoryError.self) { try stored("acme") }
    #expect(try store.log(.document("acme")).map(\.action).last == "remove")
    #expect(try store.log(.glossary).isEmpty)
  }

  @Test func whatWasCutShortIsNotSeenAndSweptAway() throws {
    struct Cut: Error {}
    let before = try store.stateDump()
    var portions = 0
    #expect(throws: Cut.self) {
      try store.importUnits(memory("acme")) {
        portions += 1
        if portions == 2 { throw Cut() }
        return UnitRows(units)
      }
    }
    #expect(try store.stateDump() == before)
    try take(units)
    #expect(try stored("acme") == units)
    let count = try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM unit") }
    #expect(count == 2)
  }

  /// What one import has out of sight another would take for a remnant: it is refused, and the first
  /// loses nothing.
  @Test func oneImportAtATime() throws {
    let other = try folder.open(author: "Wu")
    var refusals: [MemoryError.Reason] = []
    var rest = units[...]
    try store.importUnits(memory("acme")) {
      do { try other.importUnits(memory("other")) { nil } } catch let error as MemoryError {
        refusals.append(error.reason)
      }
      return rest.popFirst().map { UnitRows([$0]) }
    }
    #expect(refusals == [.locked, .locked, .locked])
    #expect(try stored("acme") == units)
    var one: UnitRows? = UnitRows([unit(1, "早。", "Morning.")])
    try other.importUnits(memory("other")) {
      defer { one = nil }
      return one
    }
    #expect(try stored("acme", "other").map(\.target) == ["Hello.", "Goodbye.", "Morning."])
  }

  /// Units that are stored are stored: that another process writes when they are to be indexed is no
  /// failure, and a search indexes them.
  @Test func indexingWaitsForASearch() throws {
    let units = (1...400).map { unit($0, "第\($0)条。", "Article \($0).") }
    var rest: [Unit]? = units
    try store.importUnits(memory("acme"), indexing: false) {
      defer { rest = nil }
      return rest.map { UnitRows($0) }
    }
    let other = try DatabaseQueue(path: store.path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: MemoryError.self) { try store.indexConcordance() }
      try store.index()
      try db.execute(sql: "COMMIT")
    }
    #expect(try stored("acme").count == 400)
  }

  /// The system lets go of the lock of a process that was ended; its file alone holds nobody up.
  @Test func aLockFileLeftBehind() throws {
    let path = store.path + "-import"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    try take(units)
    #expect(try stored("acme") == units)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// A row's copy keeps its id until its words change.
  @Test func copiesFollowTheRows() throws {
    func copies() throws -> [String] {
      try store.foldRows()
      return try store.queue.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT id || ' ' || row || ' ' || source || ' ' || target || ' ' || status || ' '
              || coalesce(author, '-') FROM unit ORDER BY row
            """)
      }
    }
    let pair = try store.pair(named: "press")
    #expect(
      try copies() == [
        "1 1 甲0。 Sentence 0. unreviewed -", "2 2 甲1。甲2。 Sentence 1. unreviewed -",
        "3 3 甲3。  unreviewed -",
      ])
    try store.apply(pair.edit(1) { $0.status = .confirmed }, to: "press", action: "confirm")
    #expect(try copies()[0] == "1 1 甲0。 Sentence 0. confirmed Li Na")
    let edited = pair.edit(2) {
      $0.status = .edited
      $0.edited = "Two."
    }
    try store.apply(edited, to: "press", action: "edit")
    #expect(try copies()[1] == "4 2 甲1。甲2。 Two. edited Li Na")
    try store.undo(.workspace)
    #expect(try copies()[1] == "5 2 甲1。甲2。 Sentence 1. unreviewed Li Na")
    try store.apply(pair.merge(2), to: "press", action: "merge-down")
    #expect(try copies().count == 2)
    try store.remove("press")
    #expect(try copies().isEmpty)
    try store.undo(.workspace)
    #expect(
      try copies().map { $0.dropFirst(2) } == [
        "1 甲0。 Sentence 0. confirmed Li Na", "2 甲1。甲2。甲3。 Sentence 1. unreviewed Li Na",
      ])
  }
}
