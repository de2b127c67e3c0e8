/// How rows cover the two texts: where their borders may stand, and the check that they divide
/// both texts without gap or overlap.
extension SegmentedDocument {
  /// Where a row border before segment `index` stands, in bytes: 0 before the first segment, the
  /// end of the text after the last, else the segment's start. A text without segments has only 0.
  public func border(before index: Int) -> Int {
    if index == 0 { return 0 }
    return index < segments.count ? segments[index].range.lowerBound : document.text.utf8.count
  }
}

extension DocumentPair {
  /// Whether the rows keep what `Row` promises: each side's text divided in order without gap or
  /// overlap, every border the start of a segment or an end of the text, no row empty on both
  /// sides, no range without a segment in it, no id twice. O(rows · log segments).
  public var rowsAreValid: Bool {
    Set(rows.map(\.id)).count == rows.count
      && rows.allSatisfy { !$0.source.isEmpty || !$0.target.isEmpty }
      && Side.allCases.allSatisfy(rowsCover)
  }

  private func rowsCover(_ side: Side) -> Bool {
    let document = self[side]
    var border = 0
    for row in rows {
      let held = document.indices(startingIn: row[side])
      guard row[side].lowerBound == border, held.isEmpty == row[side].isEmpty else { return false }
      border = row[side].upperBound
      guard held.isEmpty || border == document.border(before: held.upperBound) else { return false }
    }
    return border == document.border(before: document.segments.count)
  }
}
