public import Bitext

/// Pairs the segments of two documents. See `docs/alignment.md` for the model.
public struct Aligner {
  private let lexicon: Lexicon?
  private let terms: [(source: String, target: String)]
  let model: Model

  /// - Parameters:
  ///   - lexicon: a dictionary between the two languages, either way round.
  ///   - terms: glossary terms that render each other.
  public init(lexicon: Lexicon?, terms: [(source: String, target: String)] = []) {
    self.init(lexicon: lexicon, terms: terms, model: .shipped)
  }

  init(lexicon: Lexicon?, terms: [(source: String, target: String)], model: Model) {
    self.lexicon = lexicon
    self.terms = terms
    self.model = model
  }

  /// A ladder with the reasons to look at each of its beads.
  public struct Outcome: Sendable {
    /// The ladder, each bead with the probability that it is right.
    public var ladder: Ladder
    /// For each bead the reasons to look at it, none for most.
    public var doubts: [[Doubt]]
  }

  /// Aligns two documents and says of each bead why one should look at it.
  public func align(_ source: SegmentedDocument, _ target: SegmentedDocument) -> Outcome {
    let ladder = ladder(source, target)
    return Outcome(ladder: ladder, doubts: ladder.beads.map { _ in [] })
  }

  /// The most probable ladder, each bead with the probability that it is right.
  func ladder(_ source: SegmentedDocument, _ target: SegmentedDocument) -> Ladder {
    guard !source.segments.isEmpty || !target.segments.isEmpty else { return Self.nulls(0, 0) }
    var pass = AlignmentPass(
      source, target, lexicon: lexicon, terms: terms)
    let steps = pass.run(model)
    return Ladder(
      shapes: steps.map { Shape(Shapes.all[$0.shape].a, Shapes.all[$0.shape].b) },
      confidences: steps.map { Double(min(1, $0.probability)) })
      ?? Self.nulls(source.segments.count, target.segments.count)
  }

  private static func nulls(_ sources: Int, _ targets: Int) -> Ladder {
    let shapes =
      [Shape](repeating: Shape(1, 0), count: sources)
      + [Shape](repeating: Shape(0, 1), count: targets)
    guard let ladder = Ladder(shapes: shapes) else { preconditionFailure("nulls make a ladder") }
    return ladder
  }
}
