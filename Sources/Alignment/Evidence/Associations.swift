/// How strongly words of one side call for words of the other in this document pair: t(e|z) both
/// ways, as sparse rows over the two vocabularies.
struct Associations {
  /// A word of the other side and its probability.
  struct Link {
    var word: Int32
    var probability: Float
  }

  /// `forward[z]`: target words given source word z, in the order of their ids.
  var forward: [[Link]]
  /// `backward[e]`: source words given target word e, in the order of their ids.
  var backward: [[Link]]

  /// The table of weights w(z, e), read as probabilities in both directions: forward as they are,
  /// but no row above 1; backward each column divided by its sum when that is above 1.
  init(_ weights: [[Int32: Float]], targetCount: Int) {
    // Sums are taken in the order of the ids, so that they come out the same each time.
    forward = weights.map { unordered in
      let row = unordered.sorted { $0.key < $1.key }
      let total = max(1, row.reduce(0) { $0 + $1.value })
      return row.map {
        Link(word: $0.key, probability: $0.value / total)
      }
    }
    var columns = [[Link]](repeating: [], count: targetCount)
    for (z, row) in weights.enumerated() {
      for (e, weight) in row.sorted(by: { $0.key < $1.key }) {
        columns[Int(e)].append(Link(word: Int32(z), probability: weight))
      }
    }
    backward = columns.map { column in
      let total = max(1, column.reduce(0) { $0 + $1.probability })
      return column.map { Link(word: $0.word, probability: $0.probability / total) }
    }
  }

  init(forward: [[Link]], backward: [[Link]]) {
    self.forward = forward
    self.backward = backward
  }
}
