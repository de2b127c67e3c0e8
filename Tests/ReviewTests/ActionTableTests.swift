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
    ("1-1 1-1 1-1", "shift-down target", 1, "1-0 1-1 1-1 0-1"),
    ("1-1 1-2 1-1 1-0 1-1", "shift-down target", 2, "1-1 1-0 1-2 1-1 1-1"),
    ("1-1 0-1 1-1 1-0", "shift-down target", 2, "1-1 1-1 1-1"),
    ("1-1 2-1 0-1 1-1", "shift-down source", 1, "0-1 1-1 2-1 1-1"),
    ("1-1 0-1 1-1 2-1", "shift-up target", 2, "1-2 1-1 2-1"),
    ("1-1 1-2 1-1", "shift-up target", 2, "1-3 1-1 1-0"),
    ("1-1 1-0 2-1 1-1", "shift-up source", 2, "2-1 2-1 1-1"),
    ("1-1 1-0 1-1 0-1 1-1", "shift-up target", 3, "1-1 1-1 1-1 1-1"),
    ("3-1", "join source 2", 1, "2-1"),
    ("1-2 1-1", "join target 1", 1, "1-1 1-1"),
    ("1-1 1-1 1-1", "move source 3", 1, "1-0 0-1 1-1 0-1 1-0"),
    ("1-0 1-1 0-1", "move source 3", 1, "1-0 1-1 0-1"),
    ("0-1 1-1 1-0", "move target 3", 1, "0-1 1-1 1-0"),
    ("1-1 1-1 2-1", "move target 1", 3, "1-0 0-1 1-1 0-1 2-0"),
    ("2-2", "pin 1 1 1", 1, "1-1 1-1"),
    ("2-2", "pin 2 1 1", 1, "1-0 1-1 0-1"),
    ("1-1 1-1 1-1", "pin 1 1 3", 1, "0-2 1-1 2-0"),
    ("1-1 2-2 1-1", "pin 2 1 1", 2, "2-0 1-1 0-2 1-1"),
    ("1-1 1-1", "pin 1 1 2", 2, "1-1 1-1"),
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

  @Test func aShiftStopsAtADecidedRow() throws {
    var pair = try picture("1-1 1-1 1-1 1-1")
    try pair.perform("confirm", row: 4)
    try pair.perform("shift-down target", row: 2)
    #expect(pair.picture == "1-1 1-0 1-1 0-1 1-1")
    try pair.perform("shift-up target", row: 3)
    #expect(pair.picture == "1-1 1-1 1-1 1-1")
    #expect(
      pair.rows.map(\.status) == [.unreviewed, .unreviewed, .unreviewed, .confirmed])
  }

  @Test func correctionsAndRemarksGoWithAShift() throws {
    var pair = try picture("1-1 1-1 1-1 1-0")
    for action in ["edit one", "unconfirm"] { try pair.perform(action, row: 2) }
    try pair.perform("comment here", row: 3)
    try pair.perform("flag", row: 1)
    try pair.perform("shift-down target", row: 1)
    #expect(pair.picture == "1-0 1-1 1-1 1-1")
    #expect(pair.rows.map(\.edited) == [nil, nil, "one", nil])
    #expect(pair.rows.map(\.comment) == [nil, nil, "here", nil])
    try pair.perform("shift-up target", row: 3)
    #expect(pair.rows.map(\.edited) == [nil, "b1. one", nil, nil])
    #expect(pair.rows[0].isFlagged)
  }

  @Test func aMovedPairIsConfirmedAndSaysWhereItsCounterpartStands() throws {
    var pair = try picture("1-1 1-1 1-1")
    try pair.perform("move source 3", row: 1)
    let moved = pair.rows.filter(\.isMoved)
    #expect(moved.map { pair.text($0, .source) + pair.text($0, .target) } == ["a1.", "b3."])
    #expect(moved.map { $0.doubts.first?.place } == [8..<11, 0..<4])
    try pair.perform("confirm", row: 1)
    #expect(pair.rows[0].isMoved)
  }

  @Test func aPinIsConfirmedAndRemarksStay() throws {
    var pair = try picture("1-1 2-2 1-1")
    try pair.perform("comment see", row: 2)
    try pair.perform("pin 2 2 2", row: 2)
    #expect(pair.picture == "1-1 1-1 1-1 1-1")
    #expect(pair.rows.map(\.status) == [.unreviewed, .unreviewed, .confirmed, .unreviewed])
    #expect(pair.rows.map(\.comment) == [nil, "see", nil, nil])
    #expect(pair.rows.map(\.confidence) == [0.9, nil, nil, 0.9])
  }

  @Test func whatAPersonRaisedOutlastsNewBorders() throws {
    var pair = try picture("1-1 1-1")
    try pair.perform("confirm", row: 1)
    for action in ["flag", "doubt", "flag"] { try pair.perform(action, row: 1) }
    #expect(pair.rows[0].status == .unreviewed && DoubtQueue().wants(pair.rows[0]))
    try pair.perform("merge-down", row: 1)
    #expect(pair.rows[0].doubts.map(\.kind) == [.flag, .reviewer])
    try pair.perform("confirm", row: 1)
    #expect(pair.rows[0].doubts.map(\.kind) == [.flag])
    try pair.perform("unflag", row: 1)
    #expect(pair.rows[0].doubts.isEmpty && pair.rows[0].status == .confirmed)
  }

  @Test func joinedSegmentsAreOneText() throws {
    var pair = try picture("2-1")
    try pair.perform("join source 1", row: 1)
    #expect(pair.source.texts == ["a1. a2."] && pair.rows[0].confidence == 0.9)
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
