internal import Bitext

/// Actions that make two rows of one.
extension DocumentPair {
  /// What follows the cuts goes below as a new row. A cut inside a segment makes two segments of
  /// it. The comment stays above.
  func splitting(at index: Int, _ source: Cut, _ target: Cut, nextID: Int) throws(ReviewError)
    -> RowEdit
  {
    let row = rows[index]
    let places = (
      source: try place(of: source, .source, at: index),
      target: try place(of: target, .target, at: index)
    )
    var above = row.reopened
    above.source = row.source.lowerBound..<places.source.border
    above.target = row.target.lowerBound..<places.target.border
    var below = Row(
      id: nextID, source: places.source.border..<row.source.upperBound,
      target: places.target.border..<row.target.upperBound)
    guard !above.isEmpty, !below.isEmpty else { throw refusal(.emptyPart, at: index) }
    if row.edited != nil {
      guard above.target.isEmpty || below.target.isEmpty else {
        throw refusal(.tearsEditedText, at: index)
      }
      if above.target.isEmpty { swap(&above.edited, &below.edited) }
    }
    return RowEdit(
      rows: .init(before: [row], after: [above, below]), source: places.source.segments,
      target: places.target.segments)
  }

  /// One side stays in the row under `status`; what the other side has goes below as a new row.
  func setting(_ side: Side, apartAs status: Status, at index: Int, nextID: Int)
    throws(ReviewError) -> RowEdit
  {
    let row = rows[index]
    guard !row[side].isEmpty else { throw refusal(.nothingThere(side), at: index) }
    var marked = row
    marked.status = status
    guard !row[side.other].isEmpty else {
      return RowEdit(rows: .init(before: [row], after: [marked]))
    }
    marked = row.reopened
    marked.status = status
    marked[side.other] = row[side.other].lowerBound..<row[side.other].lowerBound
    var rest = Row(id: nextID, source: row.source, target: row.target)
    rest[side] = row[side].upperBound..<row[side].upperBound
    if side == .source { swap(&marked.edited, &rest.edited) }
    return RowEdit(rows: .init(before: [row], after: [marked, rest]))
  }

  /// Where a cut stands in the text, and the segment it divides if it divides one.
  private func place(of cut: Cut, _ side: Side, at index: Int) throws(ReviewError)
    -> (border: Int, segments: RowEdit.Exchange<Segment>)
  {
    let document = self[side]
    let range = rows[index][side]
    let held = document.indices(startingIn: range)
    let bad = refusal(.badCut(side, cut), at: index)
    guard (0...held.count).contains(cut.segments), cut.bytes >= 0 else { throw bad }
    if cut.bytes > 0 {
      guard cut.segments < held.count,
        let parts = document.parts(of: held.lowerBound + cut.segments, after: cut.bytes)
      else { throw bad }
      let whole = document.segments[held.lowerBound + cut.segments]
      return (parts[1].range.lowerBound, .init(before: [whole], after: parts))
    }
    if cut.segments == 0 { return (range.lowerBound, .init()) }
    return (document.border(before: held.lowerBound + cut.segments), .init())
  }
}

extension SegmentedDocument {
  /// The two segments that a cut after `bytes` bytes makes of one; `nil` when the cut lies inside
  /// a character or a part would be white space only.
  func parts(of index: Int, after bytes: Int) -> [Segment]? {
    let segment = segments[index]
    guard bytes < segment.range.count else { return nil }
    let words = text(index)
    let cut = words.utf8.index(words.startIndex, offsetBy: bytes)
    guard String.Index(cut, within: words) != nil,
      let last = words[..<cut].lastIndex(where: { !$0.isWhitespace }),
      let first = words[cut...].firstIndex(where: { !$0.isWhitespace })
    else { return nil }
    let start = segment.range.lowerBound
    var (above, below) = (segment, segment)
    above.range =
      start..<start + words.utf8.distance(from: words.startIndex, to: words.index(after: last))
    below.range =
      start + words.utf8.distance(from: words.startIndex, to: first)..<segment.range.upperBound
    return [above, below]
  }
}
