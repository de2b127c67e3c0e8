/// A first path through the matrix: pairs of segments that share rare words, chained in order.
///
/// Candidate pairs come from inverted lists of rare linked words, so the cost grows with the text
/// and not with the matrix; the heaviest increasing chain is found with a Fenwick tree in
/// O(candidates × log segments).
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

  init(_ source: TokenText, _ target: TokenText, _ table: Associations) {
    chain = Self.heaviest(
      Self.candidates(source, target, table), targets: target.segmentCount)
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
    _ source: TokenText, _ target: TokenText, _ table: Associations
  ) -> [Anchor] {
    let targetPlaces = postings(target)
    let targets = Float(max(1, target.segmentCount))
    var scores = [Float](repeating: 0, count: target.segmentCount)
    var result: [Anchor] = []
    var sourceFrequency = [Int32](repeating: 0, count: source.vocabulary.count)
    for (word, places) in postings(source).enumerated() {
      sourceFrequency[word] = Int32(places.count)
    }
    for segment in 0..<source.segmentCount {
      var touched: [Int32] = []
      for word in Set(source.tokens(segment)).sorted() {
        for link in table.forward[Int(word)] {
          let places = targetPlaces[Int(link.word)]
          guard places.count * Int(sourceFrequency[Int(word)]) <= rarity else { continue }
          let surprise = targets / Float(places.count)
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
