/// A first path through the matrix: pairs of segments that share rare words, chained in order.
///
/// Candidate pairs come from inverted lists of rare linked words, so the cost grows with the text
/// and not with the matrix; the heaviest increasing chain is found with a Fenwick tree in
/// O(candidates × log segments). In a long text few words are rare; so a first chain's corridor is
/// looked through again for words that are rare within it.
struct Anchors {
  /// Source and target segment that probably belong together.
  struct Anchor {
    var source: Int
    var target: Int
    var weight: Float
  }

  /// The chain, both coordinates increasing.
  let chain: [Anchor]

  /// Links whose lists multiply to more than this say too little about the place.
  static let rarity = 100
  /// Candidates kept for each source segment.
  static let kept = 4

  /// - Parameter corridor: where to look; `nil` for the whole matrix.
  init(
    _ source: TokenText, _ target: TokenText, _ table: Associations,
    within corridor: Corridor? = nil
  ) {
    chain = Self.heaviest(
      Self.candidates(source, target, table, corridor), targets: target.segmentCount)
  }

  private static func postings(_ text: TokenText) -> [[Int32]] {
    var postings = [[Int32]](repeating: [], count: text.vocabulary.count)
    for segment in 0..<text.segmentCount {
      for token in text.tokens(segment) where postings[Int(token)].last != Int32(segment) {
        postings[Int(token)].append(Int32(segment))
      }
    }
    return postings
  }

  private static func candidates(
    _ source: TokenText, _ target: TokenText, _ table: Associations, _ corridor: Corridor?
  ) -> [Anchor] {
    let targetPlaces = postings(target)
    var scores = [Float](repeating: 0, count: target.segmentCount)
    var result: [Anchor] = []
    var sourceFrequency = [Int32](repeating: 0, count: source.vocabulary.count)
    for (word, places) in postings(source).enumerated() {
      sourceFrequency[word] = Int32(places.count)
    }
    for segment in 0..<source.segmentCount {
      var touched: [Int32] = []
      let window =
        corridor.map { $0.low[segment]..<max($0.low[segment], $0.high[segment + 1]) }
        ?? 0..<target.segmentCount
      for word in Set(source.tokens(segment)).sorted() {
        for link in table.forward[Int(word)] {
          let places = Self.places(targetPlaces[Int(link.word)], in: window)
          let others = corridor == nil ? Int(sourceFrequency[Int(word)]) : rarity / 4
          guard !places.isEmpty, places.count * others <= rarity else { continue }
          let surprise = Float(window.count) / Float(places.count)
          let weight = max(0, (link.probability * surprise + 1).logarithm - 1)
          for place in places {
            if scores[Int(place)] == 0 { touched.append(place) }
            scores[Int(place)] += weight
          }
        }
      }
      let best = touched.sorted {
        (scores[Int($1)], $0) < (scores[Int($0)], $1)
      }.prefix(kept)
      result += best.map { Anchor(source: segment, target: Int($0), weight: scores[Int($0)]) }
      for place in touched { scores[Int(place)] = 0 }
    }
    return result
  }

  /// The part of an ordered list that lies in a window. O(log list).
  private static func places(_ list: [Int32], in window: Range<Int>) -> ArraySlice<Int32> {
    func first(notBefore bound: Int) -> Int {
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(list[middle]) < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return list[first(notBefore: window.lowerBound)..<first(notBefore: window.upperBound)]
  }

  private static func heaviest(_ candidates: [Anchor], targets: Int) -> [Anchor] {
    var tree = [(weight: Float, last: Int)](repeating: (0, -1), count: targets + 1)
    var previous = [Int](repeating: -1, count: candidates.count)
    var total = [Float](repeating: 0, count: candidates.count)
    func best(before target: Int) -> (weight: Float, last: Int) {
      var result: (weight: Float, last: Int) = (0, -1)
      var index = target
      while index > 0 {
        if tree[index].weight > result.weight { result = tree[index] }
        index -= index & -index
      }
      return result
    }
    var start = 0
    while start < candidates.count {
      // Candidates of one source segment may not follow each other: look all up, then insert.
      var end = start
      while end < candidates.count, candidates[end].source == candidates[start].source { end += 1 }
      for index in start..<end {
        let before = best(before: candidates[index].target)
        previous[index] = before.last
        total[index] = before.weight + candidates[index].weight
      }
      for index in start..<end {
        var node = candidates[index].target + 1
        while node <= targets {
          if tree[node].weight < total[index] { tree[node] = (total[index], index) }
          node += node & -node
        }
      }
      start = end
    }
    var chain: [Anchor] = []
    var last = best(before: targets).last
    while last >= 0 {
      chain.append(candidates[last])
      last = previous[last]
    }
    return chain.reversed()
  }
}
