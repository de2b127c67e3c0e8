/// Room for the features of one bead, `Feature.count` values.
typealias Features = UnsafeMutableBufferPointer<Float>

/// The features of every bead of a document pair, given its evidence.
struct BeadScorer {
  let source: [SegmentFacts]
  let target: [SegmentFacts]
  let forward: SpanEvidence
  let backward: SpanEvidence
  let similarity: SpanSimilarity?
  let length: LengthModel
  let hasParagraphs: Bool
  let habits: Habits
  private let corridor: Corridor
  private let transposed: Corridor
  /// For each segment the best evidence a token that any one segment beside it in the corridor gives it.
  private(set) var bestSource: [Float]
  private(set) var bestTarget: [Float]
  private(set) var sourceSums: SideSums
  private(set) var targetSums: SideSums

  init(
    source: [SegmentFacts], target: [SegmentFacts], forward: SpanEvidence,
    backward: SpanEvidence, similarity: SpanSimilarity?, length: LengthModel, habits: Habits,
    corridor: Corridor,
    transposed: Corridor
  ) {
    self.habits = habits
    self.corridor = corridor
    self.transposed = transposed
    self.source = source
    self.target = target
    self.forward = forward
    self.similarity = similarity
    self.backward = backward
    self.length = length
    hasParagraphs = habits.paragraphsAnswer && Self.haveParagraphs(source, target)
    bestSource = [Float](repeating: -1, count: source.count)
    bestTarget = [Float](repeating: -1, count: target.count)
    sourceSums = SideSums([], best: [], cosines: nil)
    targetSums = sourceSums
    for i in source.indices {
      let ends = corridor.low[i + 1]...corridor.high[i + 1]
      for j in corridor.low[i]...corridor.high[i] where ends.contains(j + 1) {
        let value = density(i, j)
        bestSource[i] = max(bestSource[i], value)
        bestTarget[j] = max(bestTarget[j], value)
      }
    }
    sourceSums = SideSums(source, best: bestSource, cosines: similarity?.bestSource)
    targetSums = SideSums(target, best: bestTarget, cosines: similarity?.bestTarget)
  }

  /// Whether paragraphs tell anything: both sides have some, and much the same number. A text with
  /// a paragraph a line would only mislead.
  private static func haveParagraphs(_ source: [SegmentFacts], _ target: [SegmentFacts]) -> Bool {
    let counts = [source, target].map { $0.count(where: \.startsParagraph) }.sorted()
    return counts[0] > 1 && 2 * counts[1] <= 3 * counts[0]
  }

  /// Evidence a token of the 1-1 bead (i, j), in nats.
  private func density(_ i: Int, _ j: Int) -> Float {
    let f = forward.index(start: i, length: 1, other: j)
    let r = backward.index(start: j, length: 1, other: i)
    var sum: Float = 0
    for channel in 0..<SpanEvidence.channels {
      sum += forward.values[f + channel] + backward.values[r + channel]
    }
    return sum / (source[i].tokens + target[j].tokens + 1)
  }

  /// Fills `out` (`Feature.count` values, zeroed here) with the features of a null bead.
  func null(_ segment: Int, isSource: Bool, _ out: Features) {
    let facts = isSource ? source[segment] : target[segment]
    let best = isSource ? bestSource[segment] : bestTarget[segment]
    out.update(repeating: 0)
    out[(isSource ? Feature.shape10 : .shape01).rawValue] = 1
    out[(isSource ? Feature.nullLengthSource : .nullLengthTarget).rawValue] =
      (max(1, facts.length * (isSource ? 1 : 1 / length.ratio)) / 20).logarithm
    let affinity = max(-0.7, best)
    out[Feature.documentNull.rawValue] = habits.null
    out[Feature.nullAffinity.rawValue] = affinity
    out[Feature.nullAffinitySquared.rawValue] = affinity * abs(affinity)
    if let similarity { nullCosine(segment, isSource, similarity, out) }
  }

  /// Calls `body` with the features of every bead of one segment and more on both sides that
  /// starts at (i, j) and ends in the corridor, of at most `most` segments.
  func beads(
    _ i: Int, _ j: Int, most: Int, _ out: Features, _ body: (Int, Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: (most + 1) * 4) { scratch in
      let sums = scratch.baseAddress!
      let weakest = sums + (most + 1) * 3
      sums.initialize(repeating: 0, count: (most + 1) * 3)
      weakest.initialize(repeating: .infinity, count: most + 1)
      beads(i, j, most, sums, weakest, out, body)
    }
  }

