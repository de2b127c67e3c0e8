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

  /// The last event of a document pair, through all its versions: what it stood at when it was read.
  func lastEvent(ofLine line: Int) throws -> Int {
    let sql = """
      SELECT max(e.id) FROM event e JOIN document_pair p ON p.id = e.pair WHERE p.line = ?
      """
    return try Int.fetchOne(self, sql: sql, arguments: [line]) ?? 0
  }
}
