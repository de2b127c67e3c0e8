public import Bitext

extension Aligner {
  /// What the aligner thinks of a ladder that others made: each bead with the probability that it is
  /// right, and the reasons to look at it. The texts are aligned freely, and every given bead has the
  /// share of all ladders that hold it; a null that of its segment being a null anywhere.
  /// - Parameters:
  ///   - vectors: the same documents' vectors, if there is an encoder.
  /// - Precondition: the ladder's extent is that of the documents.
  public func judge(
    _ given: GivenLadder, _ source: SegmentedDocument, _ target: SegmentedDocument,
    vectors: SpanVectors? = nil
  ) -> Outcome {
    precondition(given.ladder.extent == Shape(source.segments.count, target.segments.count))
    guard !source.segments.isEmpty, !target.segments.isEmpty else {
      return align(source, target)
    }
    var pass = AlignmentPass(
      source, target, lexicon: lexicon, terms: terms, confirmed: confirmed, vectors: vectors)
    let model = model ?? .packaged(lexicon: lexicon != nil, vectors: vectors != nil)
    let lattice = pass.settle(model)
    let posteriors = lattice.posteriors()
    let nulls = lattice.nullProbabilities(posteriors)
    let steps = given.ladder.steps.map { step in
      let probability =
        switch (step.a, step.b) {
        case (_, 0): nulls.source[step.i]
        case (0, _): nulls.target[step.j]
        default: lattice.probability(posteriors, of: step)
        }
      return (step, Double(min(1, probability)))
    }
    let finder = DoubtFinder(pass)
    let beads = zip(given.ladder.beads, steps).map {
      Bead($0.source, $0.target, confidence: $1.1)
    }
    guard let ladder = Ladder(beads) else { preconditionFailure("the beads are a ladder's") }
    var outcome = Outcome(
      ladder: ladder, doubts: steps.map { finder.doubts($0.0.i, $0.0.j, $0.0.a, $0.0.b) })
    let free = pass.decode(lattice, model).steps
    outcome.relatedness = Relatedness(pass, free, lexicon).probability
    if outcome.isUnrelated { outcome.discount() }
    outcome.moved = pass.pairs(given.crossing, free, nulls: nulls, model)
    outcome.addMovedDoubts(source, target)
    return outcome
  }
}

/// A bead of a ladder by where it starts and how many segments it holds.
struct GivenStep {
  var i: Int
  var j: Int
  var a: Int
  var b: Int
}

extension AlignmentPass {
  /// Pairs across the order of a given ladder, with the probability that they translate each other.
  fileprivate func pairs(
    _ crossing: [Bead], _ steps: [Lattice.Step], nulls: (source: [Float], target: [Float]),
    _ model: Model
  ) -> [MovedPair] {
    if crossing.isEmpty { return [] }
    var candidates = MovedCandidates(self, steps, nulls: nulls)
    return crossing.map { bead in
      let source = bead.source[0]..<bead.source[0] + bead.source.count
      let target = bead.target[0]..<bead.target[0] + bead.target.count
      let features = MovedWeights.features(candidates.candidate(source, target))
      return MovedPair(
        source: source, target: target, probability: model.moved.probability(features))
    }
  }
}

extension Ladder {
  fileprivate var steps: [GivenStep] {
    var (i, j) = (0, 0)
    return beads.map { bead in
      defer { (i, j) = (i + bead.source.count, j + bead.target.count) }
      return GivenStep(i: i, j: j, a: bead.source.count, b: bead.target.count)
    }
  }
}

extension Lattice {
  /// The probability of a bead; 0 outside the corridor, or when it is larger than any shape.
  fileprivate func probability(_ posteriors: Posteriors, of step: GivenStep) -> Float {
    guard step.a + step.b <= Shapes.most, holds(step.i, step.j),
      holds(step.i + step.a, step.j + step.b)
    else { return 0 }
    return probability(posteriors, step.i, step.j, Shapes.number(step.a, step.b))
  }
}
