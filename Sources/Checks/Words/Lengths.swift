internal import Bitext
internal import Foundation

/// A side much longer than its partner calls for.
enum Lengths {
  /// English letters for one Chinese character, and how the logarithm of the ratio strays, on 568,641
  /// pairs of free software: docs/checks.md.
  private static let perHan = 3.0
  /// Both sides are taken to be so much longer, since short texts stray more.
  private static let slack = 12.0
  private static let limit = log(4.0)

  static func findings(_ pair: TextPair) -> [Finding] {
    let ratio = log((size(pair.target) + slack) / (size(pair.source) + slack))
    guard abs(ratio) > limit else { return [] }
    let text = ratio > 0 ? pair.target : pair.source
    let times = String(format: "%.1f", exp(abs(ratio)))
    return [
      Finding(
        .length, text.side, 0..<0, "\(text.side.rawValue) ×\(times) of what its partner calls for")
    ]
  }

  private static func size(_ text: SideText) -> Double {
    text.scalars.reduce(0) { $0 + (Script.of($1) == .han ? perHan : 1) }
  }
}
