internal import Bitext

/// Rows whose text has changed since they were aligned say what is different.
extension DocumentPair {
  /// Marks the rows of places where the text is another. O(size of these places).
  /// - Parameter isMarked: whether a row may be marked; others stay as they are.
  mutating func mark(_ changes: [Revision.Change], where isMarked: (Row) -> Bool) {
    for change in changes {
      if let old = change.old[.source] { mark(.source, change.gap.source, old, isMarked) }
      if let old = change.old[.target] { mark(.target, change.gap.target, old, isMarked) }
    }
  }

  private mutating func mark(
    _ side: Side, _ segments: Range<Int>, _ old: String, _ isMarked: (Row) -> Bool
  ) {
    let document = self[side]
    let words = segments.flatMap { index in
      TextWord.words(of: document.text(index), from: document.segments[index].range.lowerBound)
    }
    let end = document.border(before: segments.upperBound)
    for change in TextChange.changes(from: old, to: words, end: end) {
      for (number, index) in rowsHolding(change.new, side, isMarked).enumerated() {
        var part = change
        part.new = change.new.clamped(to: rows[index][side])
        if number > 0 { part.old = "" }
        rows[index].add(part.words(in: document, rows[index][side]), side)
      }
    }
  }

  /// The rows that hold a part of a place; of an empty place, one that is beside it, if possible one
  /// that has lost its text.
  private func rowsHolding(
    _ place: Range<Int>, _ side: Side, _ isMarked: (Row) -> Bool
  ) -> [Int] {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle][side].upperBound >= place.lowerBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    let near = rows[low...].indices.prefix { rows[$0][side].lowerBound <= place.upperBound }
      .filter { isMarked(rows[$0]) }
    guard place.isEmpty else { return near.filter { rows[$0][side].overlaps(place) } }
    let empty = near.first { rows[$0][side].isEmpty }
    return [empty ?? near.first].compactMap(\.self)
  }
}

extension TextChange {
  /// What changed, in words: `“140” is now “150”`.
  /// - Parameter row: the part of the text that the row holds.
  fileprivate func words(in text: SegmentedDocument, _ row: Range<Int>) -> String {
    if new.isEmpty { return "“\(old)” is gone" }
    let segments = text.indices(startingIn: row).map { text.segments[$0].range }
    let end = min(new.upperBound, segments.last?.upperBound ?? new.upperBound)
    let isWhole =
      segments.first?.lowerBound == new.lowerBound && segments.last?.upperBound == end
    let now = text.document.text.slice(new.lowerBound..<end)
    if old.isEmpty { return isWhole ? "new" : "“\(now)” is new" }
    return isWhole ? "was “\(old)”" : "“\(old)” is now “\(now)”"
  }
}

extension Row {
  /// Adds what changed on one side to what is known already; changes come before other doubts.
  fileprivate mutating func add(_ words: String, _ side: Side) {
    let start = "\(side.rawValue): "
    let same = doubts.firstIndex { $0.kind == .changed && $0.detail.hasPrefix(start) }
    if let same {
      doubts[same].detail += "; " + words
    } else {
      let place = doubts.prefix { $0.kind == .changed }.count
      doubts.insert(Doubt(.changed, start + words), at: place)
    }
  }
}
