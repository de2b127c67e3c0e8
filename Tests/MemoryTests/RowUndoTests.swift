// Taking back one row's last change, with every later one that builds on it, and nothing else.
import Bitext
import Testing

@testable import Memory

@Suite struct RowUndoTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
    try store.add(.sample("press", "1-1 1-1 1-1 1-1 1-1 1-1"))
  }

  private func set(_ status: Status, _ id: Int) throws {
    let pair = try store.pair(named: "press")
    try store.apply(pair.edit(id) { $0.status = status }, to: "press", action: status.rawValue)
  }

  private func merge(_ id: Int) throws {
    try store.apply(store.pair(named: "press").merge(id), to: "press", action: "merge")
  }

  /// The rows by id, status and how much they hold.
  private func picture() throws -> String {
    try store.pair(named: "press").rows.map { row in
      let mark = row.status == .unreviewed ? "" : " \(row.status.rawValue)"
      return "\(row.id)\(mark)"
    }.joined(separator: ", ")
  }

  private func undoing(_ row: Int) throws -> [String] {
    try store.undoing(row: row, in: "press").map { "\($0.action) \($0.subject)" }
  }

  private func undo(_ row: Int) throws {
    let events = try store.undoing(row: row, in: "press").map(\.id)
    _ = try store.undo(row: row, in: "press", expecting: events)
  }

  @Test func onlyWhatBuildsOnIt() throws {
    try set(.confirmed, 2)
    try set(.confirmed, 5)
    try merge(2)
    try set(.rejected, 2)
    try set(.confirmed, 6)
    #expect(try picture() == "1, 2 rejected, 4, 5 confirmed, 6 confirmed")
    #expect(try undoing(2) == ["rejected row 2"])
    #expect(try undoing(3) == ["rejected row 2", "merge rows 2, 3"])
    try undo(3)
    #expect(try picture() == "1, 2 confirmed, 3, 4, 5 confirmed, 6 confirmed")
    #expect(try undoing(3) == [])
    #expect(try undoing(2) == ["confirmed row 2"])
  }

  @Test func oneRedoDoesAllOfItAgain() throws {
    try merge(2)
    try set(.rejected, 2)
    try set(.confirmed, 6)
    let before = try store.stateDump()
    try undo(3)
    try set(.confirmed, 1)
    try store.undo(.document("press"))
    // The change since is undone, but it was made: what was taken back before it stays so.
    #expect(throws: Never.self) { try store.redo(.document("press")) }
    try store.undo(.document("press"))
    #expect(try picture() == "1, 2, 3, 4, 5, 6 confirmed")

    try store.undo(.document("press"))
    #expect(try picture() == "1, 2, 3, 4, 5, 6")
    try merge(2)
    try set(.rejected, 2)
    try set(.confirmed, 6)
    try undo(3)
    let redone = try store.redo(.document("press"))
    #expect(redone.events.map(\.action) == ["redo", "redo"])
    #expect(redone.edits.count == 2)
    #expect(try store.stateDump() == before)
  }

  @Test func somethingElseMeanwhile() throws {
    try set(.confirmed, 2)
    let events = try store.undoing(row: 2, in: "press").map(\.id)
    try folder.open(author: "Wang").apply(
      store.pair(named: "press").edit(2) { $0.comment = "wait" }, to: "press", action: "comment")
    let error = try #require(throws: MemoryError.self) {
      try store.undo(row: 2, in: "press", expecting: events)
    }
    #expect(error.reason == .changedMeanwhile)
    #expect(try picture().contains("2 confirmed"))
  }

  @Test func historyOfARow() throws {
    try set(.confirmed, 2)
    try set(.confirmed, 5)
    try merge(2)
    try undo(3)
    let log = try store.log(ofRow: 3, in: "press").map { "\($0.action) \($0.subject)" }
    #expect(log == ["merge rows 2, 3", "undo merge rows 2, 3"])
    #expect(try store.log(ofRow: 1, in: "press").isEmpty)
  }

  /// Whatever was done in whatever order: taking a row's last change back leaves whole rows, leaves
  /// what does not build on it, and one redo gives the state before.
  @Test(arguments: 1...8) func redoIsItsInverse(seed: UInt64) throws {
    var dice = SeededGenerator(seed)
    for step in 0..<60 {
      let pair = try store.pair(named: "press")
      let row = try #require(pair.rows.randomElement(using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0 where row.id != pair.rows.last?.id && pair.rows.count > 2: try merge(row.id)
      case 1:
        let id = Int.random(in: 1...6, using: &dice)
        guard try !undoing(id).isEmpty else { continue }
        let before = try store.stateDump()
        let others = try store.log(.document("press")).filter { $0.undoneBy == nil }.count
        try undo(id)
        #expect(try store.pair(named: "press").coverProblem == nil)
        #expect(try store.log(.document("press")).count > others)
        if Bool.random(using: &dice) {
          try store.redo(.document("press"))
          #expect(try store.stateDump() == before)
        }
      case 2: _ = try? store.undo(.document("press"), onlyRows: true)
      default:
        let edit = pair.edit(row.id) { $0.comment = "step \(step)" }
        try store.apply(edit, to: "press", action: "comment")
      }
    }
    while (try? store.undo(.document("press"), onlyRows: true)) != nil {}
    #expect(try picture() == "1, 2, 3, 4, 5, 6")
  }
}
