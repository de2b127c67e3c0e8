internal import Bitext
internal import Review

/// A passage that stands out of order: rows without a counterpart in their place that face each
/// other. Each is counted from 1, the 42 of `press:42`.
public struct MovedRows: Codable, Hashable, Sendable {
  /// Rows of source text.
  public var source: [Int]
  /// Rows of target text.
  public var target: [Int]
  /// The aligner's probability that they translate each other.
  public var probability: Double

  /// `rows 12-13 face row 40`.
  public var words: String {
    "\(source.rowNumbers) \(source.count == 1 ? "faces" : "face") \(target.rowNumbers)"
  }
}

extension DocumentPair {
  /// All passages that stand out of order, by their source rows. O(rows · log rows).
  var moved: [MovedRows] {
    rows.indices.lazy.filter { rows[$0].target.isEmpty }.compactMap(moved)
      .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The passage that a row is part of; `nil` when the row is none, and when a person has paired
  /// one of its rows since, or decided it otherwise. O(log rows).
  func moved(_ index: Int) -> MovedRows? {
    guard let there = partners(of: index), let first = there.first,
      let here = partners(of: first), here.contains(index),
      there.allSatisfy({ partners(of: $0) == here }),
      let probability = rows[index].movedDoubt?.probability
    else { return nil }
    let numbers = [here, there].map { $0.map { $0 + 1 } }
    let isSource = rows[index].target.isEmpty
    return MovedRows(
      source: numbers[isSource ? 0 : 1], target: numbers[isSource ? 1 : 0],
      probability: probability)
  }

  /// A doubt as a person reads it: a moved passage with the rows it faces now. `nil` when it faces
  /// none any more.
  func told(_ doubt: Doubt, of index: Int) -> Doubt? {
    guard doubt.kind == .moved else { return doubt }
    guard let moved = moved(index) else { return nil }
    var told = doubt
    let others = rows[index].target.isEmpty ? moved.target : moved.source
    told.detail = "faces \(others.rowNumbers)"
    return told
  }

  /// The null rows of the other side that an undecided null row says it faces.
  private func partners(of index: Int) -> [Int]? {
    guard let place = rows[index].movedDoubt?.place else { return nil }
    let side: Side = rows[index].target.isEmpty ? .target : .source
    func first(_ isPast: (Row) -> Bool) -> Int {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if isPast(rows[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first { $0[side].upperBound > place.lowerBound }
    let end = first { $0[side].upperBound >= place.upperBound }
    guard start <= end, end < rows.count else { return nil }
    return (start...end).filter { !rows[$0][side].isEmpty }
  }
}

extension Row {
  /// What a null row says of a counterpart elsewhere, the aligner's word or a person's; what the
  /// aligner said of a row that was decided otherwise does not count.
  fileprivate var movedDoubt: Doubt? {
    guard source.isEmpty || target.isEmpty, isMoved || !status.isLocked else { return nil }
    return doubts.first { $0.kind == .moved }
  }
}

extension [Int] {
  /// `row 17`, `rows 17-18`, `rows 17, 19`.
  fileprivate var rowNumbers: String {
    if count == 1 { return "row \(self[0])" }
    guard let first, let last else { return "no row" }
    return last - first == count - 1
      ? "rows \(first)-\(last)" : "rows \(map(String.init).joined(separator: ", "))"
  }
}
