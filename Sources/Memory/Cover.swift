// The one rule no constraint can state: the rows of a document pair divide both texts without gap
// or overlap, and every boundary is the start of a segment.
internal import Bitext
internal import GRDB

/// A place in both texts, in bytes.
private struct Place: Equatable, Comparable {
  var source: Int
  var target: Int

  static func < (a: Place, b: Place) -> Bool { (a.source, a.target) < (b.source, b.target) }
}

extension Bitext.Row {
  fileprivate var start: Place { Place(source: source.lowerBound, target: target.lowerBound) }
  fileprivate var stop: Place { Place(source: source.upperBound, target: target.upperBound) }
}

/// The first row that does not begin where the one before it ends, or `nil`; `stop` must be where
/// the last one ends.
private func firstBreak(_ rows: [Bitext.Row], from start: Place, to stop: Place) -> String? {
  var place = start
  for row in rows {
    if row.start != place { return "row \(row.id) leaves a gap or an overlap" }
    place = row.stop
  }
  return place == stop ? nil : "the last row does not reach the end"
}

extension DocumentPair {
  /// What is wrong with the rows or the segments; `nil` when they divide both texts.
  var coverProblem: String? {
    let end = Place(
      source: source.document.text.utf8.count, target: target.document.text.utf8.count)
    if let problem = firstBreak(rows, from: Place(source: 0, target: 0), to: end) { return problem }
    return Side.allCases.lazy.compactMap(segmentProblem).first
  }

  private func segmentProblem(_ side: Side) -> String? {
    let segments = self[side].segments
    let end = self[side].document.text.utf8.count
    var last = 0
    for segment in segments {
      if segment.range.lowerBound < last { return "\(side) segments overlap" }
      last = segment.range.upperBound
    }
    if last > end { return "a \(side) segment reaches beyond the text" }
    let starts = Set(segments.map(\.range.lowerBound)).union([0, end])
    return rows.first { !starts.contains($0[side].lowerBound) }
      .map { "row \($0.id) begins inside a \(side) segment" }
  }
}

extension Database {
  /// Checks the rows from the neighbour before an edit to the neighbour behind it.
  func checkCover(_ edit: RowEdit, pair: Int, _ name: String) throws {
    for side in Side.allCases { try checkSegments(edit, pair: pair, side, name) }
    let touched = (edit.rows.before + edit.rows.after).map(\.start)
    guard let low = touched.min(), let high = touched.max() else { return }
    let before = try neighbour(pair, "<", low, "DESC")
    let behind = try neighbour(pair, ">", high, "ASC")
    let rows = try rows(
      "pair = ? AND (source_start, target_start) BETWEEN (?, ?) AND (?, ?) "
        + "ORDER BY source_start, target_start",
      [pair, low.source, low.target, high.source, high.target])
    let start = before?.stop ?? Place(source: 0, target: 0)
    let stop = try behind?.start ?? end(pair)
    if let problem = firstBreak(rows, from: start, to: stop) {
      throw MemoryError.inconsistent(name, problem)
    }
  }

  private func neighbour(
    _ pair: Int, _ relation: String, _ place: Place, _ order: String
  ) throws -> Bitext.Row? {
    try rows(
      "pair = ? AND (source_start, target_start) \(relation) (?, ?) "
        + "ORDER BY source_start \(order), target_start \(order) LIMIT 1",
      [pair, place.source, place.target]
    ).first
  }

  private func end(_ pair: Int) throws -> Place {
    Place(source: try length(pair, .source), target: try length(pair, .target))
  }

  private func length(_ pair: Int, _ side: Side) throws -> Int {
    try Int.fetchOne(
      self, sql: "SELECT bytes FROM text WHERE pair = ? AND side = ?",
      arguments: [pair, side.rawValue]) ?? 0
  }

  /// New segments overlap no other and stay in the text; new boundaries of rows are starts of
  /// segments; no boundary is left where a segment no longer starts.
  private func checkSegments(_ edit: RowEdit, pair: Int, _ side: Side, _ name: String) throws {
    let end = try length(pair, side)
    for segment in edit[side].after {
      let overlapping = try segments(
        "pair = ? AND side = ? AND start < ? ORDER BY start DESC LIMIT 2",
        [pair, side.rawValue, segment.range.upperBound])
      let isAlone =
        overlapping.first == segment
        && (overlapping.last == segment
          || overlapping[1].range.upperBound <= segment.range.lowerBound)
      if !isAlone || segment.range.upperBound > end {
        throw MemoryError.inconsistent(name, "\(side) segments overlap")
      }
    }
    let old = Set(edit.rows.before.map(\.[side].lowerBound)).union([0, end])
    let boundaries = Set(edit.rows.after.map(\.[side].lowerBound)).subtracting(old)
    let gone = Set(edit[side].before.map(\.range.lowerBound))
      .subtracting(edit[side].after.map(\.range.lowerBound)).subtracting([0, end])
    for start in boundaries.sorted() where try !startsSegment(pair, side, start) {
      throw MemoryError.inconsistent(name, "a row begins inside a \(side) segment")
    }
    for start in gone.sorted() where try startsRow(pair, side, start) {
      throw MemoryError.inconsistent(name, "a row begins inside a \(side) segment")
    }
  }

  private func startsSegment(_ pair: Int, _ side: Side, _ start: Int) throws -> Bool {
    try !segments("pair = ? AND side = ? AND start = ?", [pair, side.rawValue, start]).isEmpty
  }

  private func startsRow(_ pair: Int, _ side: Side, _ start: Int) throws -> Bool {
    try !rows("pair = ? AND \(side)_start = ? LIMIT 1", [pair, start]).isEmpty
  }
}
