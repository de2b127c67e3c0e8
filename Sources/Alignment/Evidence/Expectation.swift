/// IBM Model 1 inside beads (Brown et al. 1993; Moore 2002): from the beads of the current ladder,
/// each weighted by its probability, the table is estimated anew and mixed with what was known
/// before.
struct Expectation {
  /// A bead as token ids of both sides, with its probability.
  struct Pairing {
    var source: ArraySlice<Int32>
    var target: ArraySlice<Int32>
    var weight: Float
  }

  let start: Associations
  let source: Vocabulary
  let target: Vocabulary

  /// How much of a count is taken away before it counts: a pair of words that met once proves
  /// little, and would only confirm the ladder it came from.
  static let discount: Float = 0.4
  /// The pull of a word's mere frequency, beside the table.
  static let smoothing: Float = 0.3

  /// The table before there is a ladder: the start, and for words that stand in confirmed pairs
  /// half what these say.
  func before(_ confirmed: [Pairing]) -> Associations {
    confirmed.isEmpty ? start : round([], confirmed: confirmed, from: start)
  }

  /// The table after one round. O(tokens of one side in a bead × of the other, over all beads).
  /// - Parameters:
  ///   - found: the beads of the current ladder.
  ///   - confirmed: pairs that are right for certain, whose counts are not discounted.
  func round(_ found: [Pairing], confirmed: [Pairing] = [], from table: Associations)
    -> Associations
  {
    let pairings = found + confirmed
    return Associations(
      forward: Self.half(
        pairings, found: found.count, given: source, explained: target, table.forward,
        start: start.forward),
      backward: Self.half(
        pairings.map { Pairing(source: $0.target, target: $0.source, weight: $0.weight) },
        found: found.count, given: target, explained: source, table.backward,
        start: start.backward))
  }

  private static func half(
    _ pairings: [Pairing], found: Int, given: Vocabulary, explained: Vocabulary,
    _ table: [[Associations.Link]], start: [[Associations.Link]]
  ) -> [[Associations.Link]] {
    let total = Float(max(1, explained.counts.reduce(0, +)))
    let background = explained.counts.map { smoothing * Float($0) / total }
    let shares = shares(pairings, table, background)
    var beadsOf = [[Int32]](repeating: [], count: given.count)
    for (bead, pairing) in pairings.enumerated() {
      for z in pairing.source where beadsOf[Int(z)].last != Int32(bead) {
        beadsOf[Int(z)].append(Int32(bead))
      }
    }
    var row = [Float](repeating: 0, count: explained.count)
    var counts = [Float](repeating: 0, count: explained.count)
    // The part of a count that the ladder itself gave.
    var unsure = counts
    return (0..<given.count).map { z in
      for link in table[z] { row[Int(link.word)] = link.probability }
      defer { for link in table[z] { row[Int(link.word)] = 0 } }
      var touched: [Int32] = []
      for bead in beadsOf[z] {
        count(
          pairings[Int(bead)].target, shares[Int(bead)], row, background, isUnsure: bead < found,
          &counts, &unsure, &touched)
      }
      let fresh = estimate(touched.sorted(), &counts, &unsure)
      return found == 0 && fresh.isEmpty ? start[z] : mixed(start[z], fresh)
    }
  }

  /// Adds one word's share in the target tokens of a bead to its counts. The innermost loop.
  private static func count(
    _ tokens: ArraySlice<Int32>, _ shares: [Float], _ row: [Float], _ background: [Float],
    isUnsure: Bool, _ counts: inout [Float], _ unsure: inout [Float], _ touched: inout [Int32]
  ) {
    counts.withUnsafeMutableBufferPointer { counts in
      unsure.withUnsafeMutableBufferPointer { unsure in
        for (e, share) in zip(tokens, shares) {
          let word = Int(e)
          if counts[word] == 0 { touched.append(e) }
          let count = share * (row[word] + background[word])
          counts[word] += count
          if isUnsure { unsure[word] += count }
        }
      }
    }
  }

  /// For each bead and target token: the bead's weight over the token's summed support.
  private static func shares(
    _ pairings: [Pairing], _ table: [[Associations.Link]], _ background: [Float]
  ) -> [[Float]] {
    var support = [Float](repeating: 0, count: background.count)
    return pairings.map { pairing in
      support.withUnsafeMutableBufferPointer { support in
        for z in pairing.source {
          for link in table[Int(z)] { support[Int(link.word)] += link.probability }
        }
        let words = Float(pairing.source.count)
        let shares = pairing.target.map { e in
          pairing.weight / (support[Int(e)] + background[Int(e)] * (words + 3) + 1e-9)
        }
        for z in pairing.source { for link in table[Int(z)] { support[Int(link.word)] = 0 } }
        return shares
      }
    }
  }

  /// Counts, of which the part that is unsure is discounted, as probabilities; clears both.
  private static func estimate(
    _ touched: [Int32], _ counts: inout [Float], _ unsure: inout [Float]
  ) -> [Associations.Link] {
    var total: Float = 0
    var kept: [Associations.Link] = []
    for e in touched {
      total += counts[Int(e)]
      let count = counts[Int(e)] - min(discount, unsure[Int(e)])
      counts[Int(e)] = 0
      unsure[Int(e)] = 0
      if count > 0 { kept.append(.init(word: e, probability: count)) }
    }
    return kept.map { .init(word: $0.word, probability: $0.probability / max(total, 1)) }
  }

  /// Half what was known, half what was found; both rows in the order of word ids.
  private static func mixed(
    _ known: [Associations.Link], _ found: [Associations.Link]
  ) -> [Associations.Link] {
    var result: [Associations.Link] = []
    result.reserveCapacity(known.count + found.count)
    var (k, f) = (0, 0)
    while k < known.count || f < found.count {
      let word = min(
        k < known.count ? known[k].word : .max, f < found.count ? found[f].word : .max)
      var probability: Float = 0
      if k < known.count, known[k].word == word {
        probability += 0.5 * known[k].probability
        k += 1
      }
      if f < found.count, found[f].word == word {
        probability += 0.5 * found[f].probability
        f += 1
      }
      if probability > 0.001 { result.append(.init(word: word, probability: probability)) }
    }
    return result
  }
}
