/// The part of the alignment matrix that is searched: for each boundary between source segments,
/// the boundaries between target segments that a ladder may pass. Both borders never decrease, the
/// first row holds 0 and the last holds the end, and neighbouring rows overlap, so at least one
/// ladder runs through it.
struct Corridor: Equatable {
  /// The lowest target boundary of each source boundary, 0...n.
  private(set) var low: [Int]
  /// The highest target boundary of each source boundary, 0...n.
  private(set) var high: [Int]
  let targetCount: Int

  var sourceCount: Int { low.count - 1 }

  /// Mends the borders so that they are monotone, reach both corners and overlap.
  init(low: [Int], high: [Int], targetCount: Int) {
    let rows = low.count
    var low = low.map { max(0, min($0, targetCount)) }
    var high = high.map { max(0, min($0, targetCount)) }
    low[0] = 0
    high[rows - 1] = targetCount
    for row in 1..<rows { high[row] = max(high[row], high[row - 1]) }
    for row in stride(from: rows - 2, through: 0, by: -1) { low[row] = min(low[row], low[row + 1]) }
    for row in 1..<rows where low[row] > high[row - 1] { low[row] = high[row - 1] }
    for row in stride(from: rows - 2, through: 0, by: -1) { low[row] = min(low[row], low[row + 1]) }
    self.low = low
    self.high = high
    self.targetCount = targetCount
  }

  /// The whole matrix.
  static func whole(_ sources: Int, _ targets: Int) -> Corridor {
    Corridor(
      low: [Int](repeating: 0, count: sources + 1),
      high: [Int](repeating: targets, count: sources + 1), targetCount: targets)
  }

  /// The same cells seen from the target side.
  var transposed: Corridor {
    var low = [Int](repeating: .max, count: targetCount + 1)
    var high = [Int](repeating: 0, count: targetCount + 1)
    for row in 0...sourceCount {
      for column in self.low[row]...self.high[row] {
        low[column] = min(low[column], row)
        high[column] = max(high[column], row)
      }
    }
    return Corridor(low: low, high: high, targetCount: sourceCount)
  }

  /// This corridor with `cells` more on either side of the rows near a marked one.
  func widened(where marked: [Bool], by cells: Int) -> Corridor {
    var wide = [Bool](repeating: false, count: marked.count)
    for row in marked.indices where marked[row] {
      for near in max(0, row - cells)...min(marked.count - 1, row + cells) { wide[near] = true }
    }
    return Corridor(
      low: low.indices.map { wide[$0] ? low[$0] - cells : low[$0] },
      high: high.indices.map { wide[$0] ? high[$0] + cells : high[$0] }, targetCount: targetCount)
  }

  /// The cells near those of `kept` rows: each row's borders pushed out by `margin` both along and
  /// across, within this corridor.
  static func around(_ kept: [ClosedRange<Int>], margin: Int, targetCount: Int) -> Corridor {
    let rows = kept.count
    let low = (0..<rows).map { row in
      kept[max(0, row - margin)...row].reduce(Int.max) { min($0, $1.lowerBound) } - margin
    }
    let high = (0..<rows).map { row in
      kept[row...min(rows - 1, row + margin)].reduce(0) { max($0, $1.upperBound) } + margin
    }
    return Corridor(low: low, high: high, targetCount: targetCount)
  }
}
