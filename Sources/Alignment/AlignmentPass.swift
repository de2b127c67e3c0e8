internal import Bitext

/// One document pair on its way through the rounds: tokens, table, corridor, lattice.
struct AlignmentPass {
  let source: TokenText
  let target: TokenText
  let languages: (source: Language, target: Language)
  let sourceFacts: [SegmentFacts]
  let targetFacts: [SegmentFacts]
  let start: Associations
  /// Pairs of other documents that are right for certain.
  private let confirmed: [Expectation.Pairing]
  private(set) var table: Associations
  private(set) var length: LengthModel
  private var habits = Habits()
  private let locks: Locks
  private let vectors: SpanVectors?
  private let times: TimeCodes?
  private(set) var corridor: Corridor

  init(
    _ source: SegmentedDocument, _ target: SegmentedDocument, lexicon: Lexicon?,
    terms: [(source: String, target: String)], confirmed: ConfirmedPairs? = nil,
    locked: [LockedBead] = [], vectors: SpanVectors? = nil
  ) {
    self.vectors = vectors
    times = TimeCodes(source, target)
    let languages = (source: source.document.language, target: target.document.language)
    self.languages = languages
    let headwordsOnSource = lexicon?.headwordLanguage.code == languages.0.code
    let headwordsOnTarget = !headwordsOnSource && lexicon?.headwordLanguage.code == languages.1.code
    let sourceTokens = Tokenizer(
      language: languages.0, headwords: headwordsOnSource ? lexicon : nil,
      terms: terms.map(\.source))
    let targetTokens = Tokenizer(
      language: languages.1, headwords: headwordsOnTarget ? lexicon : nil,
      terms: terms.map(\.target))
    var names: NameIndex?
    if let lexicon, headwordsOnSource {
      self.target = targetTokens.tokenize(target.texts)
      names = NameIndex(hearing: self.target.vocabulary, in: source.texts, lexicon)
      self.source = sourceTokens.tokenize(source.texts, names: names)
    } else {
      self.source = sourceTokens.tokenize(source.texts)
      if let lexicon, headwordsOnTarget {
        names = NameIndex(hearing: self.source.vocabulary, in: target.texts, lexicon)
      }
      self.target = targetTokens.tokenize(target.texts, names: names)
    }
    var known = StartTable(self.source.vocabulary, self.target.vocabulary)
    known.addEqualTokens()
    known.addWordsAlike(languages)
    if let lexicon, headwordsOnSource || headwordsOnTarget {
      known.add(lexicon, headwordsOnSource: headwordsOnSource)
    }
    if let names { known.add(names, chineseOnSource: headwordsOnSource) }
    for term in terms {
      known.add(term: (sourceTokens.keys(term.source), targetTokens.keys(term.target)))
    }
    start = known.associations
    self.confirmed = confirmed?.pairings(self.source.vocabulary, self.target.vocabulary) ?? []
    table = Expectation(
      start: start, source: self.source.vocabulary, target: self.target.vocabulary
    ).before(self.confirmed)
    sourceFacts = SegmentFacts.all(source, self.source)
    targetFacts = SegmentFacts.all(target, self.target)
    length = LengthModel(sourceFacts, targetFacts)
    let counts = (sources: sourceFacts.count, targets: targetFacts.count)
    locks = Locks(locked, sources: counts.sources, targets: counts.targets)
    let rare = Anchors(self.source, self.target, table).chain
    let wide = Corridor(
      around: rare, locks, sources: counts.sources, targets: counts.targets)
    let rareWithin = Anchors(self.source, self.target, table, within: wide).chain
    corridor = Corridor(
      around: rareWithin, locks, sources: counts.sources, targets: counts.targets)
  }

  /// How far the corridor of the later rounds reaches beyond the cells the first one found.
  static let margin = 2

  /// The evidence of this round for every bead of the corridor.
  /// - Parameter most: the most segments of a bead.
  func scorer(most: Int = Shapes.most) -> BeadScorer {
    let transposed = corridor.transposed
    let isFree = locks.isEmpty
    return BeadScorer(
      source: sourceFacts, target: targetFacts,
      forward: SpanEvidence(
        given: source, explained: target, table: table.forward, corridor: corridor,
        longest: most - 1, spans: isFree ? nil : locks.sourceSpans),
      backward: SpanEvidence(
        given: target, explained: source, table: table.backward, corridor: transposed,
        longest: most - 1, spans: isFree ? nil : locks.targetSpans),
      similarity: vectors.map { SpanSimilarity($0, corridor) }, length: length, habits: habits,
      corridor: corridor, transposed: transposed)
  }

