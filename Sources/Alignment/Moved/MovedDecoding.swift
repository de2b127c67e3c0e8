/// The end of a pass: the ladder, and what stands across its order.
extension AlignmentPass {
  /// A ladder's beads and the pairs that moved.
  struct Decoded {
    var steps: [Lattice.Step]
    var moved: [MovedPair] = []
  }

  /// What the nulls of a moved pair gain in score when the ladder is chosen again: enough that a
  /// bead which absorbed one lets it go.
  static let movedBonus: Float = 4

  /// The best ladder of the last round. Where segments that probably moved were absorbed by beads,
  /// the ladder is chosen once more with their nulls favoured; those that are nulls then are told.
  func decode(_ lattice: consuming Lattice, _ model: Model) -> Decoded {
    let first = choose(lattice, model)
    let probable = moved(first.steps, first.nulls, model)
    guard !probable.isEmpty else { return Decoded(steps: first.steps) }
    let nulls = Self.nulls(first.steps)
    if probable.allSatisfy({ nulls.hold($0) }) {
      return Decoded(steps: first.steps, moved: probable)
    }
    lattice.favourNulls(
      sources: Set(probable.flatMap(\.source)), targets: Set(probable.flatMap(\.target)),
      by: Self.movedBonus)
    let second = choose(lattice, model).steps
    let left = Self.nulls(second)
    return Decoded(steps: second, moved: probable.filter { left.hold($0) })
  }

  private func choose(
    _ lattice: Lattice, _ model: Model
  ) -> (steps: [Lattice.Step], nulls: (source: [Float], target: [Float])) {
    let posteriors = lattice.posteriors()
    let steps = lattice.expectedBest(posteriors, price: model.price, nullPrice: model.nullPrice)
    return (steps, lattice.nullProbabilities(posteriors))
  }

  /// The pairs that probably moved, in the order of the source.
  private func moved(
    _ steps: [Lattice.Step], _ nulls: (source: [Float], target: [Float]), _ model: Model
  ) -> [MovedPair] {
    var candidates = MovedCandidates(self, steps, nulls: nulls)
    return candidates.find().map { candidate in
      MovedPair(
        source: candidate.source, target: candidate.target,
        probability: model.moved.probability(MovedWeights.features(candidate)))
    }.filter { $0.probability >= MovedPair.leastProbability }
      .sorted { $0.source.lowerBound < $1.source.lowerBound }
  }

  /// The segments of a ladder that are nulls.
  private struct Nulls {
    var source: Set<Int>
    var target: Set<Int>

    func hold(_ pair: MovedPair) -> Bool {
      pair.source.allSatisfy(source.contains) && pair.target.allSatisfy(target.contains)
    }
  }

  private static func nulls(_ steps: [Lattice.Step]) -> Nulls {
    Nulls(
      source: Set(steps.lazy.filter { $0.shape == 0 }.map(\.i)),
      target: Set(steps.lazy.filter { $0.shape == 1 }.map(\.j)))
  }
}
