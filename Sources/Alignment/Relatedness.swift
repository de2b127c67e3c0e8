internal import Foundation

/// Whether two texts are translations of each other at all, judged by the finished ladder.
///
/// The evidence a token of the pairs found is held against that of the same segments paired wrongly,
/// each with a later one's partner. Of unrelated texts the first is hardly greater: their pairs are
/// the best of chance. With g the difference in nats and n the number of pairs,
///
///     log odds = ln 99 + 1.6 ln(n + 1) ln(g / 0.25)
///
/// that is, one pair of texts in a hundred is expected to be unrelated, and 0.25 nats a token stands
/// halfway. The two figures were set on 334 pieces of 13 gold texts, whole, or with half of the
/// target left out, or beside a piece of another text: none of 248 related was judged unrelated, and
/// 84 of 86 unrelated were.
struct Relatedness {
  /// The probability that the texts are translations of each other; 1 when that cannot be judged.
  let probability: Double

  /// Below this the texts are held for unrelated.
  static let least = 0.5
  /// A text of fewer segments is not judged: a free translation of some sentences has no more
  /// evidence than chance.
  static let leastSegments = 12
  /// Without a lexicon that knows this share of the words nothing is judged.
  static let leastKnown = 0.5

  private static let halfway = 0.25
  private static let steepness = 1.6
  private static let prior = log(99.0)
  private static let shifts = [1, 2, 3, 5, 8]
  /// How many pairs are looked at, and the greatest n.
  private static let sample = 500

  init(_ pass: AlignmentPass, _ steps: [Lattice.Step], _ lexicon: Lexicon?) {
    let segments = min(pass.sourceFacts.count, pass.targetFacts.count)
    guard segments >= Self.leastSegments, let lexicon,
      lexicon.share(ofWordsIn: pass) >= Self.leastKnown
    else {
      probability = 1
      return
    }
    let pairs = steps.filter { $0.shape >= 2 }
    let gain = max(0.001, Self.gain(pass, pairs))
    let odds =
      Self.prior + Self.steepness * log(Double(min(pairs.count, 2 * Self.sample) + 1))
      * log(gain / Self.halfway)
    probability = 1 / (1 + exp(-odds))
  }

  /// Nats a token that the pairs have above pairs put together wrongly. O(sample).
  private static func gain(_ pass: AlignmentPass, _ all: [Lattice.Step]) -> Double {
    let pairs = stride(from: 0, to: all.count, by: 1 + all.count / sample).map { all[$0] }
    guard pairs.count > 1 else { return 0 }
    var evidence = LooseEvidence(pass.source, pass.target, pass.table)
    func density(_ pair: Lattice.Step, with other: Lattice.Step) -> Double {
      let (a, b) = (Shapes.all[pair.shape].a, Shapes.all[other.shape].b)
      return Double(evidence.between(pair.i..<pair.i + a, other.j..<other.j + b).density)
    }
    let weight = pairs.reduce(0.01) { $0 + Double($1.probability) }
    let found = pairs.reduce(0) { $0 + Double($1.probability) * density($1, with: $1) } / weight
    let chance = shifts.filter { $0 < pairs.count }.flatMap { shift in
      pairs.indices.map { density(pairs[$0], with: pairs[($0 + shift) % pairs.count]) }
    }
    return found - chance.reduce(0, +) / Double(chance.count)
  }
}

extension Lexicon {
  /// The share of the words, on the side of its headwords, that it explains.
  fileprivate func share(ofWordsIn pass: AlignmentPass) -> Double {
    let vocabulary =
      headwordLanguage.code == pass.languages.source.code
      ? pass.source.vocabulary : pass.target.vocabulary
    var (known, all) = (0, 0)
    for (index, key) in vocabulary.keys.enumerated() where vocabulary.kinds[index] == .word {
      let count = Int(vocabulary.counts[index])
      all += count
      if !glosses(key).isEmpty { known += count }
    }
    return all == 0 ? 0 : Double(known) / Double(all)
  }
}
