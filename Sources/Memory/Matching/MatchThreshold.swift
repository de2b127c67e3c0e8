// The arithmetic of a least score: how many edits it allows, and how much two texts that are so
// near must have in common.

/// A least score. The score of two texts is 1 − d / L, where d is their distance (Levenshtein 1966:
/// the fewest tokens to insert, delete or replace) and L how many tokens the longer one has.
struct MatchThreshold: Hashable, Sendable {
  /// From 0 to 1.
  let score: Double

  /// How many edits two texts may be apart, the longer of which has `length` tokens. The slack is
  /// against rounding alone: scores of texts below a million tokens are further apart.
  func edits(_ length: Int) -> Int { Int((1 - score) * Double(length) + 1e-9) }

  /// The lengths a text may have to be near one of `length` tokens: the difference alone is so many
  /// edits.
  func lengths(near length: Int) -> ClosedRange<Int> {
    var low = length
    while low > 0, length - (low - 1) <= edits(length) { low -= 1 }
    guard score > 0 else { return 0...Int.max }
    var high = Int(Double(length) / score + 1e-9)
    while high + 1 - length <= edits(high + 1) { high += 1 }
    return low...max(high, length)
  }

  /// How many pairs of neighbouring tokens two texts share at least, counted with repetition, the
  /// longer of which has `length` tokens: each edit spoils two pairs at most (Ukkonen 1992, q = 2).
  /// Zero or less says nothing.
  func sharedPairs(_ length: Int) -> Int { length - 1 - 2 * edits(length) }

  /// The greatest score two texts can have that share `pairs` pairs of neighbours at most.
  static func bound(length: Int, pairs: Int) -> Double {
    let edits = max(0, length - 1 - pairs + 1) / 2
    return 1 - Double(edits) / Double(max(length, 1))
  }
}
