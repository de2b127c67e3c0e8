// Changes of rows and segments: checked against what is stored, carried out, and checked to leave
// rows that still divide both texts without gap or overlap.
public import Bitext
internal import GRDB

extension Store {
  /// Stores one change of a document pair's rows, all of it or nothing. O(k log n) for k rows
  /// between the first and the last that changed.
  /// - Parameters:
  ///   - action: the name of the action: `confirm`, `merge-down`.
  ///   - subject: what the log says it was done to; by default the ids of the rows that stood there.
  /// - Throws: `unknownName`; `changedMeanwhile` when what is stored is not `before`;
  ///   `inconsistent` when `after` leaves a gap or an overlap.
  @discardableResult
  public func apply(
    _ edit: RowEdit, to name: String, action: String, subject: String? = nil
  ) throws(MemoryError) -> EventSummary {
    try write { db in
      let id = try db.id(named: name)
      return try record(
        db, pair: id, action, subject ?? edit.subject, .rows(pair: id, edit: edit))
    }
  }
}

extension RowEdit {
  /// `row 42`, `rows 42, 43`, `rows 1, 2, 3 and 97 more`.
  fileprivate var subject: String {
    let ids = (rows.before.isEmpty ? rows.after : rows.before).map(\.id)
    let more = ids.count > 4 ? " and \(ids.count - 3) more" : ""
    let shown = ids.prefix(more.isEmpty ? 4 : 3).map(String.init).joined(separator: ", ")
    return (ids.count == 1 ? "row " : "rows ") + shown + more
  }
}

extension Database {
  func exchangeRows(_ edit: RowEdit, pair: Int, event: Int) throws {
    let name = try details(pair).name
    // What stands between changed rows and is the same after keeps who touched it last.
    let same = Set(edit.rows.before).intersection(edit.rows.after)
    do {
      try delete(edit.rows.before, but: same, pair: pair, name)
      try insert(edit.rows.after.filter { !same.contains($0) }, pair: pair, event: event)
      for side in Side.allCases { try exchangeSegments(edit[side], pair: pair, side, name) }
    } catch let error as DatabaseError where error.isDuplicate {
      throw MemoryError.changedMeanwhile(name)
    }
    if let last = edit.rows.after.map(\.id).max() {
      try execute(
        literal:
          "UPDATE document_pair SET next_row = max(next_row, \(last + 1)) WHERE id = \(pair)")
    }
    try checkCover(edit, pair: pair, name)
  }

  private func delete(
    _ rows: [Bitext.Row], but same: Set<Bitext.Row>, pair: Int, _ name: String
  ) throws {
    let statement = try cachedStatement(sql: "DELETE FROM row WHERE pair = ? AND id = ?")
    for row in rows {
      guard try self.rows("pair = ? AND id = ?", [pair, row.id]) == [row] else {
        throw MemoryError.changedMeanwhile("\(name), row \(row.id)")
      }
      if !same.contains(row) { try statement.execute(arguments: [pair, row.id]) }
    }
  }

  private func exchangeSegments(
    _ exchange: RowEdit.Exchange<Segment>, pair: Int, _ side: Side, _ name: String
  ) throws {
    let delete = try cachedStatement(
      sql: "DELETE FROM segment WHERE pair = ? AND side = ? AND start = ?")
    for segment in exchange.before {
      let key: StatementArguments = [pair, side.rawValue, segment.range.lowerBound]
      guard try segments("pair = ? AND side = ? AND start = ?", key) == [segment] else {
        throw MemoryError.changedMeanwhile("\(name), \(side) segment")
      }
      try delete.execute(arguments: key)
    }
    try insert(exchange.after, pair: pair, side)
  }
}

extension DatabaseError {
  fileprivate var isDuplicate: Bool {
    [.SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE].contains(extendedResultCode)
  }
}

extension RowEdit {
  subscript(side: Side) -> Exchange<Segment> { side == .source ? source : target }
}
