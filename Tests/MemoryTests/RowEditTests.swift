// Changes of rows: carried out whole, or refused whole.
import Bitext
import GRDB
import Testing

@testable import Memory

@Suite struct RowEditTests {
  let folder: Folder
  let store: Store
  let pair = DocumentPair.sample("press", "1-1 2-1 1-0 1-2 1-1")

  init() throws {
    folder = try Folder()
    store = try folder.open()
    try store.add(pair)
  }

  @Test func confirmedRowIsStored() throws {
    let edit = pair.edit(2) { $0.status = .confirmed }
    let event = try store.apply(edit, to: "press", action: "confirm")
    var expected = pair
    expected.apply(edit)
    #expect(try store.pair(named: "press") == expected)
    #expect(
      event
        == EventSummary(
          id: 2, time: 1001, author: "Li Na", document: "press", action: "confirm",
          subject: "row 2"))
  }

  @Test func cutSegmentAndSplitRowAreStored() throws {
    let segment = pair.target.segments[1]
    let cut = segment.range.lowerBound + 8
    var halves = [segment, segment]
    halves[0].range = segment.range.lowerBound..<cut
    halves[1].range = cut..<segment.range.upperBound
    let row = pair.rows[1]
    let middle = pair.source.segments[2].range.lowerBound
    let rows = [
      Row(id: 2, source: row.source.lowerBound..<middle, target: row.target.lowerBound..<cut),
      Row(id: 6, source: middle..<row.source.upperBound, target: cut..<row.target.upperBound),
    ]
    let edit = RowEdit(
      rows: .init(before: [row], after: rows), target: .init(before: [segment], after: halves))
    try store.apply(edit, to: "press", action: "split")
    var expected = pair
    expected.apply(edit)
    #expect(try store.pair(named: "press") == expected)
    let reversal = try store.undo(.document("press"))
    #expect(reversal.edits == [edit.inverse])
    #expect(try store.pair(named: "press") == pair)
  }

  @Test func rowsBetweenThatAreTheSameKeepWhoTouchedThem() throws {
    let wang = try folder.open(author: "Wang", from: 5000)
    try wang.apply(pair.edit(2) { $0.status = .confirmed }, to: "press", action: "confirm")
    var edit = try store.pair(named: "press").edit(1, 2, 3) { $0.comment = "seen" }
    edit.rows.after[1] = edit.rows.before[1]
    try store.apply(edit, to: "press", action: "realign")
    try store.undo(.document("press"))
    try store.redo(.document("press"))
    let authors = try store.queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT author FROM row JOIN event ON event.id = row.event ORDER BY source_start")
    }
    #expect(authors == ["Li Na", "Wang", "Li Na", "Li Na", "Li Na"])
    #expect(try store.pair(named: "press").rows[0...2].map(\.comment) == ["seen", nil, "seen"])
  }

  @Test func rowChangedMeanwhileIsRefused() throws {
    try folder.open(author: "Wang").apply(
      pair.edit(2) { $0.status = .rejected }, to: "press", action: "reject")
    let before = try store.stateDump()
    let error = #expect(throws: MemoryError.self) {
      try store.apply(pair.edit(1, 2) { $0.status = .confirmed }, to: "press", action: "confirm")
    }
    #expect(
      error?.description == """
        press, row 2: it was changed since it was read; nothing was stored
          fix: look at it again, then repeat the action
        """)
    #expect(error?.kind == .refused)
    #expect(try store.stateDump() == before)
  }

  @Test func idTakenMeanwhileIsRefused() throws {
    var edit = pair.edit(2) { $0.id = 5 }
    let error = #expect(throws: MemoryError.self) {
      try store.apply(edit, to: "press", action: "split")
    }
    #expect(error?.reason == .changedMeanwhile)
    edit.rows.after[0].id = 6
    #expect(throws: Never.self) { try store.apply(edit, to: "press", action: "split") }
  }

  @Test func segmentChangedMeanwhileIsRefused() throws {
    var segment = pair.target.segments[1]
    segment.speaker = "somebody"
    let edit = RowEdit(rows: .init(), target: .init(before: [segment], after: [segment]))
    let error = #expect(throws: MemoryError.self) {
      try store.apply(edit, to: "press", action: "split")
    }
    #expect(error?.place == "press, target segment")
  }

  /// Every edit leaves the rows in a wrong state, each in its own way.
  @Test(arguments: [
    "gap before", "gap behind", "overlap", "row gone", "last row short", "inside a segment",
    "segments overlap", "segment beyond the text", "boundary left inside a segment",
  ])
  func wrongStateIsRefused(what: String) throws {
    let before = try store.stateDump()
    let error = #expect(throws: MemoryError.self) {
      try store.apply(wrong(what), to: "press", action: "edit")
    }
    #expect(error?.reason == .inconsistent)
    #expect(try store.stateDump() == before)
  }

  private func wrong(_ what: String) -> RowEdit {
    let (a, b) = (pair.target.segments[0], pair.target.segments[1])
    func joined(_ range: Range<Int>, before: [Segment]) -> RowEdit {
      var segment = a
      segment.range = range
      return RowEdit(rows: .init(), target: .init(before: before, after: [segment]))
    }
    let end = pair.target.document.text.utf8.count
    switch what {
    case "gap before":
      return pair.edit(2) { $0.target = $0.target.lowerBound + 1..<$0.target.upperBound }
    case "gap behind":
      return pair.edit(2) { $0.target = $0.target.lowerBound..<$0.target.upperBound - 1 }
    case "overlap":
      return pair.edit(2) { $0.source = $0.source.lowerBound..<$0.source.upperBound + 1 }
    case "row gone": return RowEdit(rows: .init(before: [pair.rows[2]]))
    case "last row short": return pair.edit(5) { $0.target = $0.target.lowerBound..<end - 1 }
    case "inside a segment":
      var edit = pair.edit(1, 2) { _ in }
      edit.rows.after[0].source = 0..<2
      edit.rows.after[1].source = 2..<edit.rows.after[1].source.upperBound
      return edit
    case "segments overlap": return joined(0..<a.range.upperBound + 3, before: [a])
    case "segment beyond the text":
      return joined(end - 1..<end + 1, before: [pair.target.segments.last!])
    default: return joined(0..<b.range.upperBound, before: [a, b])
    }
  }

  @Test func pairWhoseRowsDoNotCoverIsRefused() throws {
    var broken = DocumentPair.sample("other")
    broken.rows.remove(at: 1)
    let error = #expect(throws: MemoryError.self) { try store.add(broken) }
    #expect(error?.problem == "row 3 leaves a gap or an overlap; nothing was stored")
    #expect(try store.log(.workspace).count == 1)
  }
}
