// Units of other people's files: stored out of sight in portions, then shown by one event, which
// undo hides again.
public import Bitext
internal import GRDB

/// Imported units that leave sight, and those that come: whole memories by their ids, and single
/// units by ranges of theirs.
struct ImportEdit: Hashable, Codable {
  var memories = RowEdit.Exchange<Int>()
  var units = RowEdit.Exchange<Range<Int>>()

  var inverse: ImportEdit { ImportEdit(memories: memories.inverse, units: units.inverse) }
}

extension Store {
  /// Stores units as a memory. Each portion is a transaction of its own, so that others can work
  /// meanwhile and an interruption leaves nothing to see. O(n log n) for n units.
  /// - Parameters:
  ///   - replacing: whether a memory of the same name gives way; undo brings it back.
  ///   - indexing: whether searches find everything indexed; else the first search does it.
  ///   - whole: asked after the last portion, the memory with what only the whole file tells: its
  ///     origin, format and header.
  ///   - portion: the next units, in the order of the file; `nil` at its end. They need a `tu`.
  /// - Throws: `invalidName`, `nameUsed`; `locked` while another import goes on; what `portion` throws.
  @discardableResult
  public func importUnits(
    _ start: TranslationMemory, replacing: Bool = false, indexing: Bool = true,
    whole: () throws -> TranslationMemory? = { nil }, portion: () throws -> UnitRows?
  ) throws -> EventSummary {
    let event = try alone {
      let (id, old) = try write { db in try db.insertHidden(start, replacing: replacing) }
      let (count, memory) = (try fill(id, portion), try whole() ?? start)
      return try write { db in
        if !replacing { try db.checkFree(memory.name) }
        try db.complete(id, as: memory)
        let edit = ImportEdit(memories: .init(before: old.map { [$0] } ?? [], after: [id]))
        let event = try append(
          db, memory: id, "import", "\(memory.origin.fileName), \(count) units", .imports(edit))
        try db.execute(literal: "UPDATE memory SET event = \(event) WHERE id = \(id)")
        try db.perform(.imports(edit), event: event)
        return try db.summary(event)
      }
    }
    if indexing { try index() }
    return event
  }

  /// Has what is new indexed for every search. What cannot be now, since another process writes, is
  /// when it is searched.
  /// - Parameter progress: is told how many units were read, when many have to be indexed.
  func index(progress: (Int) -> Void = { _ in }) throws(MemoryError) {
    do {
      try indexConcordance()
      try indexMatches(progress: progress)
    } catch {
      guard error.reason == .locked else { throw error }
    }
  }
}

extension Store {
  /// Stores units in a memory out of sight, portion by portion.
  /// - Returns: how many there were.
  func fill(_ memory: Int, _ portion: () throws -> UnitRows?) throws -> Int {
    var count = 0
    // What is out of sight needs not outlast a power cut before the event that shows it.
    try wait(forDisk: false)
    defer { try? wait(forDisk: true) }
    while let units = try portion() {
      try write { db in
        try db.withoutChecks { try UnitInsert(db, memory: memory).insert(units) }
      }
      count += units.count
    }
    return count
  }

  /// Whether each transaction waits until it is on the disk, and the log is taken in after 4 MB; else
  /// it is taken in after 16 MB, and only that waits.
  private func wait(forDisk: Bool) throws {
    try queue.inDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = \(forDisk ? "FULL" : "NORMAL");
          PRAGMA wal_autocheckpoint = \(forDisk ? 1000 : 4000)
          """)
    }
  }
}

extension Database {
  /// Does something without trying the conditions of tables on each row, which takes as long as to store a
  /// unit: `UnitRows` holds nothing that breaks them.
  fileprivate func withoutChecks(_ body: () throws -> Void) throws {
    try execute(sql: "PRAGMA ignore_check_constraints = TRUE")
    defer { try? execute(sql: "PRAGMA ignore_check_constraints = FALSE") }
    try body()
  }
}

extension Database {
  /// What an import that was cut short left behind.
  func sweepImports() throws {
    try execute(
      sql: """
        DELETE FROM unit WHERE memory IN (SELECT id FROM memory WHERE event IS NULL);
        DELETE FROM memory WHERE event IS NULL
        """)
  }

  /// A new memory out of sight, and the one in sight that it is to replace.
  func insertHidden(
    _ memory: TranslationMemory, replacing: Bool
  ) throws -> (id: Int, old: Int?) {
    try checkName(memory.name)
    let old = replacing ? try memoryID(named: memory.name) : nil
    if old == nil { try checkFree(memory.name) }
    let id = try Int.fetchOne(self, sql: "SELECT coalesce(max(id), 0) + 1 FROM memory") ?? 1
    let line = try Int.fetchOne(self, sql: "SELECT line FROM memory WHERE id = ?", arguments: [old])
    let (facts, origin) = (memory.facts, memory.origin)
    try execute(
      literal: """
        INSERT INTO memory VALUES (\(id), \(line ?? id), \(memory.name), \(facts.client),
          \(facts.domain), \(facts.date), \(facts.note), \(origin.fileName), \(origin.sha256),
          \(origin.encoding), \(memory.format), \(memory.header), NULL, 1)
        """)
    return (id, old)
  }

  /// States what only the whole file tells of a memory that is still out of sight.
  func complete(_ id: Int, as memory: TranslationMemory) throws {
    let origin = memory.origin
    try execute(
      literal: """
        UPDATE memory SET file_name = \(origin.fileName), sha256 = \(origin.sha256),
          encoding = \(origin.encoding), format = \(memory.format), header = \(memory.header)
        WHERE id = \(id)
        """)
  }

  /// Shows and hides memories and single units.
  func exchangeImports(_ edit: ImportEdit) throws {
    for id in edit.memories.before {
      try execute(literal: "UPDATE memory SET removed = 1 WHERE id = \(id)")
    }
    for id in edit.memories.after {
      try checkFree(details(id, of: "memory").name)
      try execute(literal: "UPDATE memory SET removed = 0 WHERE id = \(id)")
    }
    for (ranges, removed) in [(edit.units.before, 1), (edit.units.after, 0)] {
      for range in ranges { try set(removed: removed, range) }
    }
  }

  private func set(removed: Int, _ ids: Range<Int>) throws {
    try execute(
      literal: """
        UPDATE unit SET removed = \(removed)
        WHERE id >= \(ids.lowerBound) AND id < \(ids.upperBound) AND memory IS NOT NULL
          AND removed = \(1 - removed)
        """)
    guard changesCount == ids.count else {
      throw MemoryError.changedMeanwhile("units \(ids.lowerBound) to \(ids.upperBound - 1)")
    }
  }
}
