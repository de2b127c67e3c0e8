/// Where a candidate stands in a row.
struct CandidatePlace: Sendable {
  var candidate: Int
  var row: Int
  var source: Range<Int>
  var target: Range<Int>

  /// Whether another place is a part of this one, on both sides.
  func holds(_ other: CandidatePlace) -> Bool {
    candidate != other.candidate && source.contains(other.source) && target.contains(other.target)
  }
}

/// Which candidates stand inside which longer ones. One whose words answer each other much worse is no holder:
/// words were added to it that do not belong.
struct Nests {
  private var holders: [Int: Set<Int>] = [:]
  private let candidates: [TermCandidate]

  /// - Parameter rows: the places of each row.
  init(_ rows: some Sequence<[CandidatePlace]>, of candidates: [TermCandidate]) {
    self.candidates = candidates
    for places in rows {
      for place in places {
        let strength = 0.9 * candidates[place.candidate].strength
        for other in places
        where other.holds(place) && candidates[other.candidate].strength > strength {
          holders[place.candidate, default: []].insert(other.candidate)
        }
      }
    }
  }

  /// Whether a longer one has nearly all its rows.
  func isHeld(_ candidate: Int) -> Bool {
    (holders[candidate] ?? []).contains {
      candidates[$0].count * 4 >= candidates[candidate].count * 3
    }
  }

  /// The share of its rows that the longer ones leave, on their mean.
  func freeShare(_ candidate: Int) -> Double {
    guard let longer = holders[candidate] else { return 1 }
    let mean = Double(longer.reduce(0) { $0 + candidates[$1].count }) / Double(longer.count)
    return max(0.1, 1 - mean / Double(candidates[candidate].count))
  }
}

/// Places that candidates have claimed, row by row.
struct Claims {
  private var taken: [Int: [CandidatePlace]] = [:]

  /// Takes a candidate's places if they are free in so many rows; gives whether they were. A place that
  /// holds a claimed one wholly is free.
  mutating func claim(_ places: [CandidatePlace], atLeast least: Int) -> Bool {
    let free = places.filter { place in
      (taken[place.row] ?? []).allSatisfy {
        Self.agree(place.source, $0.source) && Self.agree(place.target, $0.target)
      }
    }
    guard Set(free.map(\.row)).count >= least else { return false }
    for place in free { taken[place.row, default: []].append(place) }
    return true
  }

  private static func agree(_ new: Range<Int>, _ old: Range<Int>) -> Bool {
    !new.overlaps(old) || (new.contains(old) && new != old)
  }
}
