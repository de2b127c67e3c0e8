internal import Bitext

/// A passage that the translation has in another place: two rows, each with text on one side, that
/// face each other out of order.
extension DocumentPair {
  /// One side's text of the row at `index` faces the other side's text of the row at `other`. What
  /// else the two rows held stands below them in rows of its own.
  func moving(
    _ side: Side, of index: Int, to other: Int, nextID: Int
  ) throws(ReviewError) -> RowEdit {
    guard rows.indices.contains(other) else {
      throw refusal(.noSuchRow(of: rows.count), at: other)
    }
    guard index != other else { throw refusal(.sameRow, at: index) }
    var pair = self
    // The lower row first, so that the other one stays where it is.
    let ends = [(index, side), (other, side.other)].sorted { $0.0 > $1.0 }
    for (place, (row, held)) in ends.enumerated() {
      let status: Status = held == .source ? .omitted : .added
      try pair.apply(
        pair.setting(held, apartAs: status, at: row, nextID: nextID + place))
    }
    pair.link(rows[index].id, rows[other].id)
    return RowEdit(from: self, to: pair)
  }

  /// Makes two null rows say that they face each other.
  private mutating func link(_ first: Row.ID, _ second: Row.ID) {
    let places = [first, second].compactMap { id in rows.firstIndex { $0.id == id } }
    guard places.count == 2 else { return }
    for (here, there) in [(places[0], places[1]), (places[1], places[0])] {
      let side: Side = rows[there].target.isEmpty ? .source : .target
      rows[here].status = .confirmed
      rows[here].doubts.removeAll { $0.kind == .moved || $0.kind == .reviewer }
      rows[here].doubts.append(Doubt(movedTo: rows[there][side], probability: 1))
    }
  }
}
