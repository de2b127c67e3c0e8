// The log: who did what, when, and what was taken back. Events are only appended: undo appends an
// event that carries the change out backwards, redo one that takes the undo back.
public import Bitext
internal import GRDB

/// Whose events are meant.
public enum Scope: Hashable, Sendable {
  /// Every event.
  case workspace
  /// The events of the document pair or memory of this name, through all its replacements. A name
  /// that is no longer in use means the last that had it, a document pair before a memory.
  case document(String)
  /// The events of the glossary.
  case glossary
}

/// One line of the log.
public struct EventSummary: Hashable, Sendable, Codable, Identifiable {
  /// Counted from 1 in the order of the events.
  public var id: Int
  /// Seconds since 1970 UTC.
  public var time: Int
  /// Who did it.
  public var author: String
  /// What the document pair or memory is called now; `nil` for the glossary.
  public var document: String?
  /// What was done: `align`, `confirm`, `undo`.
  public var action: String
  /// What it was done to: `row 42`.
  public var subject: String
  /// The event that this one takes back: for `undo` a change or a redo, for `redo` an undo.
  public var undoes: Int?
  /// For a change, the `undo` that holds now, if one does.
  public var undoneBy: Int?
}

/// An undo or a redo as it was carried out.
public struct Reversal: Hashable, Sendable {
  /// The events appended, in order; one at least.
  public var events: [EventSummary]
  /// The changes of rows made just now, in order: a session holding the rows applies them.
  public var edits: [RowEdit]

  /// The last event appended.
  public var event: EventSummary { events[events.count - 1] }
}

extension Store {
  /// Takes back the last event of `scope` that still stands.
  /// - Parameter onlyRows: whether to leave everything as it is when that event changed no rows.
  /// - Throws: `nothingToUndo`; `nameUsed` when a name is meanwhile another's; `unknownName`.
  @discardableResult
  public func undo(_ scope: Scope, onlyRows: Bool = false) throws(MemoryError) -> Reversal {
    try write { db in
      guard let head = try db.lastStanding(scope) else {
        throw MemoryError.nothingToUndo(scope.place(path), "undo")
      }
      return try reverse(db, [head], "undo", scope, onlyRows: onlyRows)
    }
  }

  /// Does again what the last undo took back, all that was taken back together, unless something new
  /// was done in `scope` since.
  /// - Throws: as `undo`.
  @discardableResult
  public func redo(_ scope: Scope, onlyRows: Bool = false) throws(MemoryError) -> Reversal {
    try write { db in
      let heads = try db.lastUndone(scope)
      guard !heads.isEmpty else { throw MemoryError.nothingToUndo(scope.place(path), "redo") }
      return try reverse(db, heads, "redo", scope, onlyRows: onlyRows)
    }
  }

  /// The events of `scope`, oldest first.
  public func log(_ scope: Scope) throws(MemoryError) -> [EventSummary] {
    try read { db in try db.summaries(db.condition(scope)) }
  }

  /// Appends an event and carries its change out.
  func record(
    _ db: Database, pair: Int? = nil, memory: Int? = nil, _ action: String, _ subject: String,
    _ change: Change
  ) throws -> EventSummary {
    let id = try append(db, pair: pair, memory: memory, action, subject, change)
    try db.perform(change, event: id)
    return try db.summary(id)
  }

  /// Appends an event whose change the caller carries out.
  func append(
    _ db: Database, pair: Int? = nil, memory: Int? = nil, _ action: String, _ subject: String,
    _ change: Change
  ) throws -> Int {
    try db.execute(
      literal: """
        INSERT INTO event (id, time, author, pair, memory, action, subject, change, root)
        SELECT id, \(now), \(author), \(pair), \(memory), \(action), \(subject),
          \(try JSON.text(change)), id
        FROM (SELECT coalesce(max(id), 0) + 1 AS id FROM event)
        """)
    return Int(db.lastInsertedRowID)
  }

  /// Carries the changes of these chains out, backwards or forwards, one after the other; more than
  /// one belong together from then on.
  func reverse(
    _ db: Database, _ heads: [Head], _ action: String, _ scope: Scope, onlyRows: Bool
  ) throws -> Reversal {
    var reversal = Reversal(events: [], edits: [])
    for head in heads {
      let stored = try JSON.value(Change.self, head.change)
      if onlyRows, !stored.isOfRows {
        throw MemoryError.noRowsTo(action, scope.place(path), last: head.subject)
      }
      let change = action == "undo" ? stored.inverse : stored
      let first = reversal.events.first?.id
      let id = try append(db, head, action, together: heads.count > 1 ? .some(first) : nil)
      try db.perform(change, event: id)
      reversal.events.append(try db.summary(id))
      if case .rows(_, let edit) = change { reversal.edits.append(edit) }
    }
    return reversal
  }

