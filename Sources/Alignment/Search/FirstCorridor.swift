extension Corridor {
  /// Matrices up to this many cells are searched whole.
  static let smallArea = 20_000
  /// The half-width around a well-anchored stretch, in segments.
  static let halfWidth = 12
  /// The widest row, in cells, of a stretch without anchors.
  static let widest = 400

  /// A corridor around a chain of anchors. Between two anchors it covers the whole rectangle when
  /// that is narrow, and else a band around its diagonal; near an anchor it is `halfWidth` to
  /// either side, more where anchors are far apart. Locked beads are the surest anchors.
  init(around chain: [Anchors.Anchor], _ locks: Locks, sources: Int, targets: Int) {
    if sources * targets <= Self.smallArea {
      self = Corridor.whole(sources, targets).within(locks)
      return
    }
    let possible = chain.filter { $0.target >= locks.low[$0.source] }
      .filter { $0.target <= locks.high[$0.source] }
    let inner = Self.trusted(possible).map { ($0.source, $0.target) } + locks.corners
    let points = [(0, 0)] + inner.sorted { $0 < $1 } + [(sources, targets)]
    var low = [Int](repeating: .max, count: sources + 1)
    var high = [Int](repeating: 0, count: sources + 1)
    for (start, end) in zip(points, points.dropFirst()) {
      let height = end.0 - start.0
      let width = end.1 - start.1
      let spread = Self.halfWidth + min(Self.widest / 2, max(height, width) / 2)
      let covered = min(width, Self.widest)
      for row in start.0...end.0 {
        let middle = height == 0 ? start.1 : start.1 + width * (row - start.0) / height
        let left = width <= Self.widest ? start.1 : middle - covered / 2
        let right = width <= Self.widest ? end.1 : middle + covered / 2
        low[row] = min(low[row], min(left, middle - spread))
        high[row] = max(high[row], max(right, middle + spread))
      }
    }
    self = Corridor(low: low, high: high, targetCount: targets).within(locks)
  }

  /// Anchors whose neighbours in the chain lie on much the same diagonal; one that jumps away from
  /// both sides is a chance meeting of words.
  private static func trusted(_ chain: [Anchors.Anchor]) -> [Anchors.Anchor] {
    chain.indices.filter { index in
      let here = chain[index]
      return chain[max(0, index - 3)...min(chain.count - 1, index + 3)].filter { other in
        abs((other.target - here.target) - (other.source - here.source)) <= halfWidth
          && abs(other.source - here.source) <= 4 * halfWidth
      }.count >= 3
    }.map { chain[$0] }
  }
}
