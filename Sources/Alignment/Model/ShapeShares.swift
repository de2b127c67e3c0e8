internal import Foundation

/// How common nulls, one-to-one beads and larger ones are in this document, as the round before
/// found them: natural logs of their shares against what texts have on average. Zero before
/// anything is known.
struct ShapeShares {
  private(set) var null: Float = 0
  private(set) var one: Float = 0
  private(set) var many: Float = 0

  init() {}

  /// - Parameters: expected numbers of beads of each kind.
  init(null: Float, one: Float, many: Float) {
    let total = null + one + many + 10
    self.null = log((null + 0.5) / total / 0.05)
    self.one = log((one + 7.5) / total / 0.75)
    self.many = log((many + 2) / total / 0.2)
  }
}