  /// Appends an undo or a redo.
  /// - Parameter together: the first of the events that it belongs to, `.some(nil)` for that first
  ///   one; `nil` when it stands alone.
  private func append(
    _ db: Database, _ head: Head, _ action: String, together: Int??
  ) throws -> Int {
    try db.execute(
      literal: """
        INSERT INTO event (id, time, author, pair, memory, action, subject, undoes, root, together)
        SELECT id, \(now), \(author), \(head.pair), \(head.memory), \(action), \(head.subject),
          \(head.id), \(head.root), iif(\(together != nil), coalesce(\(together ?? nil), id), NULL)
        FROM (SELECT coalesce(max(id), 0) + 1 AS id FROM event)
        """)
    return Int(db.lastInsertedRowID)
  }
}

/// The last event of a chain change ← undo ← redo ← …, with what its first event did.
struct Head {
  var id: Int
  var root: Int
  var pair: Int?
  var memory: Int?
  var subject: String
  var change: String
  /// The first of the undos that it was made together with.
  var together: Int?
}

extension Head {
  init(_ row: GRDB.Row) {
    self.init(
      id: row[0], root: row[1], pair: row[2], memory: row[3], subject: row[4], change: row[5],
      together: row[6])
  }
}

extension Scope {
  fileprivate func place(_ path: String) -> String {
    switch self {
    case .workspace: path
    case .document(let name): name
    case .glossary: "glossary"
    }
  }
}

extension Database {
  fileprivate func condition(_ scope: Scope) throws -> SQL {
    switch scope {
    case .workspace: return "1"
    case .glossary:
      return """
        e.pair IS NULL AND e.memory IS NULL
          AND (SELECT m.action FROM event m WHERE m.id = e.root) <> 'merge'
        """
    case .document(let name):
      if let line = try memoryLine(named: name) {
        return "e.memory IN (SELECT id FROM memory WHERE line = \(line))"
      }
      let line = try line(named: name)
      return "e.pair IN (SELECT id FROM document_pair WHERE line = \(line))"
    }
  }

  /// The last change that stands: what ends its chain is the change itself or a redo.
  fileprivate func lastStanding(_ scope: Scope) throws -> Head? {
    try head(
      """
      e.action NOT IN ('undo', '\(sql: Change.purgeAction)') AND \(condition(scope))
      ORDER BY e.root DESC
      """)
  }

  /// The last undo that nothing took back, and no change of the scope followed, with those made
  /// together with it; the last first.
  fileprivate func lastUndone(_ scope: Scope) throws -> [Head] {
    let condition = try condition(scope)
    // Every event's root is a change, so the last change is the greatest root.
    let lastChange: SQL = "SELECT max(e.root) FROM event e WHERE \(condition)"
    let last = try head(
      "e.action = 'undo' AND \(condition) AND e.id > (\(lastChange)) ORDER BY e.id DESC")
    guard let last, let together = last.together else { return last.map { [$0] } ?? [] }
    return try heads("e.action = 'undo' AND e.together = \(together) ORDER BY e.id DESC").fetchAll(
      self
    ).map(Head.init)
  }

  private func head(_ condition: SQL) throws -> Head? {
    try heads("\(condition) LIMIT 1").fetchOne(self).map(Head.init)
  }

  /// Events that no other takes back, with what their chains' first events did.
  func heads(_ condition: SQL) -> SQLRequest<GRDB.Row> {
    """
    SELECT e.id, e.root, e.pair, e.memory, trim(r.action || ' ' || r.subject), r.change, e.together
    FROM event e JOIN event r ON r.id = e.root
    WHERE NOT EXISTS (SELECT 1 FROM event t WHERE t.undoes = e.id) AND \(condition)
    """
  }

  func summary(_ id: Int) throws -> EventSummary {
    try summaries("e.id = \(id)")[0]
  }

  func summaries(_ condition: SQL) throws -> [EventSummary] {
    let request: SQLRequest<GRDB.Row> = """
      SELECT e.id, e.time, e.author, coalesce(p.name, m.name), e.action, e.subject, e.undoes,
        CASE WHEN e.undoes IS NULL THEN (
          SELECT h.id FROM event h WHERE h.root = e.id AND h.action = 'undo'
            AND NOT EXISTS (SELECT 1 FROM event t WHERE t.undoes = h.id)) END
      FROM event e LEFT JOIN document_pair p ON p.id = e.pair
        LEFT JOIN memory m ON m.id = e.memory
      WHERE \(condition) ORDER BY e.id
      """
    return try request.fetchAll(self).map {
      EventSummary(
        id: $0[0], time: $0[1], author: $0[2], document: $0[3], action: $0[4], subject: $0[5],
        undoes: $0[6], undoneBy: $0[7])
    }
  }
}
