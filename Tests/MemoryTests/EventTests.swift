// The log: who did what, undo and redo without end, across restarts, within a scope.
import Bitext
import GRDB
import Testing

@testable import Memory

@Suite struct EventTests {
  let folder: Folder
  let store: Store
  let pair = DocumentPair.sample("press")

  init() throws {
    folder = try Folder()
    store = try folder.open()
    try store.add(pair)
  }

  @discardableResult
  private func confirm(_ id: Int, _ store: Store? = nil) throws -> EventSummary {
    let store = store ?? self.store
    let edit = try store.pair(named: "press").edit(id) { $0.status = .confirmed }
    return try store.apply(edit, to: "press", action: "confirm")
  }

  private func confirmed() throws -> [Int] {
    try store.pair(named: "press").rows.filter { $0.status == .confirmed }.map(\.id)
  }

  private func lines(_ scope: Scope) throws -> [String] {
    try store.log(scope).map { event in
      let undone = event.undoneBy.map { " <- \($0)" } ?? ""
      let undoes = event.undoes.map { " of \($0)" } ?? ""
      return "\(event.id) \(event.author): \(event.action)\(undoes) \(event.subject)\(undone)"
    }
  }

  @Test func logTellsWhatWasTakenBack() throws {
    try confirm(1)
    let wang = try folder.open(author: "Wang", from: 2000)
    try confirm(2, wang)
    try wang.undo(.workspace)
    try wang.undo(.workspace)
    try store.redo(.workspace)
    #expect(
      try lines(.workspace) == [
        "1 Li Na: align 5 rows", "2 Li Na: confirm row 1", "3 Wang: confirm row 2 <- 4",
        "4 Wang: undo of 3 confirm row 2", "5 Wang: undo of 2 confirm row 1",
        "6 Li Na: redo of 5 confirm row 1",
      ])
    #expect(try store.log(.workspace).map(\.time) == [1000, 1001, 2000, 2001, 2002, 1002])
    #expect(try confirmed() == [1])
  }

  @Test func undoAndRedoGoAllTheWay() throws {
    for id in 1...3 { try confirm(id) }
    for left in [[1, 2], [1], []] {
      try store.undo(.document("press"))
      #expect(try confirmed() == left)
    }
    for back in [[1], [1, 2], [1, 2, 3]] {
      try store.redo(.document("press"))
      #expect(try confirmed() == back)
    }
    for left in [[1, 2], [1], []] {
      try store.undo(.document("press"))
      #expect(try confirmed() == left)
    }
  }

  @Test func undoSurvivesARestart() throws {
    try confirm(1)
    try store.queue.close()
    let later = try folder.open("bitext.db", .existing)
    try later.undo(.workspace)
    try later.queue.close()
    let last = try folder.open("bitext.db", .existing)
    #expect(try last.pair(named: "press") == pair)
    try last.redo(.workspace)
    #expect(try last.pair(named: "press").rows[0].status == .confirmed)
  }

  @Test func newChangeEndsRedo() throws {
    try confirm(1)
    try store.undo(.workspace)
    try confirm(2)
    let error = #expect(throws: MemoryError.self) { try store.redo(.workspace) }
    #expect(
      error?.description == """
        \(store.path): nothing to redo
          fix: `bitext log` shows what was done and taken back
        """)
    #expect(error?.kind == .findings)
    try store.undo(.workspace)
    #expect(try confirmed() == [])
    try store.redo(.workspace)
    #expect(try confirmed() == [2])
  }

  @Test func nothingIsLeftToUndo() throws {
    try store.undo(.workspace)
    #expect(try store.pairs(doubtfulBelow: 0.5).isEmpty)
    let error = #expect(throws: MemoryError.self) { try store.undo(.workspace) }
    #expect(error?.problem == "nothing to undo")
    try store.redo(.workspace)
    #expect(try store.pair(named: "press") == pair)
  }

  @Test func scopesDoNotMeet() throws {
    try store.add(.sample("law"))
    try confirm(1)
    let concept = Concept(id: "T1", terms: [Term(language: .en, text: "law")])
    try store.apply(GlossaryEdit(after: [concept]), action: "term add", subject: "T1")
    try store.rename("law", to: "statute")
    try store.undo(.document("press"))
    #expect(try confirmed() == [])
    try store.undo(.glossary)
    #expect(try store.concepts() == [])
    try store.redo(.glossary)
    try store.redo(.document("press"))
    #expect(try confirmed() == [1])
    #expect(try store.concepts() == [concept])
    #expect(try store.log(.glossary).map(\.document) == [nil, nil, nil])
    #expect(try store.log(.document("statute")).map(\.action) == ["align", "rename"])
  }

  @Test func nameOutOfUseMeansItsLastPair() throws {
    try store.remove("press")
    #expect(try lines(.document("press")) == ["1 Li Na: align 5 rows", "2 Li Na: remove press"])
    try store.undo(.document("press"))
    #expect(try store.pair(named: "press") == pair)
    #expect(throws: MemoryError.self) { try store.log(.document("law")) }
  }

  @Test func undoDoesNotTakeANameFromAnother() throws {
    try store.rename("press", to: "law")
    try store.add(.sample("press", "1-1"))
    let before = try store.stateDump()
    #expect(throws: MemoryError.nameUsed("press")) { try store.undo(.document("law")) }
    #expect(try store.stateDump() == before)
    #expect(try store.log(.document("law")).count == 2)
  }

  @Test func eventsCannotBeChanged() throws {
    for sql in ["UPDATE event SET author = 'x'", "DELETE FROM event"] {
      let error = #expect(throws: (any Error).self) { try store.tamper(sql) }
      #expect("\(error!)".contains("events are only appended"))
    }
  }

  /// The log outlives the code that wrote it: these words are in people's workspaces.
  @Test func changeIsStoredInThisForm() throws {
    try confirm(1)
    try store.set(PairFacts(client: "C"), of: "press")
    let concept = Concept(id: "T1", terms: [Term(language: .en, text: "law")])
    try store.apply(GlossaryEdit(after: [concept]), action: "term add", subject: "T1")
    let changes = try store.queue.read {
      try String.fetchAll($0, sql: "SELECT change FROM event ORDER BY id")
    }
    let row = #"{"confidence":0.9,"doubts":[],"id":1,"source":[0,7],"#
    #expect(
      changes == [
        #"{"presence":{"_0":{"after":[1],"before":[]}}}"#,
        #"{"rows":{"edit":{"rows":{"after":["# + row
          + #""status":"confirmed","target":[0,12]}],"before":["# + row
          + #""status":"unreviewed","target":[0,12]}]},"source":{"after":[],"before":[]},"#
          + #""target":{"after":[],"before":[]}},"pair":1}}"#,
        #"{"details":{"after":{"facts":{"client":"C"},"name":"press"},"#
          + #""before":{"facts":{},"name":"press"},"pair":1}}"#,
        #"{"glossary":{"_0":{"after":[{"id":"T1","terms":[{"language":"en","#
          + #""status":"preferred","text":"law"}]}],"before":[]}}}"#,
      ])
  }
}
