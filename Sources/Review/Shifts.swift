internal import Bitext

/// Shifts: the texts of one side go down or up a row each, against the other side, which stays.
extension DocumentPair {
  /// One side's texts of the rows from `start` on, each a row further down.
  func shiftingDown(_ side: Side, from start: Int, nextID: Int) throws(ReviewError) -> RowEdit {
    guard !rows[start][side].isEmpty else { throw refusal(.nothingThere(side), at: start) }
    let rest = rows.indices[(start + 1)...]
    let end = rest.first { rows[$0].status.isLocked || rows[$0][side].isEmpty } ?? rows.count
    let hasGap = end < rows.count && !rows[end].status.isLocked
    var window = Array(rows[start..<(hasGap ? end + 1 : end)])
    var texts = window.map { cell($0, side) }
    if hasGap { texts.removeLast() }
    texts.insert(Cell(range: rows[start][side].lowerBound..<rows[start][side].lowerBound), at: 0)
    if !hasGap { window.append(emptyRow(below: window[window.count - 1], id: nextID)) }
    return try putting(texts, side, into: window, at: start..<(hasGap ? end + 1 : end))
  }

  /// One side's text of the row at `start` joined to the row above, and those below a row further
  /// up.
  func shiftingUp(_ side: Side, from start: Int) throws(ReviewError) -> RowEdit {
    guard start > 0 else { throw refusal(.noRowAbove, at: start) }
    guard !rows[start][side].isEmpty else { throw refusal(.nothingThere(side), at: start) }
    let locked = rows.indices[(start + 1)...].first { rows[$0].status.isLocked } ?? rows.count
    let onlyThisSide = rows.indices[start..<locked].first { rows[$0][side.other].isEmpty }
    let end = onlyThisSide.map { $0 + 1 } ?? locked
    let window = Array(rows[(start - 1)..<end])
    var texts = window.map { cell($0, side) }
    let second = texts.remove(at: 1)
    texts[0] = joined(texts[0], second)
    texts.append(Cell(range: second.end(of: texts[texts.count - 1])))
    return try putting(texts, side, into: window, at: start - 1..<end)
  }

  /// What one side of a row holds: its text's place and the correction that goes with it.
  private struct Cell {
    var range: Range<Int>
    var edited: String?

    /// The empty place after the last of two cells.
    func end(of last: Cell) -> Range<Int> {
      let end = max(range.upperBound, last.range.upperBound)
      return end..<end
    }
  }

  private func cell(_ row: Row, _ side: Side) -> Cell {
    Cell(range: row[side], edited: side == .target ? row.edited : nil)
  }

  private func joined(_ first: Cell, _ second: Cell) -> Cell {
    let range = first.range.lowerBound..<second.range.upperBound
    guard first.edited != nil || second.edited != nil else { return Cell(range: range) }
    let words = [first, second].map { $0.edited ?? target.joined($0.range) }
    return Cell(range: range, edited: joined(words[0], words[1]))
  }

  private func emptyRow(below row: Row, id: Int) -> Row {
    Row(
      id: id, source: row.source.upperBound..<row.source.upperBound,
      target: row.target.upperBound..<row.target.upperBound)
  }

  /// The rows with these texts on one side, none that has nothing left.
  private func putting(
    _ texts: [Cell], _ side: Side, into window: [Row], at place: Range<Int>
  ) throws(ReviewError) -> RowEdit {
    var after: [Row] = []
    var homeless = Row(id: 0, source: 0..<0, target: 0..<0)
    for (row, text) in zip(window, texts) {
      var row = row.reopened
      row[side] = text.range
      if side == .target { row.edited = text.edited }
      if row.isEmpty {
        if after.isEmpty { homeless.takeRemarks(of: row) }
        after.indices.last.map { after[$0].takeRemarks(of: row) }
      } else {
        row.takeRemarks(of: homeless)
        homeless = Row(id: 0, source: 0..<0, target: 0..<0)
        after.append(row)
      }
    }
    return RowEdit(rows: .init(before: Array(rows[place]), after: after))
  }
}
