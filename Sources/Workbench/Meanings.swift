public import Bitext
public import Memory

extension Bench {
  /// Makes the vectors that the search for meaning wants, of all units that have none yet; an
  /// interruption loses at most the last second. About 700 units a second on one core with the
  /// embedded encoder.
  /// - Parameter progress: told how many of how many are done.
  /// - Returns: how many were made.
  public func indexMeanings(
    by encoder: some SentenceEncoder, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Int {
    let total = try store.unitsWithoutMeaning(of: encoder)
    var done = 0
    while case let units = try store.nextWithoutMeaning(of: encoder, Self.unitsAtOnce),
      !units.isEmpty
    {
      try store.keepMeanings(vectors(of: units, by: encoder), of: units, by: encoder)
      done += units.count
      progress(done, total)
    }
    return done
  }

  private static let unitsAtOnce = 1_024

  /// One vector for each unit: the sum of its texts', so that a query in either language is near.
  private func vectors(of units: [UnitTexts], by encoder: some SentenceEncoder) throws -> [Float] {
    let dimension = encoder.dimension
    let texts = units.enumerated().flatMap { index, unit in
      unit.texts.filter { !$0.isEmpty }.map { (index, $0) }
    }
    let made = try encoder.encode(texts.map(\.1))
    var vectors = [Float](repeating: 0, count: units.count * dimension)
    for (row, (index, _)) in texts.enumerated() {
      for column in 0..<dimension {
        vectors[index * dimension + column] += made[row * dimension + column]
      }
    }
    return vectors
  }

  /// Finds units that mean the like of a text, in any language that the encoder knows.
  /// - Parameter all: whether every unit is compared in full.
  public func find(
    like text: String, by encoder: some SentenceEncoder, where filter: UnitCondition, limit: Int,
    context: Int = 0, all: Bool = false
  ) throws -> Concordance {
    let vector = try encoder.encode([text])
    let found = try store.nearest(to: vector, where: filter, limit: limit, all: all)
    return try around(found.units, context, hasMore: found.hasMore)
  }
}
