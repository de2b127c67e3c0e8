// What the workspace holds, counted without reading the texts.
public import Bitext
internal import GRDB

/// A document pair in figures.
public struct PairSummary: Hashable, Sendable {
  /// What the user calls it.
  public var name: String
  /// What the user knows of it.
  public var facts: PairFacts
  /// The language of the source text.
  public var sourceLanguage: Language
  /// The language of the target text.
  public var targetLanguage: Language
  /// When it was stored, in seconds since 1970 UTC.
  public var created: Int
  /// How many rows have each status; those of none are left out.
  public var statuses: [Status: Int]
  /// How many rows have each shape; those of none are left out.
  public var shapes: [Shape: Int]
  /// How many unreviewed rows want a look: they have a doubt, or less confidence than was asked.
  public var doubtful: Int

  /// How many rows it has.
  public var rows: Int { statuses.values.reduce(0, +) }
}

extension Store {
  /// The document pairs by name, in figures.
  /// - Parameter threshold: an unreviewed row of less confidence counts as doubtful.
  public func pairs(
    doubtfulBelow threshold: Double
  ) throws(MemoryError) -> [PairSummary] {
    try read { db in
      let sql = "SELECT id FROM document_pair WHERE removed = 0 ORDER BY name"
      return try Int.fetchAll(db, sql: sql).map { try db.summary(pair: $0, threshold) }
    }
  }
}

extension Database {
  fileprivate func summary(
    pair: Int, _ threshold: Double
  ) throws -> PairSummary {
    let details = try details(pair)
    return PairSummary(
      name: details.name, facts: details.facts, sourceLanguage: try language(pair, .source),
      targetLanguage: try language(pair, .target), created: try created(pair),
      statuses: try statuses(pair), shapes: try shapes(pair),
      doubtful: try doubtful(pair, threshold))
  }

  private func language(_ pair: Int, _ side: Side) throws -> Language {
    let sql = "SELECT language FROM text WHERE pair = ? AND side = ?"
    let tag = try String.fetchOne(self, sql: sql, arguments: [pair, side.rawValue])
    guard let language = tag.flatMap({ Language($0) }) else {
      throw MemoryError.inconsistent("document pair \(pair)", "its \(side) text is missing")
    }
    return language
  }

  private func statuses(_ pair: Int) throws -> [Status: Int] {
    let sql = "SELECT status, count(*) FROM row WHERE pair = ? GROUP BY status"
    let counts = try GRDB.Row.fetchAll(self, sql: sql, arguments: [pair])
    return Dictionary(
      uniqueKeysWithValues: counts.compactMap { row in
        Status(rawValue: row[0]).map { ($0, row[1]) }
      })
  }

  private func shapes(_ pair: Int) throws -> [Shape: Int] {
    func segments(_ side: Side) -> String {
      """
      (SELECT count(*) FROM segment s WHERE s.pair = r.pair AND s.side = '\(side)'
        AND s.start >= r.\(side)_start AND s.start < r.\(side)_stop)
      """
    }
    let sql = """
      SELECT \(segments(.source)), \(segments(.target)), count(*) FROM row r WHERE r.pair = ?
      GROUP BY 1, 2
      """
    let counts = try GRDB.Row.fetchAll(self, sql: sql, arguments: [pair])
    return Dictionary(uniqueKeysWithValues: counts.map { (Shape($0[0], $0[1]), $0[2]) })
  }

  private func doubtful(_ pair: Int, _ threshold: Double) throws -> Int {
    let sql = """
      SELECT count(*) FROM row WHERE pair = ? AND status = 'unreviewed'
        AND (doubts IS NOT NULL OR confidence < ?)
      """
    return try Int.fetchOne(self, sql: sql, arguments: [pair, threshold]) ?? 0
  }
}
