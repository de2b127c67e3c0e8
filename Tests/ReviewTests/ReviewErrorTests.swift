import Bitext
import Testing

@testable import Review

@Suite struct ReviewErrorTests {
  @Test(arguments: [
    ("1-1", "confirm", 2, "press:2: no such row; there are 1\n  fix: give a row from 1 to 1"),
    (
      "1-1 1-0", "nudge-down target", 2,
      "press:2: the row has no target text\n  fix: choose the other side, or another row"
    ),
    (
      "1-1", "nudge-down target", 1,
      "press:1: there is no row below\n  fix: act on a row above the last, or split this one"
    ),
    ("1-1", "merge-up", 1, "press:1: there is no row above\n  fix: act on a row below the first"),
    (
      "2-2", "split 0 0", 1,
      """
      press:1: the split would leave a row empty
        fix: leave at least one segment above the cut and one below
      """
    ),
    (
      "1-1", "split 0+3 1", 1,
      """
      press:1: cannot cut the source text at 0+3
        fix: cut after N segments as N, or B bytes into the next as N+B
      """
    ),
    ("1-1", "split 1 9", 1, "press:1: cannot cut the target text at 9\n"),
    ("0-1", "omitted", 1, "press:1: the row has no source text\n"),
    ("1-0", "edit X", 1, "press:1: the row has no target text\n"),
    ("1-1 1-0", "shift-down target", 2, "press:2: the row has no target text\n"),
    ("1-1", "shift-up source", 1, "press:1: there is no row above\n"),
    (
      "2-1", "join source 2", 1,
      "press:1: the row has no source segment 3\n  fix: count the row's segments from 1"
    ),
    ("2-1", "pin 1 2 1", 1, "press:1: the row has no target segment 2\n"),
    ("1-1", "pin 1 1 2", 1, "press:2: no such row; there are 1\n"),
    ("1-1", "move source 1", 1, "press:1: a row cannot face itself\n  fix: name another row"),
    ("1-1 1-0", "move source 2", 1, "press:2: the row has no target text\n"),
  ])
  func words(before: String, action: String, row: Int, message: String) throws {
    var pair = try picture(before)
    let start = pair
    let error = try #require(throws: ReviewError.self) { try pair.perform(action, row: row) }
    #expect(
      message.hasSuffix("\n") ? error.description.hasPrefix(message) : error.description == message)
    #expect(pair == start)
  }

  @Test func acceptingADecidedRowIsRefused() throws {
    var pair = try picture("1-1")
    try pair.perform("reject", row: 1)
    let error = try #require(throws: ReviewError.self) { try pair.perform("accept", row: 1) }
    #expect(
      error.description == "press:1: the row is already rejected\n  fix: unconfirm it first")
    #expect(error.kind == .refused)
  }

  @Test func aPinAcrossADecidedRowIsRefused() throws {
    var pair = try picture("1-1 1-1 1-1")
    try pair.perform("confirm", row: 2)
    let error = try #require(throws: ReviewError.self) { try pair.perform("pin 1 1 3", row: 1) }
    #expect(
      error.description == """
        press:1: a person has decided on row 2, which stands between
          fix: unconfirm it first, or mark the pair as moved
        """)
  }

  @Test func aCutInsideACharacterIsRefused() throws {
    let source = segmented(["依法"], .zh)
    let target = segmented(["By law"], .en)
    let pair = DocumentPair(
      name: "press", source: source, target: target,
      rows: [Row(id: 1, source: 0..<6, target: 0..<6)])
    let error = try #require(throws: ReviewError.self) {
      try pair.edit(for: .split(source: Cut(0, bytes: 2), target: Cut(1)), at: 0, nextID: 2)
    }
    #expect(error.reason == .badCut(.source, Cut(0, bytes: 2)))
    #expect(error.kind == .usage)
  }

  @Test func anEditOfRowsThatChangedIsRefused() throws {
    var pair = try picture("1-1 1-1")
    let edit = try pair.edit(for: .mergeDown(), at: 0, nextID: 3)
    try pair.perform("confirm", row: 2)
    let start = pair
    let error = try #require(throws: ReviewError.self) { try pair.apply(edit) }
    #expect(
      error.description
        == "press: the rows have changed meanwhile\n  fix: show the rows again and repeat the action"
    )
    #expect(pair == start)
  }

  @Test func tearingIsExplained() {
    let error = ReviewError(place: "press:1", .tearsEditedText)
    #expect(
      error.description == """
        press:1: the corrected target text belongs to segments that would part
          fix: take the correction back with an empty edit, then edit again
        """)
  }

  @Test func unknownActionsListTheKnown() throws {
    let error = try #require(throws: ReviewError.self) { try ReviewAction("aprove") }
    #expect(
      error.description == """
        aprove: no such action
          fix: use one of: confirm, unconfirm, accept, nudge-down SIDE, nudge-up SIDE, \
        merge-down [SIDE], merge-up [SIDE], shift-down SIDE, shift-up SIDE, \
        join SIDE SEGMENT, split SOURCE-CUT TARGET-CUT, omitted, added, move SIDE ROW, \
        pin SOURCE-SEGMENT TARGET-SEGMENT ROW, edit [TEXT], reject, non-text, \
        comment [TEXT], flag, unflag, doubt
        """)
    #expect(error.kind == .usage)
  }
}
