// One query over one part: count shared pairs, and compare what has enough of them.

/// What a search needs from part to part.
struct MatchSearch {
  var query: PreparedQuery
  /// Looks a text up by its key and tells its score, `nil` when it is not to be found.
  /// The score is never above the one its symbols have, but for the same text.
  private let judge: (Int64) throws -> Double?
  /// The most that the same text can score: more than 1 where its context counts.
  private let most: Double
  /// For each slot how many of the query's pairs its text shares.
  private var counts = [UInt16](repeating: 0, count: MatchPartHead.capacity)
  private(set) var best: BestMatches<Int64>
  /// How many texts were compared.
  private(set) var compared = 0

  init(
    _ query: PreparedQuery, least: MatchThreshold, limit: Int, most: Double,
    judge: @escaping (Int64) throws -> Double?
  ) {
    self.query = query
    self.most = most
    self.judge = judge
    best = BestMatches(limit: limit, least: least)
  }

  /// A text that may be near, and how many pairs it shares at most.
  private struct Candidate {
    var slot: Int
    var bound: Double
  }

  /// Searches a part.
  mutating func search(_ part: MatchPart) throws {
    guard let (runs, slots) = part.head.runs(best.threshold.lengths(near: query.count)) else {
      return
    }
    let lists = try lists(part, slots)
    let least = part.head.runs[runs].map { needed($0.length) }.min() ?? 0
    let (counted, dropped) = Self.leavingOutCommonest(lists, upTo: (least - 1) * 3 / 5)
    count(counted, slots)
    var candidates: [Candidate] = []
    var start = slots.lowerBound
    for run in part.head.runs[runs] {
      collect(start..<run.end, length: run.length, dropped: dropped, into: &candidates)
      start = run.end
    }
    candidates.sort { ($0.bound, $1.slot) > ($1.bound, $0.slot) }
    for candidate in candidates {
      guard best.takes(reach(candidate.bound)) else { break }
      let (key, symbols) = try part.text(candidate.slot)
      try compare(key, symbols)
    }
  }

  /// Compares a text, and takes it if it is near enough.
  mutating func compare(_ key: Int64, _ symbols: UnsafeBufferPointer<MatchSymbol>) throws {
    let length = max(query.count, symbols.count)
    compared += 1
    guard let distance = query.distance(to: symbols, atMost: best.threshold.edits(length)),
      best.takes(reach(1 - Double(distance) / Double(max(length, 1)))), let score = try judge(key)
    else { return }
    best.add(score, key)
  }

  private func reach(_ score: Double) -> Double { score < 1 ? score : most }

  /// How many pairs a text of this length must share.
  private func needed(_ length: Int) -> Int {
    best.threshold.sharedPairs(max(length, query.count))
  }

  /// For each pair of the query the slots in a range that may have it.
  private func lists(
    _ part: MatchPart, _ slots: Range<Int>
  ) throws -> [(slots: UnsafeBufferPointer<UInt16>, count: Int)] {
    try query.pairs.map { pair in
      let all = try part.slots(pair.hash)
      let isWhole = slots.count == part.head.count
      return (isWhole ? all : all.inside(slots), pair.count)
    }
  }

  /// Leaves the longest lists out, as long as they are no more than `limit` pairs of the query.
  private static func leavingOutCommonest(
    _ lists: [(slots: UnsafeBufferPointer<UInt16>, count: Int)], upTo limit: Int
  ) -> (counted: ArraySlice<(slots: UnsafeBufferPointer<UInt16>, count: Int)>, dropped: Int) {
    guard limit > 0 else { return (lists[...], 0) }
    let lists = lists.sorted { $0.slots.count > $1.slots.count }
    var (first, dropped) = (0, 0)
    while first < lists.count, dropped + lists[first].count <= limit {
      dropped += lists[first].count
      first += 1
    }
    return (lists[first...], dropped)
  }

  private mutating func count(
    _ lists: ArraySlice<(slots: UnsafeBufferPointer<UInt16>, count: Int)>, _ slots: Range<Int>
  ) {
    counts.withUnsafeMutableBufferPointer { counts in
      counts[slots].update(repeating: 0)
      for list in lists {
        let weight = UInt16(truncatingIfNeeded: list.count)
        for slot in list.slots { counts[Int(slot)] &+= weight }
      }
    }
  }

  /// Takes the slots of one length that share enough.
  private func collect(
    _ slots: Range<Int>, length: Int, dropped: Int, into candidates: inout [Candidate]
  ) {
    let longer = max(length, query.count)
    guard query.count <= Int(UInt16.max) else {  // Too long to be counted in 16 bits.
      candidates += slots.map { Candidate(slot: $0, bound: 1) }
      return
    }
    let needed = best.threshold.sharedPairs(longer) - dropped
    counts.withUnsafeBufferPointer { counts in
      for slot in slots where Int(counts[slot]) >= needed {
        let bound = MatchThreshold.bound(length: longer, pairs: Int(counts[slot]) + dropped)
        candidates.append(Candidate(slot: slot, bound: bound))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt16> {
  /// The part of a rising list that lies in a range. O(log n).
  fileprivate func inside(_ range: Range<Int>) -> UnsafeBufferPointer<UInt16> {
    let first = place(range.lowerBound)
    return UnsafeBufferPointer(rebasing: self[first..<Swift.max(first, place(range.upperBound))])
  }

  /// The first place whose number is not below `number`.
  private func place(_ number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
