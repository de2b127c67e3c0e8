internal import Bitext

/// Actions that move the border between two rows, or take it away.
extension DocumentPair {
  /// A nudge, or a merge of one side: the border above or below the row moves.
  func moving(_ action: ReviewAction, at index: Int) throws(ReviewError) -> RowEdit {
    switch action {
    case .nudgeDown(let side):
      let held = try segments(side, of: index, for: index)
      let upper = try row(above: index + 1, for: index)
      return try moving(side, below: upper, to: held.upperBound - 1, at: index)
    case .nudgeUp(let side):
      let held = try segments(side, of: index, for: index)
      let upper = try row(above: index, for: index)
      return try moving(side, below: upper, to: held.lowerBound + 1, at: index)
    case .mergeDown(let side?):
      let upper = try row(above: index + 1, for: index)
      let taken = try segments(side, of: upper + 1, for: index)
      return try moving(side, below: upper, to: taken.upperBound, at: index)
    case .mergeUp(let side?):
      let upper = try row(above: index, for: index)
      let taken = try segments(side, of: upper, for: index)
      return try moving(side, below: upper, to: taken.lowerBound, at: index)
    default: return RowEdit(rows: .init())
    }
  }

  /// The row below `upper` joins it and leaves it its id.
  func merging(below upper: Int, at index: Int) throws(ReviewError) -> RowEdit {
    let upper = try row(above: upper + 1, for: index)
    let (above, below) = (rows[upper], rows[upper + 1])
    var merged = above.reopened
    merged.source = above.source.lowerBound..<below.source.upperBound
    merged.target = above.target.lowerBound..<below.target.upperBound
    if above.edited != nil || below.edited != nil {
      merged.edited = joined(text(above, .target), text(below, .target))
    }
    merged.takeRemarks(of: below)
    return RowEdit(rows: .init(before: [above, below], after: [merged]))
  }

  /// The border on one side below row `upper` moves to stand before `segment`.
  private func moving(_ side: Side, below upper: Int, to segment: Int, at index: Int)
    throws(ReviewError) -> RowEdit
  {
    let before = [rows[upper], rows[upper + 1]]
    let border = self[side].border(before: segment)
    var (above, below) = (before[0].reopened, before[1].reopened)
    above[side] = above[side].lowerBound..<border
    below[side] = border..<below[side].upperBound
    if side == .target {
      let giver = above.target.count < before[0].target.count ? 0 : 1
      let kept = giver == 0 ? above.target : below.target
      guard before[giver].edited == nil || kept.isEmpty else {
        throw refusal(.tearsEditedText, at: upper + giver)
      }
      carryCorrections(before, from: giver, &above, &below)
    }
    return RowEdit(rows: .init(before: before, after: droppingEmpty(above, below)))
  }

  /// Joins what moved to the receiver's text when one of the two was corrected.
  private func carryCorrections(
    _ before: [Row], from giver: Int, _ above: inout Row, _ below: inout Row
  ) {
    guard above.edited != nil || below.edited != nil else { return }
    let wholeGiver = before[giver].edited != nil
    if giver == 0 {
      let moved = above.target.upperBound..<before[0].target.upperBound
      let words = wholeGiver ? text(before[0], .target) : target.joined(moved)
      below.edited = joined(words, text(before[1], .target))
      above.edited = nil
    } else {
      let moved = before[1].target.lowerBound..<below.target.lowerBound
      let words = wholeGiver ? text(before[1], .target) : target.joined(moved)
      above.edited = joined(text(before[0], .target), words)
      below.edited = nil
    }
  }

  /// A row that has nothing left goes away, and its remarks to the one that took what it had.
  private func droppingEmpty(_ above: Row, _ below: Row) -> [Row] {
    var (above, below) = (above, below)
    if above.isEmpty {
      var all = above
      all.takeRemarks(of: below)
      (below.comment, below.doubts) = (all.comment, all.doubts)
      return [below]
    }
    guard below.isEmpty else { return [above, below] }
    above.takeRemarks(of: below)
    return [above]
  }

  func joined(_ first: String, _ second: String) -> String {
    [first, second].filter { !$0.isEmpty }
      .joined(separator: target.document.language.isUnspaced ? "" : " ")
  }

  private func row(above lower: Int, for index: Int) throws(ReviewError) -> Int {
    guard lower > 0 else { throw refusal(.noRowAbove, at: index) }
    guard lower < rows.count else { throw refusal(.noRowBelow, at: index) }
    return lower - 1
  }

  private func segments(_ side: Side, of row: Int, for index: Int) throws(ReviewError)
    -> Range<Int>
  {
    let held = self[side].indices(startingIn: rows[row][side])
    guard !held.isEmpty else { throw refusal(.nothingThere(side), at: row) }
    return held
  }
}
