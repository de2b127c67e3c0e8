public import Bitext

/// Pairs the segments of two documents. See `docs/alignment.md` for the model.
public struct Aligner: Sendable {
  let lexicon: Lexicon?
  let terms: [(source: String, target: String)]
  let confirmed: ConfirmedPairs?
  let model: Model?

  /// - Parameters:
  ///   - lexicon: a dictionary between the two languages, either way round.
  ///   - terms: glossary terms that render each other.
  ///   - confirmed: pairs of other documents that a person confirmed: their words are learned from.
  ///   - model: what was learned from gold; `nil` for the package's own.
  public init(
    lexicon: Lexicon?, terms: [(source: String, target: String)] = [],
    confirmed: ConfirmedPairs? = nil, model: Model? = nil
  ) {
    self.lexicon = lexicon
    self.terms = terms
    self.confirmed = confirmed
    self.model = model
  }

  /// A ladder with the reasons to look at each of its beads.
  public struct Outcome: Sendable {
    /// The ladder, each bead with the probability that it is right.
    public var ladder: Ladder
    /// For each bead the reasons to look at it, none for most.
    public var doubts: [[Doubt]]
    /// Passages that stand out of order, by their source; all their segments are nulls of the
    /// ladder.
    public var moved: [MovedPair] = []
    /// The probability that the two texts are translations of each other; 1 when the texts are too
    /// short to tell, or no lexicon knows their words.
    public var relatedness = 1.0
    /// Whether the texts are held for no translations of each other. Each bead's probability is then
    /// that it is right whether they are or not.
    public var isUnrelated: Bool { relatedness < Relatedness.least }
  }

  /// Aligns two documents: the ladder expected to hold the most right beads, each bead with its
  /// probability, and why one should look at it.
  /// - Parameters:
  ///   - locked: beads that are known to be right, in order: every ladder holds them (one
  ///   too large for a shape as several), they are as sure evidence as there is, and only the gaps
  ///   between them are searched. One that overlaps or crosses an earlier one is left out.
  ///   - vectors: the same documents' vectors, if there is an encoder.
  public func align(
    _ source: SegmentedDocument, _ target: SegmentedDocument, locked: [LockedBead] = [],
    vectors: SpanVectors? = nil
  ) -> Outcome {
    guard !source.segments.isEmpty, !target.segments.isEmpty else {
      return Self.nulls(source.segments.count, target.segments.count)
    }
    var pass = AlignmentPass(
      source, target, lexicon: lexicon, terms: terms, confirmed: confirmed, locked: locked,
      vectors: vectors)
    let decoded = pass.run(model ?? .packaged(lexicon: lexicon != nil, vectors: vectors != nil))
    let steps = decoded.steps
    let ladder = Ladder(
      shapes: steps.map { Shape(Shapes.all[$0.shape].a, Shapes.all[$0.shape].b) },
      confidences: steps.map { Double(min(1, $0.probability)) })
    guard let ladder else { preconditionFailure("the lattice's paths are ladders") }
    let finder = DoubtFinder(pass)
    var outcome = Outcome(ladder: ladder, doubts: steps.map(finder.doubts), moved: decoded.moved)
    outcome.relatedness = Relatedness(pass, steps, lexicon).probability
    if outcome.isUnrelated { outcome.discount() }
    outcome.addMovedDoubts(source, target)
    return outcome
  }

  /// The ladder of a text that faces nothing.
  private static func nulls(_ sources: Int, _ targets: Int) -> Outcome {
    let shapes =
      [Shape](repeating: Shape(1, 0), count: sources)
      + [Shape](repeating: Shape(0, 1), count: targets)
    let ladder = Ladder(shapes: shapes, confidences: shapes.map { _ in 1 })
    guard let ladder else { preconditionFailure("nulls make a ladder") }
    let doubt = Doubt(.null, sources == 0 ? "only in target" : "only in source")
    return Outcome(ladder: ladder, doubts: shapes.map { _ in [doubt] })
  }
}

extension Aligner.Outcome {
  /// Reckons with texts that are no translations of each other: a pair is right only if they are,
  /// a null is right if they are not. Nothing has moved between such texts.
  mutating func discount() {
    let beads = ladder.beads.map { bead in
      let given = (bead.confidence ?? 0) * relatedness
      return Bead(
        bead.source, bead.target,
        confidence: bead.shape.isNull ? given + 1 - relatedness : given)
    }
    guard let discounted = Ladder(beads) else { preconditionFailure("the beads are a ladder's") }
    ladder = discounted
    moved = []
  }
}
