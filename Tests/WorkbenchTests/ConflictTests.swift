// Two people at one workspace: nobody's change is lost, and who comes late sees both versions.
import Bitext
import Foundation
import Memory
import Review
import Testing

@testable import Workbench

@Suite struct ConflictTests {
  let folder: Folder
  let ann: Bench
  let lin: Bench

  init() throws {
    folder = try Folder()
    ann = try folder.bench(author: "ann")
    _ = try ann.align(
      folder.numberedTexts(count: 6), as: "book", facts: PairFacts(), replacing: false, lexicon: nil
    )
    lin = try folder.bench(author: "lin")
  }

  private func session(_ bench: Bench) throws -> ReviewSession {
    try bench.review("book") { _, _ in AligningMeans() }
  }

  @Test func rowsApartAreBothKept() throws {
    var (ours, theirs) = (try session(ann), try session(lin))
    try theirs.perform(.confirm, at: 1)
    try ours.perform(.confirm, at: 4)
    #expect(try ours.catchUp())
    #expect(
      ours.pair.rows.map { $0.status == .confirmed } == [false, true, false, false, true, false])
    #expect(try ours.pair == ann.store.pair(named: "book"))
  }

  @Test func twoVersionsOfARow() throws {
    var (ours, theirs) = (try session(ann), try session(lin))
    try theirs.perform(.edit("Theirs."), at: 2)
    let conflict = try #require(throws: RowConflict.self) { try ours.perform(.confirm, at: 2) }
    #expect(conflict.kind == .refused)
    #expect(conflict.place == "book:3")
    #expect(conflict.touch?.author == "lin")
    #expect(conflict.theirs.map(\.target) == ["Theirs."])
    #expect(conflict.ours.map(\.status) == [.confirmed])
    let lines = conflict.problem.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0] == "lin changed it meanwhile (2023-11-14 22:13:20Z, edit row 3); nothing was stored")
    #expect(lines[1].hasPrefix("  theirs  3 1-1 edited │ "))
    #expect(lines[2].hasPrefix("  yours   3 1-1 confirmed │ "))
    // Theirs is what stands now; done again, it is done to that.
    #expect(ours.pair.rows[2].edited == "Theirs.")
    try ours.perform(.edit("Mine after all."), at: 2)
    #expect(try ann.show(RowSelection("book:3")).rows[0].target == "Mine after all.")
  }

  @Test func otherBorders() throws {
    var (ours, theirs) = (try session(ann), try session(lin))
    try theirs.perform(.mergeDown(), at: 2)
    let conflict = try #require(throws: RowConflict.self) { try ours.perform(.confirm, at: 3) }
    #expect(conflict.place == "book:3")
    #expect(conflict.theirs.map(\.shape) == ["2-2"])
    #expect(ours.pair.rows.count == 5)
  }

  @Test func oneActionOnAStaleRow() throws {
    var stale = try ann.store.pair(named: "book")
    _ = try lin.perform("reject", on: RowSelection("book:1"))
    #expect(throws: RowConflict.self) {
      try ann.store.perform(.confirm, on: &stale, at: 0)
    }
    #expect(stale.rows[0].status == .unreviewed)
  }

  @Test func theirUndoIsSeenToo() throws {
    var (ours, theirs) = (try session(ann), try session(lin))
    try ours.perform(.confirm, at: 0)
    try ours.perform(.comment("x"), at: 0)
    _ = try theirs.catchUp()
    let undo = try theirs.rowUndo(at: 0)
    _ = try theirs.take(undo)
    #expect(try ours.catchUp())
    #expect(ours.pair == theirs.pair)
    #expect(ours.pair.rows[0].comment == nil)
    _ = try theirs.redo()
    #expect(try ours.catchUp())
    #expect(ours.pair.rows[0].comment == "x")
    #expect(try !ours.catchUp())
  }
}
