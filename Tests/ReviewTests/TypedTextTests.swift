import Bitext
import Testing

@testable import Review

/// What a person typed is never lost: corrected texts and comments move, join, or forbid.
@Suite struct TypedTextTests {
  /// Row 1 is corrected to `X.`, then the action is done; the corrected texts after.
  @Test(arguments: [
    ("1-1 1-1", "merge-down", 1, ["X. b2."]),
    ("1-1 1-0", "merge-down", 1, ["X."]),
    ("1-1 1-1", "nudge-down target", 1, [nil, "X. b2."]),
    ("1-1 1-1", "nudge-up target", 2, ["X. b2.", nil]),
    ("1-1 1-2", "nudge-up target", 2, ["X. b2.", nil]),
    ("1-1 1-1", "merge-up target", 2, [nil, "X. b2."]),
    ("2-1 1-1", "nudge-down source", 1, ["X.", nil]),
    ("2-1 1-1", "split 1 1", 1, ["X.", nil, nil]),
    ("2-1 1-1", "split 1 0", 1, [nil, "X.", nil]),
    ("1-1 1-1", "omitted", 1, [nil, "X.", nil]),
    ("1-1 1-1", "added", 1, ["X.", nil, nil]),
    ("1-1", "unconfirm", 1, ["X."]),
    ("1-1", "edit b1.", 1, [nil]),
    ("1-1", "edit", 1, [nil]),
  ])
  func correctedText(before: String, action: String, row: Int, after: [String?]) throws {
    var pair = try picture(before)
    try pair.perform("edit X.", row: 1)
    try pair.perform(action, row: row)
    #expect(pair.rows.map(\.edited) == after)
  }

  @Test func chineseJoinsWithoutSpace() throws {
    var pair = try picture("1-1 1-1", target: .zh)
    try pair.perform("edit 改。", row: 2)
    try pair.perform("merge-down", row: 1)
    #expect(pair.text(pair.rows[0], .target) == "b1.改。")
  }

  /// Row 1 is corrected; these would tear its text.
  @Test(arguments: [
    ("1-2 1-1", "nudge-down target", 1), ("1-2 1-1", "split 1 1", 1), ("1-1", "split 0+1 0+1", 1),
  ])
  func tearingIsRefused(before: String, action: String, row: Int) throws {
    var pair = try picture(before)
    try pair.perform("edit X.", row: 1)
    let start = pair
    let error = try #require(throws: ReviewError.self) { try pair.perform(action, row: row) }
    #expect(error.reason == .tearsEditedText)
    #expect(pair == start)
  }

  @Test(arguments: [
    ("1-1 1-1", "merge-down", ["one; two"]),
    ("0-1 1-1", "nudge-down target", ["one; two"]),
    ("1-1 0-1", "merge-down target", ["one; two"]),
    ("1-2 1-1", "split 1 1", ["one", nil, "two"]),
    ("1-1 1-1", "comment", [nil, "two"]),
  ])
  func comments(before: String, action: String, after: [String?]) throws {
    var pair = try picture(before)
    try pair.perform("comment one", row: 1)
    try pair.perform("comment two", row: 2)
    try pair.perform(action, row: 1)
    #expect(pair.rows.map(\.comment) == after)
  }

  @Test func confirmingACorrectedRowSaysEdited() throws {
    var pair = try picture("1-1")
    try pair.perform("edit X.", row: 1)
    try pair.perform("unconfirm", row: 1)
    try pair.perform("confirm", row: 1)
    #expect(pair.rows[0].status == .edited)
  }
}
