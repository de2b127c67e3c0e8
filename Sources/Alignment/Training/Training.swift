internal import Bitext

/// The whole recipe: weights learned from gold, and what they are worth on texts that had no part
/// in learning them.
extension Trainer {
  /// A model and how it fares.
  public struct Outcome: Sendable {
    /// What was learned from all pairs.
    public var model: Model
    /// One for each pair, in order; none when all pairs are of one group.
    public var validations: [Validation]
  }

  /// A pair aligned with weights learned without its group.
  public struct Validation: Sendable {
    /// The pair's name.
    public var name: String
    /// Its ladder against its gold.
    public var score: Score
    /// Gold beads that no ladder can hold, so that nothing was learned from them.
    public var dropped: Int
    /// Passages put elsewhere on purpose: how many of the pairs told of are right, and how many of
    /// the displaced were found.
    public var moved: Score.Counts
  }

  /// Where training has come to.
  public enum Step: Sendable {
    /// Reading the texts for the evidence of a round, counted from 1.
    case evidence(round: Int)
    /// Learning the weights of a round.
    case weights(round: Int)
    /// Displacing passages, to learn to find them again.
    case displacing
    /// Learning without this group.
    case leavingOut(group: String)
    /// Aligning this pair.
    case aligning(name: String)
  }

  /// How often evidence is gathered with the weights found so far, and weights learned from it.
  private static let refinements = 2

  /// Learns from the pairs, then measures each with weights learned without its group: both rounds'
  /// weights anew, over evidence that was gathered with all. The same pairs in the same order give
  /// the same model, whatever the number of threads.
  ///
  /// The last rounds learn from each pair as it is and twice with sentences left out, once on either
  /// side. The first round learns from the pairs as they are: it knows too little of the words to
  /// tell a poorly understood passage from an omission, and what it takes for one stays one.
  /// - Parameter progress: told of each step, from several threads.
  /// - Throws: what the encoder throws.
  public func train(
    _ texts: [GoldPair], progress: @Sendable (Step) -> Void = { _ in }
  ) throws -> Outcome {
    progress(.evidence(round: 1))
    let pairs = try encoded(texts)
    let cold = graphs(pairs, nil)
    progress(.weights(round: 1))
    let first = weights(cold, from: Self.prior)
    var model = Model(first: first, final: first)
    let taught = pairs + (try encoded(Self.withOmissions(pairs)))
    var settled: [TrainingGraph] = []
    for round in 2..<2 + Self.refinements {
      progress(.evidence(round: round))
      settled = graphs(taught, model)
      progress(.weights(round: round))
      model.final = weights(settled, from: model.final)
    }
    progress(.displacing)
    let displaced = try movedExamples(pairs, model)
    model.moved = movedWeights(displaced)
    let fold = Fold(
      pairs: pairs, groups: taught.map(\.group), cold: cold, settled: settled,
      displaced: displaced, model: model)
    return Outcome(model: model, validations: validate(fold, progress))
  }

  private static func withOmissions(_ pairs: [GoldPair]) -> [GoldPair] {
    pairs.enumerated().flatMap { index, pair in
      [true, false].map {
        pair.withOmissions(fromSource: $0, seed: UInt64(2 * index + ($0 ? 0 : 1)))
      }
    }
  }

  /// What a fold starts from: the pairs to measure; the graphs of all that was learned from, the
  /// pairs themselves first, with their groups; the model learned from all.
  private struct Fold: Sendable {
    let pairs: [GoldPair]
    let groups: [String]
    let cold: [TrainingGraph]
    let settled: [TrainingGraph]
    let displaced: [MovedExamples]
    let model: Model
  }

  private func validate(_ all: Fold, _ progress: @Sendable (Step) -> Void) -> [Validation] {
    let groups = Set(all.pairs.map(\.group)).sorted()
    guard groups.count > 1 else { return [] }
    let models = parallel(groups.count) { index in
      progress(.leavingOut(group: groups[index]))
      return model(all, without: groups[index])
    }
    let modelOfGroup = Dictionary(uniqueKeysWithValues: zip(groups, models))
    return parallel(all.pairs.count) { index in
      let pair = all.pairs[index]
      progress(.aligning(name: pair.name))
      let model = modelOfGroup[pair.group] ?? all.model
      let ladder = Aligner(lexicon: lexicon, model: model)
        .align(pair.source, pair.target, vectors: pair.vectors).ladder
      return Validation(
        name: pair.name, score: Score(of: ladder.beads, against: pair.beads),
        dropped: all.settled[index].dropped, moved: all.displaced[index].counts(model.moved))
    }
  }

  private func model(_ all: Fold, without group: String) -> Model {
    let others = all.groups.indices.filter { all.groups[$0] != group }
    let coldOthers = others.filter { $0 < all.pairs.count }
    var model = all.model
    model.first = weights(coldOthers.map { all.cold[$0] }, from: model.first)
    model.final = weights(others.map { all.settled[$0] }, from: model.final)
    // Passages are displaced in the pairs themselves alone, which stand first.
    model.moved = movedWeights(
      others.filter(all.displaced.indices.contains).map { all.displaced[$0] })
    return model
  }
}
