// What the index proposes is looked up and scored on its own text: units that are gone, hidden or no
// pairs are left out here, so the index need not know of them.
internal import Bitext
internal import GRDB

/// Judges proposals for one query.
struct MatchJudge {
  private let query: MatchQuery
  private let options: MatchOptions
  private let db: Database
  private let unit: Statement
  private var score: MatchScore
  /// What was accepted, by key.
  private(set) var matches: [MatchKey: Match] = [:]
  private var seen: Set<MatchKey> = []

  /// Statuses of units whose texts translate each other.
  private static let pairs: Set<Status> = [.unreviewed, .accepted, .confirmed, .edited]
  /// What a context match has more than any other.
  static let contextBonus = 0.01

  init(_ query: MatchQuery, _ options: MatchOptions, _ db: Database) throws {
    self.query = query
    self.options = options
    self.db = db
    score = MatchScore(query.text, by: MatchUnit(query.language))
    unit = try db.cachedStatement(sql: Self.sql)
  }

  private static let sql = """
    SELECT u.source, u.target, u.source_language, u.target_language, u.status, u.confidence, u.pair,
      u.row, u.memory, u.tu, ifnull(u.tuid, ''), u.speaker, u.author, u.created, u.changed, u.comment,
      ifnull(p.name, m.name), ifnull(p.client, m.client), ifnull(p.domain, m.domain),
      ifnull(p.date, m.date), ifnull(p.note, m.note)
    FROM unit u LEFT JOIN document_pair p ON p.id = u.pair LEFT JOIN memory m ON m.id = u.memory
    WHERE u.id = ? AND u.removed = 0 AND ifnull(p.removed, m.removed) = 0
    """

  /// The score of a text, `nil` when it is not to be found.
  mutating func callAsFunction(_ number: Int64) throws -> Double? {
    let key = MatchKey(number)
    guard seen.insert(key).inserted else { return nil }
    let rows = try GRDB.Row.fetchCursor(unit, arguments: [key.unit])
    guard let row = try rows.next(), isMeant(row, key.side) else { return nil }
    let grade = try grade(row, key.side)
    guard grade.score >= options.least - 1e-9 else { return nil }
    matches[key] = Match(
      id: key.unit, unit: Unit(judged: row), side: key.side, kind: grade.kind, score: grade.score,
      characters: 0, penalties: grade.penalties)
    return grade.score
  }

  /// Whether a unit has two texts that translate each other, the other one in the language wanted.
  private func isMeant(_ row: GRDB.Row, _ side: Side) -> Bool {
    guard let status = Status(rawValue: row[4]), Self.pairs.contains(status), row[0] != "",
      row[1] != ""
    else { return false }
    guard let facing = options.facing?.code else { return true }
    return Language(row[side == .source ? 3 : 2])?.code == facing
  }

  /// What a text is worth.
  private struct Grade {
    var score: Double
    var kind = Match.Kind.fuzzy
    var penalties: [MatchPenalty] = []

    mutating func penalise(_ penalty: MatchPenalty, _ options: MatchOptions) {
      guard let hundredths = options.penalties[penalty], hundredths > 0 else { return }
      score -= Double(hundredths) / 100
      penalties.append(penalty)
    }
  }

  /// Counts the score and takes the penalties off.
  private mutating func grade(_ row: GRDB.Row, _ side: Side) throws -> Grade {
    let (plain, folded) = score.score(row[side == .source ? 0 : 1])
    var grade = Grade(score: plain)
    if plain == 1 {
      let isInContext = try stands(row, side)
      grade.kind = isInContext ? .context : .exact
      grade.score += isInContext ? Self.contextBonus : 0
    }
    let isRow = row[6] != nil as Int?
    if row[4] == Status.unreviewed.rawValue || isRow && Status(rawValue: row[4])?.isLocked != true {
      grade.penalise(isRow ? .aligned : .unreviewed, options)
    }
    let hundredths = options.penalties[.script] ?? 0
    if folded - Double(hundredths) / 100 > plain {
      grade.score += folded - plain
      grade.penalise(.script, options)
    }
    return grade
  }

  /// Whether the texts around a match are those around the query; at a document's end there is none.
  private func stands(_ row: GRDB.Row, _ side: Side) throws -> Bool {
    guard query.before != nil || query.after != nil else { return false }
    func neighbour(_ step: Int) throws -> String? {
      if let pair: Int = row[6], let row: Int = row[7] {
        return try db.text(beside: row, of: pair, side, step)
      }
      guard let memory: Int = row[8], let tu: Int = row[9] else { return nil }
      return try db.text(ofEntry: tu + step, in: memory, side)
    }
    return try neighbour(-1) == query.before && neighbour(1) == query.after
  }
}

extension Bitext.Unit {
  /// A unit as the judge's statement gives it.
  fileprivate init(judged row: GRDB.Row) {
    self.init(
      id: row[10], source: row[0], target: row[1],
      sourceLanguage: Language(row[2]) ?? .undetermined,
      targetLanguage: Language(row[3]) ?? .undetermined,
      status: Status(rawValue: row[4]) ?? .unreviewed, confidence: row[5], document: row[16],
      facts: PairFacts(client: row[17], domain: row[18], date: row[19], note: row[20]),
      speaker: row[11], author: row[12], created: row[13], changed: row[14], comment: row[15],
      tu: row[9])
  }
}

extension Database {
  /// The text of the next row with text on a side, or the one before.
  fileprivate func text(beside row: Int, of pair: Int, _ side: Side, _ step: Int) throws -> String?
  {
    let (sign, order) = step < 0 ? ("<", "DESC") : (">", "ASC")
    let statement = try cachedStatement(
      sql: """
        SELECT u.\(side.rawValue) FROM row r JOIN unit u ON u.pair = r.pair AND u.row = r.id
        WHERE r.pair = ?1 AND u.\(side.rawValue) <> '' AND (r.source_start, r.target_start)
          \(sign) (SELECT source_start, target_start FROM row WHERE pair = ?1 AND id = ?2)
        ORDER BY r.source_start \(order), r.target_start \(order) LIMIT 1
        """)
    return try String.fetchOne(statement, arguments: [pair, row])
  }

  /// The text of an entry of a memory.
  fileprivate func text(ofEntry tu: Int, in memory: Int, _ side: Side) throws -> String? {
    let statement = try cachedStatement(
      sql: "SELECT \(side.rawValue) FROM unit WHERE memory = ? AND tu = ? AND removed = 0 LIMIT 1")
    return try String.fetchOne(statement, arguments: [memory, tu])
  }
}
