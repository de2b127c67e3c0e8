/// Running sums over one side's segments, so that what a span adds up to costs two look-ups.
struct SideSums {
  /// What is summed, one row a segment.
  enum Row: Int, CaseIterable {
    case length, clauses, tokens, questions, exclamations, quotes, labels, best, cosine
  }

  private static let width = Row.allCases.count
  private var sums: [Float]

  /// - Parameters:
  ///   - best: for each segment the best evidence a token that one segment gives it.
  ///   - cosines: for each segment the best cosine, if there are vectors.
  init(_ facts: [SegmentFacts], best: [Float], cosines: [Float]?) {
    sums = [Float](repeating: 0, count: (facts.count + 1) * Self.width)
    for (index, fact) in facts.enumerated() {
      let values: [Float] = [
        fact.length, fact.clauses, fact.tokens, fact.ending == .question ? 1 : 0,
        fact.ending == .exclamation ? 1 : 0, fact.hasQuotes ? 1 : 0, fact.isLabel ? 1 : 0,
        best[index] * fact.tokens, cosines?[index] ?? 0,
      ]
      for row in 0..<Self.width {
        sums[(index + 1) * Self.width + row] = sums[index * Self.width + row] + values[row]
      }
    }
  }

  /// The sum over segments `start..<end`. Float sums over a long text lose digits, so a span's is
  /// right to about 1 in 10⁴ characters of a book; features need no more.
  @inline(__always) subscript(_ row: Row, _ start: Int, _ end: Int) -> Float {
    sums[end * Self.width + row.rawValue] - sums[start * Self.width + row.rawValue]
  }
}
