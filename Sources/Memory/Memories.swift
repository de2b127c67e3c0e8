// Imported memories as a whole: counted, renamed, described, removed.
public import Bitext
internal import GRDB

/// A memory in figures.
public struct MemorySummary: Hashable, Sendable {
  /// The memory, without its header.
  public var memory: TranslationMemory
  /// How many units it has between each two languages, source first, most units first.
  public var units: [(source: Language, target: Language, count: Int)] {
    counts.map { ($0.source, $0.target, $0.count) }
  }

  struct Count: Hashable, Sendable {
    var source: Language
    var target: Language
    var count: Int
  }

  var counts: [Count]
}

extension Store {
  /// Whether a memory in sight has this name.
  public func holdsMemory(_ name: String) throws(MemoryError) -> Bool {
    try read { db in try db.memoryID(named: name) != nil }
  }

  /// The memory of this name; `nil` when there is none in sight.
  public func memory(named name: String) throws(MemoryError) -> TranslationMemory? {
    try read { db in try db.memoryID(named: name).map { try db.memory($0) } }
  }

  /// The memories in sight by name, in figures. O(units).
  public func memories() throws(MemoryError) -> [MemorySummary] {
    try read { db in
      let sql = "SELECT id FROM memory WHERE removed = 0 ORDER BY name"
      return try Int.fetchAll(db, sql: sql).map { id in
        MemorySummary(memory: try db.memory(id), counts: try db.unitCounts(memory: id))
      }
    }
  }
}

extension Database {
  func memoryID(named name: String) throws -> Int? {
    try Int.fetchOne(
      self, sql: "SELECT id FROM memory WHERE name = ? AND removed = 0", arguments: [name])
  }

  /// The line of the memory of this name, unless a document pair has it or had it later.
  func memoryLine(named name: String) throws -> Int? {
    guard try visibleID(named: name) == nil else { return nil }
    return try Int.fetchOne(
      self,
      sql: """
        SELECT line FROM memory WHERE name = ?1 AND event IS NOT NULL
          AND (removed = 0 OR NOT EXISTS (SELECT 1 FROM document_pair WHERE name = ?1))
        ORDER BY removed, id DESC LIMIT 1
        """,
      arguments: [name])
  }

  func memory(_ id: Int) throws -> TranslationMemory {
    let sql = "SELECT file_name, sha256, encoding, format, header FROM memory WHERE id = ?"
    guard let row = try GRDB.Row.fetchOne(self, sql: sql, arguments: [id]) else {
      throw MemoryError.changedMeanwhile("memory \(id)")
    }
    let details = try details(id, of: "memory")
    return TranslationMemory(
      name: details.name, facts: details.facts,
      origin: Origin(fileName: row[0], sha256: row[1], encoding: row[2]), format: row[3],
      header: row[4])
  }

  fileprivate func unitCounts(memory: Int) throws -> [MemorySummary.Count] {
    let sql = """
      SELECT source_language, target_language, count(*) FROM unit WHERE memory = ? AND removed = 0
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
      """
    return try GRDB.Row.fetchAll(self, sql: sql, arguments: [memory]).map {
      MemorySummary.Count(
        source: Language($0[0]) ?? .undetermined, target: Language($0[1]) ?? .undetermined,
        count: $0[2])
    }
  }
}
