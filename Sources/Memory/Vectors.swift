// Vectors that an encoder made, kept so that aligning again costs nothing. They are no part of the
// state: no event tells of them, undo does not touch them, and any of them may go at any time.
public import Foundation
internal import GRDB

/// How many vectors a workspace keeps.
public struct VectorCounts: Codable, Hashable, Sendable {
  /// How many there are.
  public var count: Int
  /// The room they take, in bytes.
  public var bytes: Int
}

/// What was found of the vectors asked for.
public struct FoundVectors: Hashable, Sendable {
  /// The rows that nothing is kept for.
  public var missing: [Int] = []
  /// The rows whose vectors were not used today yet.
  public var unused: [Int] = []
}

extension Store {
  /// The room that vectors may take in a workspace, in bytes: 250,000 of 512 numbers, more than all
  /// spans of 1–4 segments of a book with 30,000 segments on each side.
  public static let roomForVectors = 256_000_000

  /// Fills rows of a matrix with the vectors kept under their keys.
  /// - Parameters:
  ///   - matrix: `keys.count × dimension` numbers.
  ///   - keys: one for each row of the matrix.
  public func fill(
    _ rows: [Int], of matrix: inout [Float], dimension: Int, from keys: [Data]
  ) throws(MemoryError) -> FoundVectors {
    let today = today
    return try read { db in
      let statement = try db.cachedStatement(sql: "SELECT numbers, day FROM vector WHERE key = ?")
      var found = FoundVectors()
      for row in rows {
        let vectors = try GRDB.Row.fetchCursor(statement, arguments: [keys[row]])
        guard let vector = try vectors.next(),
          try vector.fill(row: row, of: &matrix, dimension: dimension)
        else {
          found.missing.append(row)
          continue
        }
        if vector[1] < today { found.unused.append(row) }
      }
      return found
    }
  }

  /// Keeps new vectors, and notes that others were used today; those not used for the longest time
  /// make room. One transaction, O(vectors given + vectors kept).
  /// - Parameters:
  ///   - used: keys of vectors that were found and not used today yet.
  ///   - room: bytes; what more is given is not kept.
  public func keep(
    _ vectors: [(key: Data, vector: KeptVector)], used: [Data], room: Int = roomForVectors
  ) throws(MemoryError) {
    guard !vectors.isEmpty || !used.isEmpty else { return }
    var (given, bytes) = (0, 0)
    while given < vectors.count, bytes + vectors[given].vector.bytes.count <= room {
      bytes += vectors[given].vector.bytes.count
      given += 1
    }
    let (vectors, room, today) = (vectors.prefix(given), room - bytes, today)
    try write { db in
      try db.note(today, for: used)
      if !vectors.isEmpty { try db.shrinkVectors(to: room) }
      try db.keep(vectors, today)
    }
  }

  /// Days since 1970 UTC.
  private var today: Int { now / 86_400 }

  /// How many vectors are kept. O(that), of the index alone.
  public func vectorCounts() throws(MemoryError) -> VectorCounts {
    try read { db in
      let row = try GRDB.Row.fetchOne(db, sql: "SELECT count(*), ifnull(sum(bytes), 0) FROM vector")
      return VectorCounts(count: row?[0] ?? 0, bytes: row?[1] ?? 0)
    }
  }

  /// Removes all vectors, those of units too, and gives the room back to the disk. O(size of the workspace).
  public func forgetVectors() throws(MemoryError) {
    try write { db in
      for table in ["vector", "meaning_encoder", "meaning", "meaning_sketch"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
    }
    do { try queue.vacuum() } catch { throw MemoryError(error, at: path) }
  }
}

extension GRDB.Row {
  /// Puts `numbers` into a matrix, if there are so many.
  fileprivate func fill(row: Int, of matrix: inout [Float], dimension: Int) throws -> Bool {
    try withUnsafeData(atIndex: 0) { data in
      guard let data, data.count == 2 * dimension else { return false }
      data.withUnsafeBytes { KeptVector.fill(row: row, of: &matrix, with: $0) }
      return true
    }
  }
}

extension Database {
  /// At most once a day for each vector, so that using vectors again writes next to nothing.
  fileprivate func note(_ day: Int, for keys: [Data]) throws {
    let statement = try cachedStatement(sql: "UPDATE vector SET day = ? WHERE key = ?")
    for key in keys { try statement.execute(arguments: [day, key]) }
  }

  fileprivate func shrinkVectors(to room: Int) throws {
    let sql = """
      DELETE FROM vector WHERE id IN (
        SELECT id FROM (
          SELECT id, sum(bytes) OVER (ORDER BY day DESC, bytes DESC, id DESC) AS total FROM vector)
        WHERE total > ?)
      """
    try execute(sql: sql, arguments: [room])
  }

  fileprivate func keep(_ vectors: ArraySlice<(key: Data, vector: KeptVector)>, _ day: Int) throws {
    let statement = try cachedStatement(
      sql: """
        INSERT INTO vector (key, day, bytes, numbers) VALUES (?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET day = excluded.day WHERE day < excluded.day
        """)
    for (key, vector) in vectors {
      try statement.execute(arguments: [key, day, vector.bytes.count, vector.bytes])
    }
  }
}
