// The index of one language: parts that are sorted and never change, and a tail of texts that came
// since, which is compared text by text until it is made into a part.

/// An index in memory. Used by one thread at a time.
final class MatchIndex {
  let unit: MatchUnit
  private(set) var parts: [MatchPart]
  private(set) var tail = MatchTexts()

  init(_ unit: MatchUnit, parts: [MatchPart] = []) { (self.unit, self.parts) = (unit, parts) }

  /// Builds an index in memory. O(n log n) in the texts.
  convenience init(_ unit: MatchUnit, _ texts: MatchTexts) {
    self.init(
      unit,
      parts: texts.parts().map { order in
        let builder = MatchPartBuilder(texts, order)
        var blocks: [[UInt8]] = []
        builder.eachBlock { _, bytes in blocks.append(bytes) }
        return MatchPart(builder.head) { [blocks] in blocks[$0] }
      })
  }

  /// Adds a text that is found from now on.
  func add(_ key: Int64, _ text: String) { tail.append(key, text, by: unit) }

  /// The same of valid UTF-8.
  func add(_ key: Int64, _ text: UnsafeBufferPointer<UInt8>) { tail.append(key, text, by: unit) }

  /// The best texts for a query, none with less than the least score: all of them, up to the limit.
  /// - Parameters:
  ///   - most: the most that `judge` gives for the same text.
  ///   - judge: tells the score of the text with a key, `nil` when it is not to be found; for any
  ///     other than the same text it is never above 1 − d / L of the symbols.
  /// - Returns: keys with their scores, best first.
  func search(
    _ query: String, least: Double, limit: Int, most: Double = 1,
    judge: @escaping (Int64) throws -> Double?
  ) throws -> [(score: Double, key: Int64)] {
    var search = MatchSearch(
      PreparedQuery(query, by: unit), least: MatchThreshold(score: least), limit: limit, most: most,
      judge: judge)
    guard search.query.count > 0 else { return [] }
    try tail.symbols.withUnsafeBufferPointer { symbols in
      for index in 0..<tail.count {
        try search.compare(
          tail.keys[index], UnsafeBufferPointer(rebasing: symbols[tail.range(index)]))
      }
    }
    for part in nearest(search.query.count) { try search.search(part) }
    return search.best.found.map { ($0.score, $0.match) }
  }

  /// The parts by how near their lengths are: a good match found early spares much of the rest.
  private func nearest(_ length: Int) -> [MatchPart] {
    func distance(_ part: MatchPart) -> Int {
      let runs = part.head.runs
      return max((runs.first?.length ?? 0) - length, length - (runs.last?.length ?? 0), 0)
    }
    return parts.sorted { distance($0) < distance($1) }
  }
}
