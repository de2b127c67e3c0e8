// One row's history: what touched it, and taking its last change back with all that builds on it.
public import Bitext
internal import GRDB

extension Store {
  /// The events that touched a row, undos and redos too, oldest first; the row is known by its id. A
  /// row that was split off begins with that.
  /// - Throws: `unknownName`.
  public func log(ofRow row: Bitext.Row.ID, in name: String) throws(MemoryError) -> [EventSummary] {
    try read { db in
      let pair = try db.id(named: name)
      let changes: SQLRequest<GRDB.Row> =
        "SELECT id, change FROM event WHERE pair = \(pair) AND undoes IS NULL ORDER BY id"
      var roots: [Int] = []
      let cursor = try changes.fetchCursor(db)
      while let event = try cursor.next() {
        if case .rows(_, let edit) = try JSON.value(Change.self, event[1]), edit.touches(row) {
          roots.append(event[0])
        }
      }
      return try db.summaries("e.root IN \(roots)")
    }
  }

  /// What taking back the last change of a row takes back: that change, and every later one that
  /// starts from something that it left, or one of those. The last first; nothing is stored.
  /// O(changes since).
  /// - Returns: nothing when no change of the row stands.
  /// - Throws: `unknownName`.
  public func undoing(row: Bitext.Row.ID, in name: String) throws(MemoryError) -> [EventSummary] {
    try read { db in
      try db.lastChanges(of: row, in: name).map { try db.summary($0.root) }
    }
  }

  /// Takes back the last change of a row and what builds on it, as one: a redo does all of it again.
  /// - Parameter expected: what `undoing` gave, by id.
  /// - Throws: `unknownName`; `changedMeanwhile` when that is no longer so.
  public func undo(
    row: Bitext.Row.ID, in name: String, expecting expected: [EventSummary.ID]
  ) throws(MemoryError) -> Reversal {
    try write { db in
      let heads = try db.lastChanges(of: row, in: name)
      guard !heads.isEmpty, heads.map(\.root) == expected else {
        throw MemoryError.changedMeanwhile(name)
      }
      return try reverse(db, heads, "undo", .document(name), onlyRows: true)
    }
  }
}

extension Database {
  /// The last change of a row that stands, and every later one that builds on it; the last first.
  fileprivate func lastChanges(of row: Bitext.Row.ID, in name: String) throws -> [Head] {
    let standing = try heads(
      "e.pair = \(id(named: name)) AND e.action <> 'undo' ORDER BY e.root DESC"
    ).fetchCursor(self)
    var later: [(head: Head, edit: RowEdit)] = []
    while let head = try standing.next().map(Head.init) {
      guard let edit = try head.edit else { continue }
      later.append((head, edit))
      if edit.touches(row) { return Self.dependents(of: later) }
    }
    return []
  }

  /// Those of the changes that build on the first one, itself too. They come the last first, here as
  /// in the answer.
  private static func dependents(of changes: [(head: Head, edit: RowEdit)]) -> [Head] {
    var left = Footprint()
    var found: [Head] = []
    for (head, edit) in changes.reversed()
    where found.isEmpty || left.meets(Footprint(of: edit.inverse)) {
      left.add(Footprint(of: edit))
      found.append(head)
    }
    return found.reversed()
  }
}

extension Head {
  /// What its change did to rows; `nil` for another kind of change.
  fileprivate var edit: RowEdit? {
    get throws {
      guard case .rows(_, let edit) = try JSON.value(Change.self, change) else { return nil }
      return edit
    }
  }
}

extension RowEdit {
  /// Whether a row is otherwise after it, comes by it or goes.
  fileprivate func touches(_ id: Bitext.Row.ID) -> Bool {
    rows.before.first { $0.id == id } != rows.after.first { $0.id == id }
  }
}

/// What a change left: rows by their ids, segments by where they begin.
private struct Footprint {
  private var rows: Set<Bitext.Row.ID> = []
  private var segments: [Side: Set<Int>] = [:]

  init() {}

  init(of edit: RowEdit) {
    rows = Set(edit.rows.after.map(\.id))
    for side in Side.allCases {
      segments[side] = Set(edit[side].after.map(\.range.lowerBound))
    }
  }

  mutating func add(_ other: Footprint) {
    rows.formUnion(other.rows)
    segments.merge(other.segments) { $0.union($1) }
  }

  func meets(_ other: Footprint) -> Bool {
    !rows.isDisjoint(with: other.rows)
      || segments.contains { side, starts in !starts.isDisjoint(with: other.segments[side] ?? []) }
  }
}
