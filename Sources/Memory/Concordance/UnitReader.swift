// Units by their ids, or all from one on, where they are in sight and fulfil a condition.
internal import Bitext
internal import GRDB

/// Reads the units that a condition lets through.
struct UnitReader {
  private let one: Statement
  private let many: Statement
  private let arguments: StatementArguments

  private static let columns = """
    u.id, u.pair, u.row, u.source_language, u.target_language, u.source, u.target, u.status,
      u.confidence, u.speaker, u.author, u.created, u.changed, u.comment, u.tu, u.tuid,
      ifnull(p.name, m.name), ifnull(p.client, m.client), ifnull(p.domain, m.domain),
      ifnull(p.date, m.date), ifnull(p.note, m.note)
    """

  init(_ db: Database, _ condition: UnitCondition) throws {
    let (sql, arguments) = condition.sql
    let select = """
      SELECT \(Self.columns) FROM unit u LEFT JOIN document_pair p ON p.id = u.pair
        LEFT JOIN memory m ON m.id = u.memory
      WHERE u.removed = 0 AND ifnull(p.removed, m.removed) = 0 AND \(sql)
      """
    one = try db.cachedStatement(sql: select + " AND u.id = ?")
    many = try db.cachedStatement(sql: select + " AND u.id BETWEEN ? AND ? ORDER BY u.id")
    self.arguments = arguments
  }

  /// The unit of an id, if it is let through. O(log n).
  func row(_ id: Int) throws -> RowCursor {
    try GRDB.Row.fetchCursor(one, arguments: arguments + [id])
  }

  /// All units of these ids that are let through, by their ids.
  func rows(_ ids: ClosedRange<Int>) throws -> RowCursor {
    try GRDB.Row.fetchCursor(many, arguments: arguments + [ids.lowerBound, ids.upperBound])
  }
}

extension UnitCondition {
  /// The condition in SQL, but for the language.
  fileprivate var sql: (String, StatementArguments) {
    var parts: [String] = []
    var arguments: StatementArguments = []
    func add(_ part: String, _ values: [any DatabaseValueConvertible]) {
      parts.append(part)
      arguments += StatementArguments(values.map(\.databaseValue))
    }
    if !documents.isEmpty {
      add("ifnull(p.name, m.name) IN (\(marks(documents.count)))", documents)
    }
    if statuses.isEmpty {
      add("u.status <> ?", [Status.rejected.rawValue])
    } else {
      add("u.status IN (\(marks(statuses.count)))", statuses.map(\.rawValue).sorted())
    }
    if let speaker { add("instr(lower(u.speaker), lower(?)) > 0", [speaker]) }
    if let author { add("u.author = ?", [author]) }
    if let client { add("ifnull(p.client, m.client) = ?", [client]) }
    if let since { add("ifnull(u.changed, u.created) >= ?", [since]) }
    if let until { add("ifnull(u.changed, u.created) < ?", [until]) }
    return (parts.joined(separator: " AND "), arguments)
  }

  private func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}

extension Unit {
  /// A unit as `UnitReader` gives it.
  init(found row: GRDB.Row) {
    self.init(
      id: row[15] ?? "", source: row[5], target: row[6],
      sourceLanguage: Language(row[3]) ?? .undetermined,
      targetLanguage: Language(row[4]) ?? .undetermined,
      status: Status(rawValue: row[7]) ?? .unreviewed, confidence: row[8], document: row[16],
      facts: PairFacts(client: row[17], domain: row[18], date: row[19], note: row[20]),
      speaker: row[9], author: row[10], created: row[11], changed: row[12], comment: row[13],
      tu: row[14])
  }
}
