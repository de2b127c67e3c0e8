import Bitext
import Testing

@testable import Review

/// Many rows decided in one change.
@Suite struct RestTests {
  private func pair() throws -> DocumentPair {
    var pair = try picture("1-1 1-1 1-1 1-1 1-0 1-1")
    for (index, confidence) in [0.98, 0.5, 0.95, nil, 0.92, 0.9].enumerated() {
      pair.rows[index].confidence = confidence
    }
    pair.rows[0].status = .confirmed
    return pair
  }

  @Test func onlyProbableRowsThatNobodyDoubtsAreAccepted() throws {
    var pair = try pair()
    try pair.perform("flag", row: 6)
    let acceptance = pair.acceptance(atLeast: 0.9)
    #expect(acceptance.rows == [2, 4] && acceptance.left == 3)
    #expect(abs(acceptance.expectedErrors - 0.13) < 1e-9)
    let edit = pair.edit(accepting: acceptance)
    let after = try pair.applying(edit)
    #expect(
      after.rows.map(\.status) == [
        .confirmed, .unreviewed, .accepted, .unreviewed, .accepted, .unreviewed,
      ])
    #expect(try after.applying(edit.inverse) == pair)
    #expect(pair.edit(accepting: pair.acceptance(atLeast: 1)).changesNothing)
  }

  @Test func allAboveAreConfirmedAsWhatTheyAre() throws {
    var pair = try pair()
    try pair.perform("reject", row: 2)
    try pair.perform("accept", row: 3)
    try pair.perform("doubt", row: 4)
    let after = try pair.applying(pair.edit(confirmingThrough: 4))
    #expect(
      after.rows.map(\.status) == [
        .confirmed, .rejected, .confirmed, .confirmed, .omitted, .unreviewed,
      ])
    #expect(after.rows[3].doubts.isEmpty)
  }

  @Test func aChangeIsTheDifferenceOfTwoStates() throws {
    let pair = try pair()
    var other = pair
    for action in ["nudge-down target", "confirm"] { try other.perform(action, row: 2) }
    try other.perform("split 0+1 0", row: 5)
    let edit = RowEdit(from: pair, to: other)
    #expect(edit.rows.before.map(\.id) == [2, 3, 4, 5] && edit.source.before.count == 1)
    #expect(try pair.applying(edit) == other)
    #expect(RowEdit(from: pair, to: pair).changesNothing)
  }
}
