// Units taken into a memory that is there already, as one event: what is there word for word stays
// out, and a rule says what becomes of a source text that has another translation there.
public import Bitext
internal import GRDB

/// What a merge did beside adding units.
public struct MergeOutcome: Hashable, Sendable {
  /// New units that were there word for word.
  public var alreadyThere = 0
  /// New units not taken, since the memory has another translation.
  public var kept = 0
  /// Units of the memory that gave way.
  public var replaced = 0
  /// Units added.
  public var added = 0
}

extension Store {
  /// Adds units to the memory called `memory.name`, one event. Portions are stored out of sight, as by
  /// `importUnits`.
  /// - Throws: `unknownName`; what `portion` throws.
  public func mergeUnits(
    _ memory: TranslationMemory, _ rule: ImportConflict, portion: () throws -> UnitRows?
  ) throws -> MergeOutcome {
    defer { try? indexConcordance() }  // What cannot be taken in now is when it is searched.
    return try alone {
      let (new, old) = try write { db in
        guard let old = try db.memoryID(named: memory.name) else {
          throw MemoryError.unknownName(memory.name, what: "memory", existing: [])
        }
        return (try db.insertHidden(memory, replacing: true).id, old)
      }
      _ = try fill(new, portion)
      return try write { db in try take(db, memory, rule, from: new, to: old) }
    }
  }

  /// Moves units that are out of sight to the memory that they are for, as one event.
  private func take(
    _ db: Database, _ memory: TranslationMemory, _ rule: ImportConflict, from new: Int, to old: Int
  ) throws -> MergeOutcome {
    var outcome = MergeOutcome()
    outcome.alreadyThere = try db.drop(sameSourceIn: old, from: new, andTarget: true)
    if rule == .keep {
      outcome.kept = try db.drop(sameSourceIn: old, from: new, andTarget: false)
    }
    let replaced = rule == .replace ? try db.units(of: old, translatedIn: new) : []
    outcome.replaced = replaced.count
    let added = try db.move(from: new, to: old)
    outcome.added = added.count
    guard outcome.added > 0 else { return outcome }
    let edit = ImportEdit(units: .init(before: replaced.ranges, after: added.ranges))
    let subject = "\(memory.origin.fileName), \(outcome.added) units"
    let event = try append(db, memory: old, "import", subject, .imports(edit))
    try db.perform(.imports(edit), event: event)
    return outcome
  }
}

extension Database {
  /// Deletes the units of a memory out of sight whose source text, and target text, another has.
  /// - Returns: how many.
  fileprivate func drop(
    sameSourceIn old: Int, from new: Int, andTarget: Bool
  ) throws -> Int {
    try execute(
      sql: """
        DELETE FROM unit WHERE id IN (
          SELECT n.id FROM unit n JOIN unit o ON o.source = n.source
            AND o.source_language = n.source_language AND o.target_language = n.target_language
            \(andTarget ? "AND o.target = n.target" : "")
          WHERE n.memory = ? AND o.memory = ? AND o.removed = 0)
        """, arguments: [new, old])
    return changesCount
  }

  /// The units of a memory whose source text has a translation in another.
  fileprivate func units(of old: Int, translatedIn new: Int) throws -> [Int] {
    try Int.fetchAll(
      self,
      sql: """
        SELECT DISTINCT o.id FROM unit n JOIN unit o ON o.source = n.source
          AND o.source_language = n.source_language AND o.target_language = n.target_language
        WHERE n.memory = ? AND o.memory = ? AND o.removed = 0 ORDER BY o.id
        """, arguments: [new, old])
  }

  /// Gives all units of a memory out of sight to another, hidden, and forgets that memory.
  /// - Returns: their ids in order.
  fileprivate func move(from new: Int, to old: Int) throws -> [Int] {
    let ids = try Int.fetchAll(
      self, sql: "SELECT id FROM unit WHERE memory = ? ORDER BY id", arguments: [new])
    try execute(
      literal: """
        UPDATE unit SET memory = \(old), removed = 1,
          tu = tu + (SELECT coalesce(max(tu), 0) FROM unit WHERE memory = \(old))
        WHERE memory = \(new)
        """)
    try execute(literal: "DELETE FROM memory WHERE id = \(new)")
    return ids
  }
}

extension [Int] {
  /// Ascending numbers as ranges.
  fileprivate var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for number in self {
      if let last = ranges.last, last.upperBound == number {
        ranges[ranges.count - 1] = last.lowerBound..<number + 1
      } else {
        ranges.append(number..<number + 1)
      }
    }
    return ranges
  }
}
