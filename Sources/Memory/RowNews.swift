// What was done to the rows of a document pair since somebody looked: two screens stay in step by it.
public import Bitext
internal import GRDB

/// What the log has of a document pair after one event.
public struct RowNews: Hashable, Sendable {
  /// The last event of the document pair.
  public var last: Int
  /// The changes of rows in order, each with its event; `nil` when something else was done, so that
  /// the document pair has to be read anew.
  public var steps: [Step]?

  /// A change of rows.
  public struct Step: Hashable, Sendable {
    /// The event that made it.
    public var event: Int
    /// What it changed.
    public var edit: RowEdit
  }
}

extension Store {
  /// What was done to a document pair after the event with this id. O(events since).
  /// - Throws: `unknownName`.
  public func rowNews(of name: String, after event: Int) throws(MemoryError) -> RowNews {
    try read { db in
      let line = try db.lineInSight(named: name)
      return try db.rowNews(ofLine: line, after: event)
    }
  }

  /// The last event that touched a row; `nil` when there is no such row.
  /// - Throws: `unknownName`.
  public func lastTouch(of row: Bitext.Row.ID, in name: String) throws(MemoryError) -> EventSummary?
  {
    try read { db in
      let id = try db.id(named: name)
      let event = try Int.fetchOne(
        db, sql: "SELECT event FROM row WHERE pair = ? AND id = ?", arguments: [id, row])
      return try event.map(db.summary)
    }
  }

  /// The events that touched a row, the last one first. O(events of the document pair).
  /// - Throws: `unknownName`.
  public func history(
    of row: Bitext.Row.ID, in name: String, most: Int
  ) throws(MemoryError) -> [EventSummary] {
    try read { db in
      // A row's JSON names its id, and `source` after it; quotes in texts are escaped.
      let request: SQLRequest<Int> = """
        SELECT e.id FROM event e JOIN event r ON r.id = e.root
        WHERE e.pair = \(try db.id(named: name)) AND instr(r.change, \("\"id\":\(row),")) > 0
        ORDER BY e.id DESC LIMIT \(most)
        """
      return try request.fetchAll(db).map(db.summary)
    }
  }

  /// The id of the last event of the whole workspace; 0 when there is none.
  public func lastEvent() throws(MemoryError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT max(id) FROM event") ?? 0 }
  }
}

extension Database {
  /// The line of a document pair that is in sight.
  fileprivate func lineInSight(named name: String) throws -> Int {
    _ = try id(named: name)
    return try line(named: name)
  }

  fileprivate func rowNews(ofLine line: Int, after event: Int) throws -> RowNews {
    let request: SQLRequest<GRDB.Row> = """
      SELECT e.id, e.action, r.change FROM event e JOIN event r ON r.id = e.root
      WHERE e.id > \(event) AND (e.pair IN (SELECT id FROM document_pair WHERE line = \(line))
        OR e.pair IS NULL AND r.action = 'merge')
      ORDER BY e.id
      """
    var news = RowNews(last: event, steps: [])
    for row in try request.fetchAll(self) {
      news.last = row[0]
      guard case .rows(_, let edit) = try JSON.value(Change.self, row[2]) else {
        news.steps = nil
        continue
      }
      news.steps?.append(.init(event: row[0], edit: row[1] == "undo" ? edit.inverse : edit))
    }
    return news
  }
}
