public import Bitext

/// Carrying a change out: the one way rows and segments change, for actions, undo and redo alike.
extension DocumentPair {
  /// Puts the edit's rows and segments in the place of those it found. Undo is
  /// `apply(edit.inverse)`. O(log n) to find the place, O(rows touched) to change it, besides
  /// moving what follows in the arrays.
  public mutating func apply(_ edit: RowEdit) throws(ReviewError) {
    guard let rowPlace = place(ofRows: edit.rows.before),
      let sourcePlace = source.place(ofSegments: edit.source.before),
      let targetPlace = target.place(ofSegments: edit.target.before)
    else { throw ReviewError(place: name, .changedMeanwhile) }
    rows.replaceSubrange(rowPlace, with: edit.rows.after)
    source.segments.replaceSubrange(sourcePlace, with: edit.source.after)
    target.segments.replaceSubrange(targetPlace, with: edit.target.after)
  }

  /// The document pair after the edit.
  public func applying(_ edit: RowEdit) throws(ReviewError) -> DocumentPair {
    var pair = self
    try pair.apply(edit)
    return pair
  }

  /// Where these rows stand; `nil` unless they stand there exactly so. No row is empty, so the
  /// sum of a row's two starts grows from row to row and a binary search finds it.
  private func place(ofRows wanted: [Row]) -> Range<Int>? {
    guard let first = wanted.first else { return 0..<0 }
    let key = first.source.lowerBound + first.target.lowerBound
    let start = rows.firstIndex(sorted: { $0.source.lowerBound + $0.target.lowerBound >= key })
    return rows.holds(wanted, at: start)
  }
}

extension SegmentedDocument {
  fileprivate func place(ofSegments wanted: [Segment]) -> Range<Int>? {
    guard let first = wanted.first else { return 0..<0 }
    return segments.holds(
      wanted, at: segments.firstIndex(sorted: { $0.range.lowerBound >= first.range.lowerBound }))
  }
}

extension Array {
  /// The first index where `isReached`, which stays true once it is, holds; `count` if nowhere.
  fileprivate func firstIndex(sorted isReached: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array where Element: Equatable {
  fileprivate func holds(_ wanted: [Element], at start: Int) -> Range<Int>? {
    guard start + wanted.count <= count else { return nil }
    let place = start..<start + wanted.count
    return self[place].elementsEqual(wanted) ? place : nil
  }
}
