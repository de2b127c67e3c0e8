// When a document pair is replaced, rows that a person decided and whose text is unchanged are
// taken over. They stay that person's work, whoever ran the replacement.
internal import Bitext
internal import GRDB

/// What makes a row of two versions the same.
private struct Decision: Hashable {
  var source: String
  var target: String
  var status: Status

  init?(_ row: Bitext.Row, in pair: DocumentPair) {
    guard row.status.isLocked else { return nil }
    source = pair.text(row, .source)
    target = pair.text(row, .target)
    status = row.status
  }
}

extension Database {
  /// Gives the rows of version `id` that stood in version `old` the event that touched them there.
  func keepHistory(of old: Int, in id: Int, _ pair: DocumentPair) throws {
    let events = try decisions(old)
    let statement = try cachedStatement(sql: "UPDATE row SET event = ? WHERE pair = ? AND id = ?")
    for row in pair.rows {
      guard let event = Decision(row, in: pair).flatMap({ events[$0] }) else { continue }
      try statement.execute(arguments: [event, id, row.id])
    }
  }

  private func decisions(_ id: Int) throws -> [Decision: Int] {
    let pair = try pair(id)
    let sql = "SELECT id, event FROM row WHERE pair = ?"
    let events = try GRDB.Row.fetchAll(self, sql: sql, arguments: [id])
    let eventOf = Dictionary(uniqueKeysWithValues: events.map { ($0[0] as Int, $0[1] as Int) })
    return pair.rows.reduce(into: [:]) { found, row in
      if let decision = Decision(row, in: pair) { found[decision] = eventOf[row.id] }
    }
  }
}
