/// Pairs of open segments that share words, out of order: what may have moved.
///
/// Seeds come from inverted lists of linked words over the open segments alone, so the cost grows
/// with the words left over and not with the matrix. Around each seed the spans 1-1, 1-2, 2-1, 1-3
/// and 3-1 are scored; of spans that share a segment the best stays.
struct MovedCandidates {
  /// A pair of spans, with what speaks for it.
  struct Candidate {
    var source: Range<Int>
    var target: Range<Int>
    /// Evidence in nats, less what length and size speak against it.
    var score: Float
    /// Evidence a token, as a share of what this document's own pairs have.
    var density: Float
    /// Standard deviations from the document's length ratio.
    var deviation: Float
    /// The best score of a pair that would take one of the sides elsewhere; 0 for none.
    var rival: Float = 0
    /// How many of the two neighbours go the same way: the pair above, the pair below.
    var neighbours = 0
  }

  /// Links whose lists multiply to more than this say too little.
  static let rarity = 400
  /// Partners looked at for each source segment.
  static let kept = 4
  static let longest = 3
  /// What each segment beyond a 1-1 pair must bring, in nats.
  static let sizePrice: Float = 6
  /// A candidate below this score is none.
  static let leastScore: Float = -5
  /// How many of the document's own pairs its density is taken from.
  static let sample = 500

  private let pass: AlignmentPass
  private let source: OpenSegments
  private let target: OpenSegments
  private var evidence: LooseEvidence
  private var ownDensity: Float = 1

  init(
    _ pass: AlignmentPass, _ steps: [Lattice.Step], nulls: (source: [Float], target: [Float])
  ) {
    self.pass = pass
    (source, target) = OpenSegments.both(steps, nulls: nulls)
    evidence = LooseEvidence(pass.source, pass.target, pass.table)
    ownDensity = meanDensity(steps.filter { $0.shape >= 2 && $0.probability > 0.8 })
  }

  private mutating func meanDensity(_ steps: [Lattice.Step]) -> Float {
    var (sum, count): (Float, Float) = (0, 1)
    for index in stride(from: 0, to: steps.count, by: 1 + steps.count / Self.sample) {
      let step = steps[index]
      let (a, b) = Shapes.all[step.shape]
      sum += evidence.between(step.i..<step.i + a, step.j..<step.j + b).density
      count += 1
    }
    return max(0.1, sum / count)
  }

  /// The candidates, the best first, no two of which share a segment.
  mutating func find() -> [Candidate] {
    guard !source.list.isEmpty, !target.list.isEmpty else { return [] }
    let all = scored().sorted {
      ($1.score, $0.source.lowerBound, $0.target.lowerBound)
        < ($0.score, $1.source.lowerBound, $1.target.lowerBound)
    }
    var chosen = Self.disjoint(all)
    Self.addRivals(to: &chosen, from: all)
    Self.addNeighbours(to: &chosen)
    return chosen
  }

  private struct Key: Hashable {
    var source: Range<Int>
    var target: Range<Int>
  }

  private mutating func scored() -> [Candidate] {
    var seen: Set<Key> = []
    var all: [Candidate] = []
    for (i, j) in seeds() {
      guard let here = source.gaps[i], let there = target.gaps[j], !here.overlaps(there)
      else { continue }
      let targets = target.spans(around: j, longest: Self.longest)
      for s in source.spans(around: i, longest: Self.longest) {
        for t in targets
        where min(s.count, t.count) == 1 && seen.insert(Key(source: s, target: t)).inserted {
          let found = candidate(s, t)
          if found.score > Self.leastScore { all.append(found) }
        }
      }
    }
    return all
  }

  /// What speaks for a pair, its rivals and neighbours apart.
  mutating func candidate(_ s: Range<Int>, _ t: Range<Int>) -> Candidate {
    let found = evidence.between(s, t)
    let deviation = pass.length.deviation(
      s.reduce(0) { $0 + pass.sourceFacts[$1].length },
      t.reduce(0) { $0 + pass.targetFacts[$1].length })
    let price = Self.sizePrice * Float(s.count + t.count - 2)
    return Candidate(
      source: s, target: t, score: found.sum - min(12.5, deviation * deviation / 2) - price,
      density: found.density / ownDensity, deviation: deviation)
  }

  // MARK: Seeds

  private func seeds() -> [(Int, Int)] {
    let sources = Self.postings(pass.source, source.list)
    let targets = Self.postings(pass.target, target.list)
    var scores = [Float](repeating: 0, count: pass.target.segmentCount)
    return source.list.flatMap { segment -> [(Int, Int)] in
      var touched: [Int] = []
      for word in Set(pass.source.tokens(segment)).sorted() {
        let others = sources[word]?.count ?? 0
        for link in pass.table.forward[Int(word)] {
          guard let places = targets[link.word], places.count * others <= Self.rarity
          else { continue }
          let surprise = Float(target.list.count) / Float(places.count)
          for place in places {
            if scores[place] == 0 { touched.append(place) }
            scores[place] += (link.probability * surprise + 1).logarithm
          }
        }
      }
      let best = touched.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(Self.kept)
      for place in touched { scores[place] = 0 }
      return best.map { (segment, $0) }
    }
  }

  /// The open segments that each word stands in, punctuation left out.
  private static func postings(_ text: TokenText, _ open: [Int]) -> [Int32: [Int]] {
    var postings: [Int32: [Int]] = [:]
    for segment in open {
      for token in Set(text.tokens(segment))
      where text.vocabulary.kinds[Int(token)] != .punctuation {
        postings[token, default: []].append(segment)
      }
    }
    return postings
  }

  // MARK: Choice

  private static func disjoint(_ all: [Candidate]) -> [Candidate] {
    var taken: (source: Set<Int>, target: Set<Int>) = ([], [])
    return all.filter { candidate in
      guard taken.source.isDisjoint(with: candidate.source),
        taken.target.isDisjoint(with: candidate.target)
      else { return false }
      taken.source.formUnion(candidate.source)
      taken.target.formUnion(candidate.target)
      return true
    }
  }

  private static func addRivals(to chosen: inout [Candidate], from all: [Candidate]) {
    var with: (source: [Int: [Int]], target: [Int: [Int]]) = ([:], [:])
    for (index, candidate) in all.enumerated() {
      for i in candidate.source { with.source[i, default: []].append(index) }
      for j in candidate.target { with.target[j, default: []].append(index) }
    }
    for index in chosen.indices {
      let (s, t) = (chosen[index].source, chosen[index].target)
      let here = s.flatMap { with.source[$0] ?? [] }.filter { !all[$0].target.overlaps(t) }
      let there = t.flatMap { with.target[$0] ?? [] }.filter { !all[$0].source.overlaps(s) }
      chosen[index].rival = (here + there).reduce(0) { max($0, all[$1].score) }
    }
  }

  private static func addNeighbours(to chosen: inout [Candidate]) {
    struct Corner: Hashable { var i, j: Int }
    let starts = Set(chosen.map { Corner(i: $0.source.lowerBound, j: $0.target.lowerBound) })
    let ends = Set(chosen.map { Corner(i: $0.source.upperBound, j: $0.target.upperBound) })
    for index in chosen.indices {
      let (s, t) = (chosen[index].source, chosen[index].target)
      chosen[index].neighbours =
        (starts.contains(Corner(i: s.upperBound, j: t.upperBound)) ? 1 : 0)
        + (ends.contains(Corner(i: s.lowerBound, j: t.lowerBound)) ? 1 : 0)
    }
  }
}
