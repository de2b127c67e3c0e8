// Findings that a person called false alarms. They are kept by rule and by what the pair says, so that they
// stay dismissed wherever the pair stands, until its text changes.
internal import Bitext
internal import GRDB

/// A finding that a person does not want to see again.
public struct Dismissal: Hashable, Sendable, Codable {
  /// The rule's id.
  public var rule: String
  /// 32 hexadecimal digits made of both texts.
  public var fingerprint: String

  /// A dismissed rule on a pair of texts.
  public init(rule: String, source: String, target: String) {
    self.rule = rule
    fingerprint = String(SHA256.hex(of: Array("\(source)\u{0}\(target)".utf8)).prefix(32))
  }
}

extension Store {
  /// Every dismissal that stands. O(dismissals).
  public func dismissals() throws(MemoryError) -> Set<Dismissal> {
    try read { db in
      let rows = try GRDB.Row.fetchAll(db, sql: "SELECT rule, fingerprint FROM dismissal")
      return Set(rows.map { Dismissal(rule: $0[0], fingerprint: $0[1]) })
    }
  }

  /// Stores dismissals as one event in the log of a document pair or a memory; undo takes them back. What
  /// is dismissed already is left as it is, and no event is made when nothing is left.
  /// - Parameter subject: what was dismissed, for the log: `row 42, number`.
  /// - Throws: `unknownName`.
  public func dismiss(
    _ dismissals: Set<Dismissal>, in name: String, subject: String
  ) throws(MemoryError) {
    try write { db in
      let origin = try db.unitOrigin(named: name)
      let new = try dismissals.filter { try !db.holds($0) }
        .sorted { ($0.fingerprint, $0.rule) < ($1.fingerprint, $1.rule) }
      if new.isEmpty { return }
      let change = Change.dismissals(RowEdit.Exchange(after: new))
      switch origin {
      case .pair(let id): _ = try record(db, pair: id, "dismiss", subject, change)
      case .memory(let id): _ = try record(db, memory: id, "dismiss", subject, change)
      }
    }
  }
}

extension Dismissal {
  fileprivate init(rule: String, fingerprint: String) {
    (self.rule, self.fingerprint) = (rule, fingerprint)
  }
}

extension Database {
  fileprivate func holds(_ dismissal: Dismissal) throws -> Bool {
    let request: SQLRequest<Bool> = """
      SELECT EXISTS (SELECT 1 FROM dismissal
        WHERE rule = \(dismissal.rule) AND fingerprint = \(dismissal.fingerprint))
      """
    return try request.fetchOne(self) ?? false
  }

  func exchangeDismissals(_ exchange: RowEdit.Exchange<Dismissal>) throws {
    for dismissal in exchange.before {
      try execute(
        literal: """
          DELETE FROM dismissal
          WHERE rule = \(dismissal.rule) AND fingerprint = \(dismissal.fingerprint)
          """)
    }
    for dismissal in exchange.after {
      try execute(
        literal:
          "INSERT OR IGNORE INTO dismissal VALUES (\(dismissal.rule), \(dismissal.fingerprint))")
    }
  }
}
