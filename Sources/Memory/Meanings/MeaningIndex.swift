// The meanings of units: a vector each, of both texts together, and a sketch of it. Like other
// indexes they are no part of the state: no event tells of them, and they can be made again.
public import Bitext
internal import Foundation
internal import GRDB

/// Texts of a unit that has no vector yet.
public struct UnitTexts: Hashable, Sendable {
  /// The unit.
  public var id: Int
  /// Its texts; one of them may be empty.
  public var texts: [String]
}

extension Store {
  /// How many units have no vector of this encoder yet. O(1) if all have, else O(units).
  public func unitsWithoutMeaning(of encoder: some SentenceEncoder) throws(MemoryError) -> Int {
    try foldRows()
    return try read { db in
      let covered = try db.lastMeaning(of: encoder)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM unit WHERE id > ?", arguments: [covered]) ?? 0
    }
  }

  /// The next units that have no vector of this encoder yet; none when all have.
  public func nextWithoutMeaning(
    of encoder: some SentenceEncoder, _ count: Int
  ) throws(MemoryError) -> [UnitTexts] {
    try read { db in
      let sql = "SELECT id, source, target FROM unit WHERE id > ? ORDER BY id LIMIT ?"
      let covered = try db.lastMeaning(of: encoder)
      return try GRDB.Row.fetchAll(db, sql: sql, arguments: [covered, count]).map {
        UnitTexts(id: $0[0], texts: [$0[1], $0[2]])
      }
    }
  }

  /// Keeps the vectors of the next units, all or none; those of another encoder go. So what was
  /// interrupted goes on where it stopped.
  /// - Parameter vectors: for each unit, in order, `dimension` numbers.
  public func keepMeanings(
    _ vectors: [Float], of units: [UnitTexts], by encoder: some SentenceEncoder
  ) throws(MemoryError) {
    let dimension = encoder.dimension
    precondition(vectors.count == units.count * dimension)
    try write { db in
      try db.prepareMeanings(of: encoder)
      let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO meaning VALUES (?, ?)")
      var sketches: [(unit: Int, bits: [UInt64])] = []
      for (index, unit) in units.enumerated() {
        let vector = Array(vectors[index * dimension..<(index + 1) * dimension])
        try insert.execute(arguments: [unit.id, Meaning(vector).bytes])
        sketches.append((unit.id, Meaning.sketch(vector)))
      }
      try db.append(sketches)
    }
  }
}

extension Database {
  /// The last unit that has a vector of this encoder, or 0.
  func lastMeaning(of encoder: some SentenceEncoder) throws -> Int {
    let sql = """
      SELECT (SELECT max(last) FROM meaning_sketch) FROM meaning_encoder
      WHERE id = ? AND dimension = ?
      """
    return try Int.fetchOne(self, sql: sql, arguments: [encoder.id, encoder.dimension]) ?? 0
  }

  fileprivate func prepareMeanings(of encoder: some SentenceEncoder) throws {
    let isKnown = try Bool.fetchOne(
      self, sql: "SELECT id = ? AND dimension = ? FROM meaning_encoder",
      arguments: [encoder.id, encoder.dimension])
    if isKnown == true { return }
    for table in ["meaning_encoder", "meaning", "meaning_sketch"] {
      try execute(sql: "DELETE FROM \(table)")
    }
    try execute(
      sql: "INSERT INTO meaning_encoder VALUES (?, ?)",
      arguments: [encoder.id, encoder.dimension])
  }

  /// How many units stand in a record of sketches, at most.
  private static var sketchesTogether: Int { 4_096 }

  /// Appends sketches to the last record while there is room, and makes others.
  fileprivate func append(_ sketches: [(unit: Int, bits: [UInt64])]) throws {
    var (units, bits): ([UInt64], [UInt64]) = ([], [])
    let sql = "SELECT first, units, bits FROM meaning_sketch ORDER BY first DESC LIMIT 1"
    if let last = try GRDB.Row.fetchOne(self, sql: sql) {
      let (known, knownBits): (Data, Data) = (last[1], last[2])
      if known.count / 8 < Self.sketchesTogether {
        units = known.withUnsafeBytes { [UInt64]($0) }
        bits = knownBits.withUnsafeBytes { [UInt64]($0) }
        try execute(sql: "DELETE FROM meaning_sketch WHERE first = ?", arguments: [last[0] as Int])
      }
    }
    for sketch in sketches {
      units.append(UInt64(sketch.unit))
      bits += sketch.bits
      if units.count == Self.sketchesTogether {
        try insert(units, bits)
        (units, bits) = ([], [])
      }
    }
    if !units.isEmpty { try insert(units, bits) }
  }

  private func insert(_ units: [UInt64], _ bits: [UInt64]) throws {
    try execute(
      sql: "INSERT INTO meaning_sketch VALUES (?, ?, ?, ?)",
      arguments: [Int64(units[0]), Int64(units[units.count - 1]), units.data, bits.data])
  }
}