  /// - Parameters:
  ///   - backwardSums: by b, what the rows so far have of a span of b target segments; zeros.
  ///   - backwardWeakest: the same of the weakest row; infinity.
  @inline(__always)
  private func beads(
    _ i: Int, _ j: Int, _ most: Int, _ backwardSums: UnsafeMutablePointer<Float>,
    _ backwardWeakest: UnsafeMutablePointer<Float>, _ out: Features, _ body: (Int, Int) -> Void
  ) {
    let lastRow = transposed.high[min(target.count, j + backward.longest)]
    let (low, high) = (corridor.low, corridor.high)
    for a in 1..<most where i + a <= lastRow {
      let row = i + a - 1
      for b in 1...(most - a) where j + b <= target.count {
        let at = backward.index(start: j, length: b, other: row)
        var sum: Float = 0
        for channel in 0..<3 {
          backwardSums[b * 3 + channel] += backward.values[at + channel]
          sum += backward.values[at + channel]
        }
        backwardWeakest[b] = min(backwardWeakest[b], sum / (source[row].tokens + 1))
      }
      var forwardSums: (Float, Float, Float) = (0, 0, 0)
      var weakest = Float.infinity
      for b in 1...(most - a) where j + b <= high[i + a] {
        let column = j + b - 1
        let at = forward.index(start: i, length: a, other: column)
        let values = (forward.values[at], forward.values[at + 1], forward.values[at + 2])
        forwardSums.0 += values.0
        forwardSums.1 += values.1
        forwardSums.2 += values.2
        weakest = min(weakest, (values.0 + values.1 + values.2) / (target[column].tokens + 1))
        guard j + b >= low[i + a] else { continue }
        let backwardAll = (
          backwardSums[b * 3], backwardSums[b * 3 + 1], backwardSums[b * 3 + 2]
        )
        out.update(repeating: 0)
        lexical(
          i, j, a, b, forwardSums, backwardAll, min(weakest, backwardWeakest[b]), out)
        form(i, j, a, b, out)
        if let similarity { cosines(i, j, a, b, similarity, out) }
        body(a, b)
      }
    }
  }

  private func lexical(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int, _ f: (Float, Float, Float), _ r: (Float, Float, Float),
    _ weakest: Float, _ out: Features
  ) {
    out[Feature.shape(a, b).rawValue] = 1
    out[Feature.size.rawValue] = Float(max(0, a + b - 4))
    if a + b == 2 {
      out[Feature.documentOne.rawValue] = habits.one
    } else {
      out[Feature.documentMany.rawValue] = habits.many
      out[Feature.marginal.rawValue] = marginal(i, j, a, b, f, r)
    }
    out[Feature.forwardWords.rawValue] = f.0 / 10
    out[Feature.forwardFigures.rawValue] = f.1 / 10
    out[Feature.forwardPunctuation.rawValue] = f.2 / 10
    out[Feature.backwardWords.rawValue] = r.0 / 10
    out[Feature.backwardFigures.rawValue] = r.1 / 10
    out[Feature.backwardPunctuation.rawValue] = r.2 / 10
    let tokens = 1 + sourceSums[.tokens, i, i + a] + targetSums[.tokens, j, j + b]
    let best = sourceSums[.best, i, i + a] + targetSums[.best, j, j + b]
    let density = (f.0 + f.1 + f.2 + r.0 + r.1 + r.2) / tokens
    out[Feature.density.rawValue] = density
    out[Feature.densitySize.rawValue] = density * Float(a + b)
    if a + b > 2 { out[Feature.weakest.rawValue] = weakest }
    let regret = best / tokens - density
    out[Feature.regret.rawValue] = regret
    out[Feature.regretSize.rawValue] = regret * Float(a + b)
  }

  /// For the first and last segment of each side that has several: how much the other side's
  /// evidence loses a token of the segment without it; the least of these.
  private func marginal(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int, _ f: (Float, Float, Float), _ r: (Float, Float, Float)
  ) -> Float {
    var least = Float.infinity
    if a > 1 {
      let whole = f.0 + f.1
      let withoutLast = forward.words(i, a - 1, j, b)
      let withoutFirst = forward.words(i + 1, a - 1, j, b)
      least = min(
        least, (whole - withoutLast) / (source[i + a - 1].tokens + 1),
        (whole - withoutFirst) / (source[i].tokens + 1))
    }
    if b > 1 {
      let whole = r.0 + r.1
      let withoutLast = backward.words(j, b - 1, i, a)
      let withoutFirst = backward.words(j + 1, b - 1, i, a)
      least = min(
        least, (whole - withoutLast) / (target[j + b - 1].tokens + 1),
        (whole - withoutFirst) / (target[j].tokens + 1))
    }
    return least
  }

