import Bitext
import Testing

@testable import Review

/// The ladder before, what is done to which row, and the ladder after.
@Suite struct ActionTableTests {
  @Test(arguments: [
    ("1-1 1-2 1-1", "nudge-down target", 2, "1-1 1-1 1-2"),
    ("1-1 1-2 1-1", "nudge-up target", 2, "1-2 1-1 1-1"),
    ("2-1 1-1", "nudge-down source", 1, "1-1 2-1"),
    ("1-1 2-1", "nudge-up source", 2, "2-1 1-1"),
    ("1-1 1-1", "nudge-down target", 1, "1-0 1-2"),
    ("0-1 1-1", "nudge-down target", 1, "1-2"),
    ("1-1 0-1", "nudge-up target", 2, "1-2"),
    ("1-1 1-0 1-1", "nudge-up source", 2, "2-1 1-1"),
    ("1-1 1-1 1-1", "merge-down", 2, "1-1 2-2"),
    ("1-1 1-1 1-1", "merge-up", 2, "2-2 1-1"),
    ("1-0 0-1", "merge-down", 1, "1-1"),
    ("1-1 1-1", "merge-down target", 1, "1-2 1-0"),
    ("1-1 0-1", "merge-down target", 1, "1-2"),
    ("1-1 1-1", "merge-up target", 2, "1-0 1-2"),
    ("1-1 1-1", "merge-up source", 2, "0-1 2-1"),
    ("2-2", "split 1 1", 1, "1-1 1-1"),
    ("2-2 1-1", "split 0 1", 1, "0-1 2-1 1-1"),
    ("2-1", "split 1 1", 1, "1-1 1-0"),
    ("1-2", "split 1 1", 1, "1-1 0-1"),
    ("1-1", "split 0+1 0+1", 1, "1-1 1-1"),
    ("1-2", "split 0+2 1", 1, "1-1 1-1"),
    ("1-1 1-1", "omitted", 1, "1-0 0-1 1-1"),
    ("1-1 1-1", "added", 2, "1-1 0-1 1-0"),
    ("1-0 0-1", "omitted", 1, "1-0 0-1"),
    ("1-1 1-1", "confirm", 2, "1-1 1-1"),
  ])
  func ladder(before: String, action: String, row: Int, after: String) throws {
    let start = try picture(before)
    var pair = start
    let edit = try pair.edit(for: ReviewAction(action), at: row - 1, nextID: 99)
    try pair.apply(edit)
    #expect(pair.picture == after)
    #expect(pair.rowsAreValid)
    #expect(try pair.applying(edit.inverse) == start)
  }

  @Test(arguments: [
    ("1-1 1-1", "merge-down", 1, [1]),
    ("1-1 1-1", "merge-up", 2, [1]),
    ("1-1 2-2", "split 1 1", 2, [1, 2, 3]),
    ("1-1 1-1", "omitted", 1, [1, 3, 2]),
    ("0-1 1-1", "nudge-down target", 1, [2]),
    ("1-2 1-1", "nudge-down target", 1, [1, 2]),
  ])
  func idsStay(before: String, action: String, row: Int, ids: [Int]) throws {
    var pair = try picture(before)
    try pair.perform(action, row: row)
    #expect(pair.rows.map(\.id) == ids)
  }

  @Test(arguments: [
    ("1-1", "confirm", Status.confirmed), ("1-0", "confirm", .omitted), ("0-1", "confirm", .added),
    ("1-1", "accept", .accepted), ("1-1", "reject", .rejected), ("1-1", "non-text", .nonText),
    ("1-0", "omitted", .omitted), ("0-1", "added", .added), ("1-1", "omitted", .omitted),
    ("1-1", "added", .added), ("1-1", "edit Other words.", .edited),
    ("1-1", "edit b1.", .unreviewed), ("1-1", "comment why?", .unreviewed),
  ])
  func status(before: String, action: String, after: Status) throws {
    var pair = try picture(before)
    try pair.perform(action, row: 1)
    #expect(pair.rows[0].status == after)
  }

  @Test func lockedNeighboursAreReopened() throws {
    var pair = try picture("1-2 1-1 1-1")
    for row in 1...3 { try pair.perform("confirm", row: row) }
    pair.rows[1].doubts = [Doubt(.number, "1994 only in target")]
    try pair.perform("nudge-down target", row: 1)
    #expect(pair.rows.map(\.status) == [.unreviewed, .unreviewed, .confirmed])
    #expect(pair.rows.map(\.confidence) == [nil, nil, 0.9])
    #expect(pair.rows[1].doubts.isEmpty)
  }

  @Test func confirmingTwiceChangesNothing() throws {
    var pair = try picture("1-1")
    #expect(try !pair.edit(for: .confirm, at: 0, nextID: 2).changesNothing)
    try pair.perform("confirm", row: 1)
    #expect(try pair.edit(for: .confirm, at: 0, nextID: 2).changesNothing)
  }

  @Test func aCutSegmentLosesOnlyWhiteSpace() throws {
    let source = segmented(["依法治网，成就显著。"], .zh)
    let target = segmented(["Law-based governance,  and achievements."], .en)
    let ladder = try #require(Ladder("1-1"))
    var pair = DocumentPair(
      name: "press", source: source, target: target,
      rows: DocumentPair.rows(of: ladder, source: source, target: target))
    try pair.perform("split 0+15 0+21", row: 1)
    #expect(pair.source.texts == ["依法治网，", "成就显著。"])
    #expect(pair.target.texts == ["Law-based governance,", "and achievements."])
    #expect(pair.rowsAreValid)
  }
}
