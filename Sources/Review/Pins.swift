internal import Bitext

/// A pin: one source segment and one target segment are counterparts, and all else follows.
extension DocumentPair {
  /// A row of the two segments alone, confirmed; what stood above and below them in the rows from
  /// the one to the other makes a row each.
  func pinning(
    _ first: Int, of index: Int, to second: Int, of other: Int, nextID: Int
  ) throws(ReviewError) -> RowEdit {
    guard rows.indices.contains(other) else {
      throw refusal(.noSuchRow(of: rows.count), at: other)
    }
    let pinned = (
      source: try segment(first, .source, of: index),
      target: try segment(second, .target, of: other)
    )
    let run = min(index, other)..<max(index, other) + 1
    if let decided = run.dropFirst().dropLast().first(where: { rows[$0].status.isLocked }) {
      throw refusal(.decidedBetween(row: decided + 1), at: index)
    }
    let parts = divided(run, around: pinned.source, pinned.target).map { known($0, among: run) }
    var edit = edit(realigning: [(run, parts.filter { !$0.isEmpty })], nextID: nextID)
    for row in rows[run] where row.edited != nil {
      guard let place = edit.rows.after.firstIndex(where: { $0.target == row.target }) else {
        throw refusal(.tearsEditedText, at: index)
      }
      edit.rows.after[place].edited = row.edited
    }
    return confirming(edit, at: parts[1])
  }

  private func segment(_ number: Int, _ side: Side, of index: Int) throws(ReviewError) -> Int {
    let held = self[side].indices(startingIn: rows[index][side])
    guard (0..<held.count).contains(number) else {
      throw refusal(.noSuchSegment(side, number + 1), at: index)
    }
    return held.lowerBound + number
  }

  /// Three rows: above the two segments, these, below them.
  private func divided(_ run: Range<Int>, around source: Int, _ target: Int) -> [Row] {
    let borders = [
      (rows[run.lowerBound].source.lowerBound, rows[run.lowerBound].target.lowerBound),
      (border(before: source, .source, run), border(before: target, .target, run)),
      (border(before: source + 1, .source, run), border(before: target + 1, .target, run)),
      (rows[run.upperBound - 1].source.upperBound, rows[run.upperBound - 1].target.upperBound),
    ]
    return zip(borders, borders.dropFirst()).map { above, below in
      Row(id: 0, source: above.0..<below.0, target: above.1..<below.1)
    }
  }

  /// A row of the same text keeps what the aligner said of it.
  private func known(_ part: Row, among run: Range<Int>) -> Row {
    let same = rows[run].first { $0.source == part.source && $0.target == part.target }
    guard let same else { return part }
    var part = part
    part.confidence = same.confidence
    part.doubts = same.doubts.filter { !$0.kind.isPersons }
    return part
  }

  private func border(before segment: Int, _ side: Side, _ run: Range<Int>) -> Int {
    min(self[side].border(before: segment), rows[run.upperBound - 1][side].upperBound)
  }

  /// The change with its row of the two segments confirmed. Where the row stood already, the change
  /// may not hold it yet.
  private func confirming(_ edit: RowEdit, at pinned: Row) -> RowEdit {
    func isPinned(_ row: Row) -> Bool { row.source == pinned.source && row.target == pinned.target }
    var edit = edit
    if let place = edit.rows.after.firstIndex(where: isPinned) {
      edit.rows.after[place] = edit.rows.after[place].confirmed
    } else if let row = rows.first(where: isPinned) {
      edit.rows = .init(before: [row], after: [row.confirmed])
    }
    return edit
  }
}