  private func form(_ i: Int, _ j: Int, _ a: Int, _ b: Int, _ out: Features) {
    let (s0, s1) = (source[i], source[i + a - 1])
    let (t0, t1) = (target[j], target[j + b - 1])
    let lengths = (sourceSums[.length, i, i + a], targetSums[.length, j, j + b])
    let clauses = (sourceSums[.clauses, i, i + a], targetSums[.clauses, j, j + b])
    func both(_ row: SideSums.Row) -> (Bool, Bool) {
      (sourceSums[row, i, i + a] > 0.5, targetSums[row, j, j + b] > 0.5)
    }
    let (questions, cries) = (both(.questions), both(.exclamations))
    let (quotes, labels) = (both(.quotes), both(.labels))
    let deviation = length.deviation(lengths.0, lengths.1)
    out[Feature.lengthDeviation.rawValue] = deviation
    out[Feature.lengthSquared.rawValue] = min(25, deviation * deviation) / 5
    out[Feature.lengthLog.rawValue] = abs(
      ((lengths.1 + 3) / (length.ratio * lengths.0 + 3)).logarithm)
    if a + b > 2 { out[Feature.lengthDeviationNotOne.rawValue] = deviation }
    if questions.0 && questions.1 { out[Feature.questionBoth.rawValue] = 1 }
    if questions.0 != questions.1 { out[Feature.questionOne.rawValue] = 1 }
    if cries.0 != cries.1 { out[Feature.exclamationOne.rawValue] = 1 }
    if s1.endsOpen != t1.endsOpen {
      out[Feature.documentEndings.rawValue] = habits.endings
      out[(s1.endsOpen ? Feature.sourceUnended : .targetUnended).rawValue] = 1
    }
    if s1.ending != t1.ending { out[Feature.endingsDiffer.rawValue] = 1 }
    if s0.opensQuote != t0.opensQuote { out[Feature.quoteOpens.rawValue] = 1 }
    if s1.closesQuote != t1.closesQuote {
      out[Feature.quoteCloses.rawValue] = 1
      out[Feature.documentQuoteCloses.rawValue] = habits.closingQuotes
    }
    if quotes.0 != quotes.1 { out[Feature.quoteOne.rawValue] = 1 }
    if s1.quoteStaysOpen != t1.quoteStaysOpen {
      out[Feature.quoteStaysOpen.rawValue] = 1
      out[Feature.documentQuoteOpen.rawValue] = habits.openQuotes
    }
    out[Feature.clauses.rawValue] =
      min(5, abs(clauses.0 - clauses.1 * length.clauseRatio)) / 5
    if labels.0 && labels.1 { out[Feature.labelBoth.rawValue] = 1 }
    if labels.0 != labels.1 { out[Feature.labelOne.rawValue] = 1 }
    guard hasParagraphs else { return }
    if s0.startsParagraph && t0.startsParagraph { out[Feature.paragraphBoth.rawValue] = 1 }
    if s0.startsParagraph != t0.startsParagraph { out[Feature.paragraphOne.rawValue] = 1 }
    out[Feature.crossesSource.rawValue] = Float(min(3, s1.paragraph - s0.paragraph))
    out[Feature.crossesTarget.rawValue] = Float(min(3, t1.paragraph - t0.paragraph))
  }
}

/// Which beads exist.
enum Shapes {
  /// The most segments of a bead, both sides together.
  static let most = 9
  /// The same in the first round.
  static let mostAtFirst = 5
  /// All shapes with both sides filled, and the two nulls first.
  static let all: [(a: Int, b: Int)] =
    [(1, 0), (0, 1)]
    + (1..<most).flatMap { a in (1...(most - a)).map { (a, $0) } }
  static let count = all.count
  /// The number of the shape (a, b).
  @inline(__always) static func number(_ a: Int, _ b: Int) -> Int {
    if a == 0 || b == 0 { return b }
    return 2 + (a - 1) * (most - 1) - (a - 1) * (a - 2) / 2 + b - 1
  }
}
