// Units that mean the same as a vector, nearest first: those whose sketches are nearest are compared
// in full, so the order among them is exact and only who takes part is chosen by the sketches.
internal import Bitext
internal import CMatrix
internal import GRDB

extension Store {
  /// The units nearest in meaning to a vector.
  /// - Parameters:
  ///   - vector: of length 1, by the encoder whose vectors are kept.
  ///   - all: whether every vector is compared in full, and not only those with the nearest sketches.
  public func nearest(
    to vector: [Float], where filter: UnitCondition, limit: Int, all: Bool = false
  ) throws(MemoryError) -> FoundUnits {
    try read { db in
      for name in filter.documents { _ = try db.unitOrigin(named: name) }
      let search = MeaningSearch(db: db, vector: vector, filter: filter)
      let units = try search.nearest(limit, all: all)
      return FoundUnits(units: try db.numbered(units), hasMore: units.count == limit)
    }
  }
}

private struct MeaningSearch {
  let db: Database
  let vector: [Float]
  let filter: UnitCondition

  /// How many units are compared in full for a search without a filter; with one that lets few
  /// through, all.
  private static let candidates = 4_096

  func nearest(_ limit: Int, all: Bool) throws -> [FoundRow] {
    if !all {
      let depth = max(Self.candidates, 8 * limit)
      let candidates = try candidates(depth)
      let found = try read(ranked(candidates), limit)
      if found.count == limit || candidates.count < depth { return found }
    }
    return try read(rankedAll(), limit)
  }

  /// The units with the nearest sketches, no fewer than `depth` if there are so many.
  private func candidates(_ depth: Int) throws -> [Int] {
    let sketch = Meaning.sketch(vector).map(\.littleEndian)
    var (units, distances): ([UInt64], [UInt16]) = ([], [])
    let rows = try GRDB.Row.fetchCursor(
      db, sql: "SELECT units, bits FROM meaning_sketch ORDER BY first")
    while let row = try rows.next() {
      let start = units.count
      try row.withUnsafeData(atIndex: 0) { data in
        data?.withUnsafeBytes { units += [UInt64]($0) }
      }
      distances += [UInt16](repeating: .max, count: units.count - start)
      try row.withUnsafeData(atIndex: 1) { data in
        guard let data, data.count == 8 * sketch.count * (units.count - start) else { return }
        data.withUnsafeBytes { bits in
          distances.withUnsafeMutableBufferPointer { distances in
            guard let place = distances.baseAddress, let words = bits.baseAddress else { return }
            cmatrix_differing_bits(
              sketch, words.assumingMemoryBound(to: UInt64.self), sketch.count, place + start,
              units.count - start)
          }
        }
      }
    }
    let most = Self.distance(distances, depth)
    return units.indices.filter { distances[$0] <= most }.map { Int(units[$0]) }
  }

  /// The distance within which there are `depth` sketches.
  private static func distance(_ distances: [UInt16], _ depth: Int) -> UInt16 {
    var counts = [Int](repeating: 0, count: Int(UInt16.max) + 1)
    for distance in distances { counts[Int(distance)] += 1 }
    var sum = 0
    for (distance, count) in counts.enumerated() {
      sum += count
      if sum >= depth { return UInt16(distance) }
    }
    return .max
  }

  /// The units by their cosine, greatest first; of the same, the one stored first.
  private func ranked(_ units: [Int]) throws -> [(unit: Int, cosine: Float)] {
    let statement = try db.cachedStatement(sql: "SELECT unit, numbers FROM meaning WHERE unit = ?")
    return try units.compactMap { unit in
      let rows = try GRDB.Row.fetchCursor(statement, arguments: [unit])
      return try rows.next().flatMap { try compared($0) }
    }.sorted(by: Self.isNearer)
  }

  /// All units, likewise. O(n log n).
  private func rankedAll() throws -> [(unit: Int, cosine: Float)] {
    var ranked: [(unit: Int, cosine: Float)] = []
    let rows = try GRDB.Row.fetchCursor(db, sql: "SELECT unit, numbers FROM meaning")
    while let row = try rows.next() {
      if let unit = try compared(row) { ranked.append(unit) }
    }
    return ranked.sorted(by: Self.isNearer)
  }

  /// `nil` for a vector of another dimension.
  private func compared(_ row: GRDB.Row) throws -> (unit: Int, cosine: Float)? {
    try row.withUnsafeData(atIndex: 1) { data in
      data?.withUnsafeBytes { Meaning.cosine(vector, $0) }
    }.map { (row[0], $0) }
  }

  private static func isNearer(_ a: (unit: Int, cosine: Float), _ b: (unit: Int, cosine: Float))
    -> Bool
  {
    (b.cosine, a.unit) < (a.cosine, b.unit)
  }

  private func read(_ ranked: [(unit: Int, cosine: Float)], _ limit: Int) throws -> [FoundRow] {
    let reader = try UnitReader(db, filter)
    var found: [FoundRow] = []
    for (unit, cosine) in ranked where found.count < limit {
      let cursor = try reader.row(unit)
      guard let row = try cursor.next(), filter.searches(row[3]) || filter.searches(row[4]) else {
        continue
      }
      var unit = FoundUnit(unit: Unit(found: row), number: 0, marks: [])
      unit.similarity = Double(cosine)
      found.append(FoundRow(pair: row[1], row: row[2], found: unit))
    }
    return found
  }
}
