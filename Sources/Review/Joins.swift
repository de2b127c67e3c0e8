internal import Bitext

/// Two segments become one where a sentence was cut in two; the rows stay as they are.
extension DocumentPair {
  func joining(_ side: Side, _ first: Int, at index: Int) throws(ReviewError) -> RowEdit {
    let held = self[side].indices(startingIn: rows[index][side])
    guard first >= 0, first + 1 < held.count else {
      throw refusal(.noSuchSegment(side, min(first + 2, held.count + 1)), at: index)
    }
    let parts = Array(self[side].segments[held.lowerBound + first...held.lowerBound + first + 1])
    var whole = parts[0]
    whole.range = parts[0].range.lowerBound..<parts[1].range.upperBound
    if parts[1].kind == .sentence { whole.kind = .sentence }
    // The row is named though it stays, so that the change is refused when the row has changed.
    var edit = RowEdit(rows: .init(before: [rows[index]], after: [rows[index]]))
    edit[side] = .init(before: parts, after: [whole])
    return edit
  }
}

extension RowEdit {
  subscript(side: Side) -> Exchange<Segment> {
    get { side == .source ? source : target }
    set { if side == .source { source = newValue } else { target = newValue } }
  }
}
