public import Bitext

/// A passage that stands out of order in the target: source and target segments that translate each
/// other across the ladder. Each of them is a null bead of the ladder.
public struct MovedPair: Hashable, Sendable {
  /// The source segments.
  public var source: Range<Int>
  /// The target segments.
  public var target: Range<Int>
  /// The probability that they translate each other.
  public var probability: Double

  /// A pair less probable than this is not told of.
  static let leastProbability = 0.5

  /// The pair as a bead, as gold files have it.
  public var bead: Bead { Bead(Array(source), Array(target), confidence: probability) }
}
