/// A text that near ones are sought for.
struct PreparedQuery {
  let symbols: [MatchSymbol]
  /// Its pairs of neighbouring symbols by their hash, and how often it has each.
  let pairs: [(hash: UInt32, count: Int)]
  var distance: EditDistance

  var count: Int { symbols.count }

  /// O(n).
  init(_ text: String, by unit: MatchUnit) {
    symbols = MatchSymbols.of(text, by: unit)
    var hashes = zip(symbols, symbols.dropFirst()).map(pairHash)
    hashes.sort()
    var pairs: [(hash: UInt32, count: Int)] = []
    for hash in hashes {
      if pairs.last?.hash != hash { pairs.append((hash, 0)) }
      pairs[pairs.count - 1].count += 1
    }
    self.pairs = pairs
    distance = EditDistance(symbols.lazy.map(UInt32.init))
  }
}

/// The best texts found so far: a limit of them, none below the least score.
struct BestMatches<Match> {
  private let limit: Int
  private let least: MatchThreshold
  /// Best first; of equals the one found first.
  private(set) var found: [(score: Double, match: Match)] = []

  init(limit: Int, least: MatchThreshold) { (self.limit, self.least) = (limit, least) }

  /// What a text must reach to be of interest still.
  var threshold: MatchThreshold {
    guard found.count >= limit, let last = found.last else { return least }
    return MatchThreshold(score: max(last.score, least.score))
  }

  /// Whether a score would be taken.
  func takes(_ score: Double) -> Bool {
    guard found.count >= limit, let last = found.last else { return score >= least.score - 1e-9 }
    return score > last.score
  }

  mutating func add(_ score: Double, _ match: Match) {
    guard takes(score) else { return }
    let place = found.firstIndex { $0.score < score } ?? found.count
    found.insert((score, match), at: place)
    if found.count > limit { found.removeLast() }
  }
}
