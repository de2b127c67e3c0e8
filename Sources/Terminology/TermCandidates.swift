internal import Foundation

/// A pair of phrases that may be a term and its rendering.
public struct TermCandidate: Hashable, Sendable, Codable {
  /// The source phrase, as it is written most often.
  public var source: String
  /// The target phrase, as it is written most often.
  public var target: String
  /// In how many rows both translate each other.
  public var count: Int
  /// In how many rows each stands.
  public var sourceCount: Int
  public var targetCount: Int
  /// How unlikely it is that they meet by chance: the log-likelihood ratio (Dunning 1993).
  public var association: Double
  /// How well their words answer each other, from 0 to 1.
  public var strength: Double
  /// The first rows that have both, as they were numbered.
  public var rows: [Int]
}

/// Counts phrases that translate each other, and ranks them as candidates for a glossary.
///
/// The log-likelihood ratio proposes: two phrases that meet more often than chance. The links between their
/// words confirm. A phrase that stands mostly inside a longer one with the same rendering is left out, and
/// each phrase keeps its best partner only.
public struct TermCandidates: Sendable {
  /// A phrase pair as it was met in a row.
  public struct Meeting: Sendable {
    /// The same for the same words, however inflected.
    public var keys: (source: UInt64, target: UInt64)
    /// As written.
    public var texts: (source: String, target: String)
    /// How many words it has on both sides together.
    public var words: Int
    /// How well its words answer each other.
    public var strength: Double

    /// A phrase pair of a row.
    public init(
      keys: (source: UInt64, target: UInt64), texts: (source: String, target: String), words: Int,
      strength: Double
    ) {
      (self.keys, self.texts, self.words, self.strength) = (keys, texts, words, strength)
    }
  }

  private struct Key: Hashable {
    var source: UInt64
    var target: UInt64
  }

  private struct Tally {
    var count = 0
    var lastRow = -1
    var strength = 0.0
    var words = 0
    var texts: [[String]: Int] = [:]
    var rows: [Int] = []
  }

  private var tallies: [Key: Tally] = [:]
  private var counts: (source: [UInt64: Int], target: [UInt64: Int]) = ([:], [:])
  private var total = 0

  /// No row yet.
  public init() {}

  /// Takes a row in: its phrase pairs, and the keys of all phrases that stand in it.
  public mutating func add(
    _ meetings: [Meeting], sourceKeys: Set<UInt64>, targetKeys: Set<UInt64>, row: Int
  ) {
    total += 1
    for key in sourceKeys { counts.source[key, default: 0] += 1 }
    for key in targetKeys { counts.target[key, default: 0] += 1 }
    for meeting in meetings {
      let key = Key(source: meeting.keys.source, target: meeting.keys.target)
      var tally = tallies.removeValue(forKey: key) ?? Tally()
      if tally.lastRow != row {
        tally.count += 1
        tally.lastRow = row
        tally.strength += meeting.strength
        if tally.rows.count < 3 { tally.rows.append(row) }
      }
      tally.words = meeting.words
      tally.texts[[meeting.texts.source, meeting.texts.target], default: 0] += 1
      tallies[key] = tally
    }
  }

  /// The candidates that stand in so many rows, the best first. O(n log n) for n phrase pairs.
  /// - Parameter isKnown: whether a source phrase is in the glossary already.
  public func ranked(atLeast least: Int, isKnown: (_ source: String) -> Bool) -> [TermCandidate] {
    let met = tallies.filter { $0.value.count >= least }
    let candidates = met.map { key, tally in (key, candidate(key, tally), tally.words) }
      .sorted { a, b in
        let (x, y) = (score(a.1, a.2), score(b.1, b.2))
        return (y, a.1.source, a.1.target) < (x, b.1.source, b.1.target)
      }
    var used: (source: Set<UInt64>, target: Set<UInt64>) = ([], [])
    var kept: [TermCandidate] = []
    var holders = Holders()
    for (_, candidate, _) in candidates { holders.add(candidate) }
    for (key, candidate, _) in candidates {
      guard !used.source.contains(key.source), !used.target.contains(key.target),
        !holders.hold(candidate), !isKnown(candidate.source), Self.isTerm(candidate)
      else { continue }
      used.source.insert(key.source)
      used.target.insert(key.target)
      kept.append(candidate)
    }
    return kept
  }

  private func candidate(_ key: Key, _ tally: Tally) -> TermCandidate {
    let texts = tally.texts.max {
      ($0.value, $1.key[1], $1.key[0]) < ($1.value, $0.key[1], $0.key[0])
    }
    let sources = max(tally.count, counts.source[key.source] ?? 0)
    let targets = max(tally.count, counts.target[key.target] ?? 0)
    return TermCandidate(
      source: texts?.key[0] ?? "", target: texts?.key[1] ?? "", count: tally.count,
      sourceCount: sources, targetCount: targets,
      association: Self.ratio(tally.count, sources, targets, total),
      strength: tally.strength / Double(tally.count), rows: tally.rows)
  }

  /// Association, weighed by the links, and by length: a phrase of several words is more likely a term than
  /// a word is.
  private func score(_ candidate: TermCandidate, _ words: Int) -> Double {
    candidate.association * candidate.strength * log2(Double(words) + 1)
  }

  /// Two characters of Chinese or three letters at least.
  private static func isTerm(_ candidate: TermCandidate) -> Bool {
    func isLong(_ text: String) -> Bool {
      text.unicodeScalars.count >= (text.unicodeScalars.contains { $0.value >= 0x2E80 } ? 2 : 3)
    }
    return isLong(candidate.source) && isLong(candidate.target)
  }

  /// Dunning's ratio for two events over `total` rows.
  static func ratio(_ both: Int, _ a: Int, _ b: Int, _ total: Int) -> Double {
    func part(_ observed: Int, _ row: Int, _ column: Int) -> Double {
      guard observed > 0, row > 0, column > 0 else { return 0 }
      return Double(observed)
        * log(Double(observed) * Double(total) / (Double(row) * Double(column)))
    }
    return 2
      * (part(both, a, b) + part(a - both, a, total - b) + part(b - both, total - a, b)
        + part(total - a - b + both, total - a, total - b))
  }
}

/// Which candidates stand inside longer ones.
private struct Holders {
  /// Candidates by every two letters that stand side by side in their source.
  private var byLetters: [String: [TermCandidate]] = [:]

  mutating func add(_ candidate: TermCandidate) {
    let letters = Array(candidate.source)
    for pair in Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) }) {
      byLetters[pair, default: []].append(candidate)
    }
  }

  /// Whether a longer candidate has nearly all its rows.
  func hold(_ candidate: TermCandidate) -> Bool {
    (byLetters[String(candidate.source.prefix(2))] ?? []).contains { other in
      other.count * 4 >= candidate.count * 3
        && other.source.utf8.count > candidate.source.utf8.count
        && other.target.utf8.count >= candidate.target.utf8.count
        && other.source.contains(candidate.source)
        && other.target.lowercased().contains(candidate.target.lowercased())
    }
  }
}
