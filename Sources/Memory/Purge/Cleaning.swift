internal import GRDB

extension Database {
  /// Whether a purge was cut short before its file was clean.
  var isUnclean: Bool {
    get throws { try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT 1 FROM cleaning)") ?? false }
  }

  /// Writes the file anew without what was deleted, and empties the write-ahead log. Deleted bytes were
  /// overwritten with zeros first, so they go even where the file system keeps the old blocks.
  /// - Throws: an error of SQLite's, busy, while another process reads or writes.
  func clean() throws {
    try emptyLog()
    try execute(sql: "VACUUM")
    try emptyLog()
    try execute(sql: "DELETE FROM cleaning")
    try emptyLog()
  }

  private func emptyLog() throws {
    let isBusy = try Bool.fetchOne(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? true
    if isBusy { throw DatabaseError(resultCode: .SQLITE_BUSY) }
  }
}
