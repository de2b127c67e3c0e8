public import Bitext

/// One action done several times, in one change.
extension DocumentPair {
  /// What `action` changes, done `times` times to a row and what becomes of it; less often when it
  /// can be done no further. O(times · rows).
  /// - Throws: as `edit(for:at:nextID:)` the first time.
  public func edit(
    for action: ReviewAction, at index: Int, times: Int, nextID: Int
  ) throws(ReviewError) -> RowEdit {
    var pair = self
    var place = index
    var nextID = nextID
    for time in 0..<times {
      let edit: RowEdit
      do {
        edit = try pair.edit(for: action, at: place, nextID: nextID)
      } catch {
        if time == 0 { throw error }
        break
      }
      let old = pair.rows[place]
      try pair.apply(edit)
      place = pair.place(of: old)
      nextID = max(nextID, (edit.rows.after.map(\.id).max() ?? 0) + 1)
    }
    return RowEdit(from: self, to: pair)
  }

  /// Where a row stands now, or what has taken its text: the row of its id, else the one that
  /// holds the place where it began. O(rows).
  public func place(of old: Row) -> Int {
    if let index = rows.firstIndex(where: { $0.id == old.id }) { return index }
    let start = old.source.lowerBound + old.target.lowerBound
    let next = rows.firstIndex { $0.source.lowerBound + $0.target.lowerBound > start }
    return max(0, (next ?? rows.count) - 1)
  }
}
