import Bitext
import Testing

@testable import Review

/// Seeded scripts of random actions: the rows stay a partition, nothing typed is lost, and undoing
/// everything gives the pair back.
@Suite struct RandomReviewTests {
  @Test(arguments: 1...8)
  func fiveHundredActions(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let start = try picture("1-1 1-2 2-1 0-1 1-0 1-1 3-2 1-1 1-1 2-2 0-1 1-1")
    var pair = start
    var done: [RowEdit] = []
    var typed = 0
    for step in 0..<500 {
      let index = Int.random(in: pair.rows.indices, using: &random)
      let action = randomAction(on: pair, index, typing: "w\(step)w", &random)
      let before = pair
      guard let edit = try? pair.edit(for: action, at: index, nextID: 100 + 4 * step) else {
        continue
      }
      try pair.apply(edit)
      done.append(edit)
      #expect(pair.rowsAreValid, "\(action) on row \(index + 1) of \(before.picture)")
      guard !["edit", "comment"].contains(action.name) else { continue }
      typed += before.rows.count { $0.edited != nil }
      #expect(typedWords(pair) == typedWords(before), "\(action)")
    }
    #expect(done.count > 200)
    #expect(typed > 100)
    for edit in done.reversed() { try pair.apply(edit.inverse) }
    #expect(pair == start)
  }

  /// The marked words `w7w` of all corrected texts and comments.
  private func typedWords(_ pair: DocumentPair) -> Set<String> {
    let texts = pair.rows.flatMap { [$0.edited, $0.comment].compactMap(\.self) }
    return Set(
      texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
        .filter { $0.hasPrefix("w") })
  }

  private func randomAction(
    on pair: DocumentPair, _ index: Int, typing word: String, _ random: inout SeededGenerator
  ) -> ReviewAction {
    let side: Side = Bool.random(using: &random) ? .source : .target
    func cut(_ side: Side) -> Cut {
      let inRow = pair.suggestedCuts(at: index, side) + [Cut(0), Cut(1), Cut(0, bytes: 1)]
      return inRow[Int.random(in: 0..<inRow.count, using: &random)]
    }
    func near() -> Int {
      let rows = max(0, index - 2)..<min(pair.rows.count, index + 3)
      return Int.random(in: rows, using: &random)
    }
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return .confirm
    case 1: return .unconfirm
    case 2: return .accept
    case 3, 4: return .nudgeDown(side)
    case 5, 6: return .nudgeUp(side)
    case 7: return .mergeDown(Bool.random(using: &random) ? side : nil)
    case 8: return .mergeUp(Bool.random(using: &random) ? side : nil)
    case 9, 10, 11: return .split(source: cut(.source), target: cut(.target))
    case 12: return side == .source ? .omitted : .added
    case 13: return .edit(word)
    case 14: return .comment(word)
    case 15: return .shiftDown(side)
    case 16: return .shiftUp(side)
    case 17: return .join(side, first: Int.random(in: 0...2, using: &random))
    case 18: return .move(side, to: near())
    case 19, 20: return .pin(source: 0, target: Int.random(in: 0...1, using: &random), of: near())
    case 21: return .flag
    case 22: return .doubt
    default: return Bool.random(using: &random) ? .reject : .nonText
    }
  }
}
