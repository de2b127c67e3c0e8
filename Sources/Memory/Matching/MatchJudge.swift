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
    guard seen.insert(key).inserted,
      let row = try GRDB.Row.fetchOne(unit, arguments: [key.unit]), let unit = pair(row)
    else { return nil }
    var match = Match(
      id: key.unit, unit: unit, side: key.side, kind: .fuzzy, score: 0, characters: 0,
      penalties: [])
    let other = key.side == .source ? unit.targetLanguage : unit.sourceLanguage
    guard options.facing == nil || options.facing?.code == other.code else { return nil }
    try grade(&match, pair: row[6], row: row[7], memory: row[8])
    guard match.score >= options.least - 1e-9 else { return nil }
    matches[key] = match
    return match.score
  }

  private func pair(_ row: GRDB.Row) -> Bitext.Unit? {
    let (source, target): (String, String) = (row[0], row[1])
    guard !source.isEmpty, !target.isEmpty, let status = Status(rawValue: row[4]),
      Self.pairs.contains(status)
    else { return nil }
    return Unit(
      id: row[10], source: source, target: target,
      sourceLanguage: Language(row[2]) ?? .undetermined,
      targetLanguage: Language(row[3]) ?? .undetermined, status: status, confidence: row[5],
      document: row[16],
      facts: PairFacts(client: row[17], domain: row[18], date: row[19], note: row[20]),
      speaker: row[11], author: row[12], created: row[13], changed: row[14], comment: row[15],
      tu: row[9])
  }

  /// Counts the score and takes the penalties off.
  private mutating func grade(_ match: inout Match, pair: Int?, row: Int?, memory: Int?) throws {
    let (plain, folded) = score.score(match.text)
    match.score = plain
    if plain == 1 {
      let isInContext = try stands(match, pair: pair, row: row, memory: memory)
      match.kind = isInContext ? .context : .exact
      match.score += isInContext ? Self.contextBonus : 0
    }
    let isUnseen = match.unit.status == .unreviewed || pair != nil && !match.unit.status.isLocked
    if isUnseen { penalise(&match, pair == nil ? .unreviewed : .aligned) }
    let hundredths = options.penalties[.script] ?? 0
    if folded - Double(hundredths) / 100 > plain {
      match.score += folded - plain
      penalise(&match, .script)
    }
  }

  private func penalise(_ match: inout Match, _ penalty: MatchPenalty) {
    guard let hundredths = options.penalties[penalty], hundredths > 0 else { return }
    match.score -= Double(hundredths) / 100
    match.penalties.append(penalty)
  }

  /// Whether the texts around a match are those around the query; at a document's end there is none.
  private func stands(
    _ match: Match, pair: Int?, row: Int?, memory: Int?
  ) throws -> Bool {
    guard query.before != nil || query.after != nil else { return false }
    func neighbour(_ step: Int) throws -> String? {
      if let pair, let row { return try db.text(beside: row, of: pair, match.side, step) }
      guard let memory, let tu = match.unit.tu else { return nil }
      return try db.text(ofEntry: tu + step, in: memory, match.side)
    }
    return try neighbour(-1) == query.before && neighbour(1) == query.after
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
