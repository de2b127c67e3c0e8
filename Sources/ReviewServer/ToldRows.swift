internal import Bitext
internal import Workbench

/// Rows in the place of others, as a page is told: a line of numbers for each, so that a book of
/// 20,000 rows is told at once. Texts follow when they are shown.
struct RowChange: Encodable {
  /// The count of changes before this one, and with it: a page that has another asks for the whole.
  var since: Int
  var version: Int
  /// The first row that changed, from 0.
  var from: Int
  /// How many rows stood there.
  var removed: Int
  /// What stands there now, a line each: `id status confidence flags source target`. The status by
  /// its place in `Opening.statuses`, the confidence in hundredths or -1, the flags added up, the
  /// length of each text in half-width characters, about.
  var rows: String
}

/// Which rows a tab has been told.
struct ToldRows {
  private var rows: [Row] = []
  private var segments: [Side: [Segment]] = [:]
  private var filter = RowFilter.all
  private var version = 0

  /// What is other than told, which then counts as told; `nil` when nothing is. O(rows).
  mutating func take(in desk: ReviewDesk) -> RowChange? {
    let same = same(in: desk)
    guard rows.isEmpty || same.head < desk.pair.rows.count || rows.count != desk.pair.rows.count
    else { return nil }
    let change = RowChange(
      since: version, version: version + 1, from: same.head,
      removed: rows.count - same.tail - same.head,
      rows: Self.lines(same.head..<desk.pair.rows.count - same.tail, in: desk))
    (rows, filter, version) = (desk.pair.rows, desk.filter, version + 1)
    for side in Side.allCases { segments[side] = desk.pair[side].segments }
    return change
  }

  /// How many rows at the beginning and at the end are as told: the rows themselves, their segments,
  /// and whether they are shown.
  private func same(in desk: ReviewDesk) -> (head: Int, tail: Int) {
    let now = desk.pair.rows
    guard filter == desk.filter, !rows.isEmpty else { return (0, 0) }
    var (head, tail) = rows.same(as: now)
    for side in Side.allCases {
      guard let bytes = changedBytes(side, desk.pair[side].segments) else { continue }
      // A row that holds a segment that was cut or joined.
      head = min(head, now.firstIndex { $0[side].upperBound > bytes.lowerBound } ?? now.count)
      let last = now.lastIndex { $0[side].lowerBound < bytes.upperBound } ?? -1
      tail = min(tail, now.count - 1 - last)
    }
    return (head, min(tail, min(rows.count, now.count) - head))
  }

  /// Where the segments of a side are not as told; `nil` when they all are.
  private func changedBytes(_ side: Side, _ now: [Segment]) -> Range<Int>? {
    let old = segments[side] ?? []
    guard old != now else { return nil }
    let (head, tail) = old.same(as: now)
    let changed = old[head..<old.count - tail] + now[head..<now.count - tail]
    let bytes = changed.map(\.range)
    guard let from = bytes.map(\.lowerBound).min(), let to = bytes.map(\.upperBound).max() else {
      return nil
    }
    return from..<to
  }

  private static func lines(_ places: Range<Int>, in desk: ReviewDesk) -> String {
    let widths = Side.allCases.map { desk.pair[$0].document.language.isUnspaced ? 2.0 / 3 : 1 }
    var lines = ""
    lines.reserveCapacity(places.count * 24)
    for place in places {
      let row = desk.pair.rows[place]
      let confidence = row.confidence.map { Int(($0 * 100).rounded(.down)) } ?? -1
      let target = row.edited?.utf8.count ?? row.target.count
      lines += "\(row.id) \(codes[row.status] ?? 0) \(confidence) \(flags(row, place, in: desk))"
      lines += " \(Int(Double(row.source.count) * widths[0]))"
      lines += " \(Int(Double(target) * widths[1]))\n"
    }
    return lines
  }

  private static let codes = Dictionary(
    uniqueKeysWithValues: Status.allCases.enumerated().map { ($1, $0) })

  /// 1 wants a look, 2 is shown, 4 is flagged, 8 has a comment.
  private static func flags(_ row: Row, _ place: Int, in desk: ReviewDesk) -> Int {
    (RowFilter.doubtful.holds(row, of: desk.pair) ? 1 : 0) + (desk.shows(place) ? 2 : 0)
      + (RowFilter.flagged.holds(row, of: desk.pair) ? 4 : 0) + (row.comment == nil ? 0 : 8)
  }
}

extension Array where Element: Equatable {
  /// How many elements at the beginning, and then at the end, are those of another array.
  fileprivate func same(as other: [Element]) -> (head: Int, tail: Int) {
    if self == other { return (count, count) }
    let head = zip(self, other).prefix { $0 == $1 }.count
    let most = Swift.min(count, other.count) - head
    let tail = zip(reversed(), other.reversed()).prefix(most).prefix { $0 == $1 }.count
    return (head, tail)
  }
}
