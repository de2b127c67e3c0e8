/// The evidence between any two spans of the texts, wherever they stand: that of `SpanEvidence`
/// outside the corridor, one pair at a time.
struct LooseEvidence {
  /// The share of the mixture that translations have. Below `SpanEvidence.lambda`, since these words
  /// taught the table nothing: with .65 the evidence of most moved pairs is below zero.
  static let lambda: Float = 0.2

  private let source: TokenText
  private let target: TokenText
  private let table: Associations
  private let rarity: (source: [Float], target: [Float])
  private var support: (source: [Float], target: [Float])

  init(_ source: TokenText, _ target: TokenText, _ table: Associations) {
    (self.source, self.target, self.table) = (source, target, table)
    rarity = (Self.rarity(source), Self.rarity(target))
    support = (
      [Float](repeating: 0, count: source.vocabulary.count),
      [Float](repeating: 0, count: target.vocabulary.count)
    )
  }

  private static func rarity(_ text: TokenText) -> [Float] {
    let total = Float(max(1, text.tokens.count))
    return text.vocabulary.counts.map { total / Float(max(1, $0)) }
  }

  /// What the two spans say of each other, both ways, in nats, and the same a token. O(tokens of
  /// the spans × links of a word).
  mutating func between(_ sources: Range<Int>, _ targets: Range<Int>) -> (
    sum: Float, density: Float
  ) {
    let these = source.tokens[source.starts[sources.lowerBound]..<source.starts[sources.upperBound]]
    let those = target.tokens[target.starts[targets.lowerBound]..<target.starts[targets.upperBound]]
    let sum =
      Self.sum(these, table.forward, those, rarity.target, &support.target)
      + Self.sum(those, table.backward, these, rarity.source, &support.source)
    return (sum, sum / Float(these.count + those.count + 1))
  }

  private static func sum(
    _ given: ArraySlice<Int32>, _ table: [[Associations.Link]], _ explained: ArraySlice<Int32>,
    _ rarity: [Float], _ support: inout [Float]
  ) -> Float {
    support.withUnsafeMutableBufferPointer { support in
      for z in given { for link in table[Int(z)] { support[Int(link.word)] += link.probability } }
      let scale = lambda / Float(given.count + 1)
      let sum = explained.reduce(0) { sum, e in
        sum + (1 - lambda + scale * support[Int(e)] * rarity[Int(e)]).logarithm
      }
      for z in given { for link in table[Int(z)] { support[Int(link.word)] = 0 } }
      return sum
    }
  }
}