  /// Calls `body` with the features of every bead in the corridor, but those of two sides that begin
  /// with a locked segment.
  func forEachBead(
    _ scorer: BeadScorer, most: Int = Shapes.most,
    _ body: (_ i: Int, _ j: Int, _ shape: Int, _ features: Features) -> Void
  ) {
    let features = Features.allocate(capacity: Feature.count)
    features.initialize(repeating: 0)
    defer { features.deallocate() }
    let (isFree, leaves) = (locks.isEmpty, locks.leaves)
    let holds = { (i: Int, j: Int) in
      i <= corridor.sourceCount && j >= corridor.low[i] && j <= corridor.high[i]
    }
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        if i < corridor.sourceCount, holds(i + 1, j) {
          scorer.null(i, isSource: true, features)
          body(i, j, 0, features)
        }
        if j < corridor.targetCount, holds(i, j + 1) {
          scorer.null(j, isSource: false, features)
          body(i, j, 1, features)
        }
        if i < corridor.sourceCount, j < corridor.targetCount, isFree || leaves(i, j, 1, 1) {
          scorer.beads(i, j, most: most, features) { a, b in
            body(i, j, Shapes.number(a, b), features)
          }
        }
      }
    }
  }

  /// The lattice of this round.
  func lattice(_ weights: Weights, most: Int = Shapes.most) -> Lattice {
    var lattice = Lattice(corridor, transitions: weights.transitions)
    // The closure must hold neither the pass nor the locks, or they are copied for every bead.
    let (isFree, leaves) = (locks.isEmpty, locks.leaves)
    let gain = times.map { $0.gain }
    lattice.score { set in
      forEachBead(scorer(most: most), most: most) { i, j, shape, features in
        let (a, b) = Shapes.all[shape]
        guard isFree || leaves(i, j, a, b) else { return }
        set(i, j, shape, weights.score(features) + (gain?(i, j, a, b) ?? 0))
      }
      for bead in locks.beads { set(bead.i, bead.j, bead.shape, 0) }
    }
    return lattice
  }

  /// All rounds; leaves the evidence of the last one in place.
  mutating func run(_ model: Model) -> Decoded { decode(settle(model), model) }

  /// The lattice of the last round.
  mutating func settle(_ model: Model) -> Lattice {
    for round in 0..<model.rounds {
      if round == 0 {
        findTheWay(model.first)
      } else {
        let lattice = lattice(model.final)
        learn(lattice, lattice.posteriors())
      }
    }
    return lattice(model.rounds == 0 ? model.first : model.final)
  }

  /// How often the first corridor may be widened.
  static let widenings = 4

  /// The first round, for which beads of up to five segments are enough. Where ladders press
  /// against the corridor's edge, the right one may lie outside: it is widened there, and searched
  /// again, unless locked beads allow no more.
  private mutating func findTheWay(_ weights: Weights) {
    for attempt in 0...Self.widenings {
      let lattice = lattice(weights, most: Shapes.mostAtFirst)
      let posteriors = lattice.posteriors()
      let wider =
        corridor
        .widened(where: lattice.edges(posteriors), by: Corridor.halfWidth << (attempt + 1))
        .within(locks)
      guard attempt < Self.widenings, wider != corridor else { return learn(lattice, posteriors) }
      corridor = wider
    }
  }

  /// Takes table, length ratio and corridor from the probabilities of this round.
  private mutating func learn(_ lattice: Lattice, _ posteriors: Lattice.Posteriors) {
    var pairings: [Expectation.Pairing] = []
    var lengths: [(source: Float, target: Float, weight: Float)] = []
    var kept = [ClosedRange<Int>?](repeating: nil, count: corridor.sourceCount + 1)
    func keep(_ i: Int, _ j: Int) {
      kept[i] = kept[i].map { min($0.lowerBound, j)...max($0.upperBound, j) } ?? j...j
    }
    var tally = Habits.Tally()
    lattice.forEachBead(posteriors, atLeast: 1e-4) { i, j, shape, probability in
      tally.add(shape: shape, probability)
      let (a, b) = Shapes.all[shape]
      keep(i, j)
      keep(i + a, j + b)
      guard probability >= 0.05, a > 0, b > 0 else { return }
      tally.add(beginning: sourceFacts[i], targetFacts[j], probability)
      tally.add(sourceFacts[i + a - 1], targetFacts[j + b - 1], probability)
      pairings.append(
        .init(
          source: source.tokens[source.starts[i]..<source.starts[i + a]],
          target: target.tokens[target.starts[j]..<target.starts[j + b]], weight: probability))
      lengths.append(
        (
          sourceFacts[i..<i + a].reduce(0) { $0 + $1.length },
          targetFacts[j..<j + b].reduce(0) { $0 + $1.length }, probability
        ))
    }
    table = Expectation(start: start, source: source.vocabulary, target: target.vocabulary)
      .round(pairings, confirmed: confirmed, from: table)
    length.learn(lengths)
    habits = Habits(tally)
    corridor = Corridor.around(
      Self.filled(kept), margin: Self.margin, targetCount: corridor.targetCount
    ).within(locks)
  }

  /// Rows that no bead touches, because a bead of several segments spans them, take their
  /// neighbours' cells.
  private static func filled(_ kept: [ClosedRange<Int>?]) -> [ClosedRange<Int>] {
    var last = 0...0
    return kept.map { range in
      last = range ?? last
      return last
    }
  }
}
