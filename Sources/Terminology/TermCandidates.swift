internal import Foundation

/// Counts phrases that translate each other, and ranks them as candidates for a glossary.
///
/// What they are ranked by is how much oftener than by chance two phrases meet (log-likelihood ratio), how
/// well their words answer each other, how long they are, and how much of them longer candidates take (the
/// C-value of Frantzi, Ananiadou and Mima 2000, over both sides). Then each claims its places, the best first,
/// and who has too few places left is no candidate: so a part of a term, or a crossing of two, goes, and a
/// term may have two renderings.
public struct TermCandidates: Sendable {
  private struct Key: Hashable {
    var source: UInt64
    var target: UInt64
  }

  fileprivate struct Tally {
    var meetings = 0
    var rows: [Int] = []
    var counts: (source: Int, target: Int) = (0, 0)
    var strength = 0.0
    var length = 0.0
    var texts: [[String]: Int] = [:]
  }

  private var numbers: [Key: Int] = [:]
  private var tallies: [Tally] = []
  private var places: [CandidatePlace] = []
  private var total = 0

  /// No row yet.
  public init() {}

  /// Takes the next row in: the phrase pairs that were met there.
  public mutating func add(_ meetings: [TermMeeting]) {
    for meeting in meetings {
      let key = Key(source: meeting.source.key, target: meeting.target.key)
      let number = numbers[key] ?? tallies.count
      if number == tallies.count {
        numbers[key] = number
        tallies.append(Tally())
      }
      tallies[number].meet(meeting, row: total)
      places.append(
        CandidatePlace(
          candidate: number, row: total, source: meeting.source.range, target: meeting.target.range)
      )
    }
    total += 1
  }

  /// The candidates that stand in so many rows, the best first. O(n log n) for n meetings, and the square of
  /// a row's meetings for each row.
  /// - Parameter isKnown: whether a source phrase is in the glossary already. It still claims its places.
  public func ranked(atLeast least: Int, isKnown: (_ source: String) -> Bool) -> [TermCandidate] {
    let candidates = tallies.map { $0.candidate(total) }
    let open = Set(
      tallies.indices.filter { tallies[$0].rows.count >= least && candidates[$0].isTerm })
    let rows = Dictionary(grouping: places.filter { open.contains($0.candidate) }, by: \.row)
    let nests = Nests(rows.values, of: candidates)
    func score(_ number: Int) -> Double {
      candidates[number].association * candidates[number].strength
        * log2(tallies[number].length) * nests.freeShare(number)
    }
    let order = open.filter { !nests.isHeld($0) }.map { ($0, score: score($0)) }.sorted { a, b in
      let (x, y) = (candidates[a.0], candidates[b.0])
      return (b.score, x.source, x.target) < (a.score, y.source, y.target)
    }
    let placesOf = Dictionary(grouping: rows.values.joined(), by: \.candidate)
    var claims = Claims()
    return order.compactMap { number, _ in
      guard claims.claim(placesOf[number] ?? [], atLeast: least) else { return nil }
      return isKnown(candidates[number].source) ? nil : candidates[number]
    }
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

extension TermCandidates.Tally {
  fileprivate mutating func meet(_ meeting: TermMeeting, row: Int) {
    if rows.last != row { rows.append(row) }
    meetings += 1
    strength += meeting.strength
    length = meeting.length
    counts = (meeting.source.count, meeting.target.count)
    texts[[meeting.source.text, meeting.target.text], default: 0] += 1
  }

  fileprivate func candidate(_ total: Int) -> TermCandidate {
    let written = texts.max {
      ($0.value, $1.key[1], $1.key[0]) < ($1.value, $0.key[1], $0.key[0])
    }
    let (sources, targets) = (max(rows.count, counts.source), max(rows.count, counts.target))
    return TermCandidate(
      source: written?.key[0] ?? "", target: written?.key[1] ?? "", count: rows.count,
      sourceCount: sources, targetCount: targets,
      association: TermCandidates.ratio(rows.count, sources, targets, total),
      strength: strength / Double(meetings), rows: Array(rows.prefix(3)))
  }
}

extension TermCandidate {
  /// Whether it could be a term: two characters of Chinese or three letters at least on each side, which are
  /// not the same, since a glossary has nothing to say of those.
  fileprivate var isTerm: Bool {
    func isLong(_ text: String) -> Bool {
      text.unicodeScalars.count >= (text.unicodeScalars.contains { $0.value >= 0x2E80 } ? 2 : 3)
    }
    return isLong(source) && isLong(target) && source.lowercased() != target.lowercased()
  }
}
