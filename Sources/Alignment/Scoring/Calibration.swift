internal import Bitext

/// Whether stated probabilities can be trusted: of beads given .9, about nine in ten are right.
public struct Calibration: Sendable {
  /// Beads given probabilities of one tenth.
  public struct Bin: Hashable, Sendable {
    /// How many beads.
    public var count = 0
    /// The sum of the probabilities they were given: how many should be right.
    public var expected = 0.0
    /// How many are right.
    public var right = 0
  }

  /// Ten bins: [0, .1), [.1, .2), … [.9, 1].
  public let bins: [Bin]
  private let judged: [(confidence: Double, isRight: Bool)]

  /// The beads that were given a probability.
  public init(_ judged: [Score.Judged]) {
    self.judged = judged.compactMap { bead in bead.confidence.map { ($0, bead.isRight) } }
    var bins = [Bin](repeating: Bin(), count: 10)
    for bead in self.judged {
      let bin = max(0, min(9, Int(bead.confidence * 10)))
      bins[bin].count += 1
      bins[bin].expected += bead.confidence
      bins[bin].right += bead.isRight ? 1 : 0
    }
    self.bins = bins
  }

  /// The expected calibration error: the mean over the beads of the distance between what their bin
  /// was promised and what it got (Naeini et al. 2015); 0 for no beads.
  public var error: Double { Self.error(bins, of: judged.count) }

  private static func error(_ bins: [Bin], of count: Int) -> Double {
    count == 0
      ? 0 : bins.reduce(0) { $0 + abs($1.expected - Double($1.right)) } / Double(count)
  }

  /// The error that perfectly calibrated probabilities of this many beads stay under 95 times in
  /// 100, by simulation with the same probabilities. O(draws × beads).
  public func perfectError(draws: Int = 1000, seed: UInt64 = 1) -> Double {
    guard !judged.isEmpty else { return 0 }
    var random = SeededGenerator(seed)
    let errors = (0..<draws).map { _ -> Double in
      var drawn = bins
      for bin in drawn.indices { drawn[bin].right = 0 }
      for bead in judged where Double.random(in: 0..<1, using: &random) < bead.confidence {
        drawn[max(0, min(9, Int(bead.confidence * 10)))].right += 1
      }
      return Self.error(drawn, of: judged.count)
    }
    return errors.sorted()[draws * 95 / 100]
  }

  /// The share of all errors that stand among the `share` least probable beads; 1 when there are no
  /// errors. Beads of equal probability keep their order.
  public func errorsFound(lookingAt share: Double) -> Double {
    let order = judged.indices.sorted {
      (judged[$0].confidence, $0) < (judged[$1].confidence, $1)
    }
    let errors = judged.count { !$0.isRight }
    let seen = Int((share * Double(judged.count)).rounded())
    guard errors > 0 else { return 1 }
    return Double(order.prefix(seen).count { !judged[$0].isRight }) / Double(errors)
  }
}
