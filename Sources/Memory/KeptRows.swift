// When a document pair is replaced or updated, rows whose text is unchanged are taken over. They stay
// the work of whoever touched them last, whoever ran the replacement.
internal import Bitext
internal import GRDB

extension Database {
  /// Gives rows of version `id` the event that last touched the row which they continue.
  /// - Parameter heirs: for each such row the id of the row of version `old`.
  func keepHistory(of old: Int, in id: Int, _ heirs: [Bitext.Row.ID: Bitext.Row.ID]) throws {
    let sql = """
      UPDATE row SET event = (SELECT event FROM row WHERE pair = ? AND id = ?)
      WHERE pair = ? AND id = ?
      """
    let statement = try cachedStatement(sql: sql)
    for (heir, row) in heirs { try statement.execute(arguments: [old, row, id, heir]) }
  }

  /// The last event that can have changed a document pair, through all its versions: what it stood at
  /// when it was read. A merge belongs to no document pair, and may change rows of any.
  func lastEvent(ofLine line: Int) throws -> Int {
    let sql = """
      SELECT max(id) FROM (
        SELECT e.id FROM event e JOIN document_pair p ON p.id = e.pair WHERE p.line = ?
        UNION ALL
        SELECT e.id FROM event e JOIN event r ON r.id = e.root
          WHERE e.pair IS NULL AND r.action = 'merge')
      """
    return try Int.fetchOne(self, sql: sql, arguments: [line]) ?? 0
  }
}
