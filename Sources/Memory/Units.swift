// Rows as units that can leave: document pair by document pair, so that a workspace larger than
// memory can be exported, with a count of what was left out and why.
public import Bitext
internal import GRDB

/// Which rows are to leave.
public struct UnitFilter: Hashable, Sendable {
  /// The names of the document pairs, in the order wanted; `nil` for all, by name.
  public var documents: [String]?
  /// The statuses that leave.
  public var statuses: Set<Status>
  /// Whether rows with text on one side only leave too.
  public var includesNulls: Bool

  /// By default all rows leave but the rejected, those that are not text, and nulls.
  public init(
    documents: [String]? = nil,
    statuses: Set<Status> = Set(Status.allCases).subtracting([.rejected, .nonText]),
    includesNulls: Bool = false
  ) {
    self.documents = documents
    self.statuses = statuses
    self.includesNulls = includesNulls
  }

  /// Why a row stays behind; `nil` when it leaves. What a person said of a null tells more than
  /// that it is one.
  func reason(_ status: Status, isNull: Bool) -> LeftOut? {
    if isNull, !includesNulls, !LeftOut.verdicts.contains(status) { return .null }
    if statuses.contains(status), !isNull || includesNulls { return nil }
    return .status(status)
  }
}

/// Why a row stays behind.
public enum LeftOut: Hashable, Sendable, CustomStringConvertible {
  /// Its status was not asked for, or says that it is no pair.
  case status(Status)
  /// It has text on one side only.
  case null

  static let verdicts: Set<Status> = [.omitted, .added, .nonText, .rejected]

  public var description: String {
    switch self {
    case .status(let status): status.rawValue
    case .null: "null"
    }
  }
}

/// What left and what stayed behind.
public struct UnitCounts: Hashable, Sendable {
  /// How many units left.
  public var units = 0
  /// How many of them no person has seen: unreviewed, or accepted unseen.
  public var unseen = 0
  /// How many rows stayed behind, by reason.
  public var leftOut: [LeftOut: Int] = [:]
}

extension Store {
  /// Gives every row that `filter` lets leave to `body`, in document order. Each document pair is
  /// read in one transaction and dropped before the next.
  /// - Throws: `unknownName` before the first unit; what `body` throws.
  public func units(
    matching filter: UnitFilter, _ body: (Unit) throws -> Void
  ) throws -> UnitCounts {
    let ids = try read { db in
      try filter.documents?.map { try db.id(named: $0) }
        ?? Int.fetchAll(db, sql: "SELECT id FROM document_pair WHERE removed = 0 ORDER BY name")
    }
    var counts = UnitCounts()
    for id in ids {
      let (pair, history) = try read { db in (try db.pair(id), try db.history(id)) }
      for row in pair.rows {
        let unit = pair.unit(row, history)
        let isNull = unit.source.isEmpty || unit.target.isEmpty
        if let reason = filter.reason(row.status, isNull: isNull) {
          counts.leftOut[reason, default: 0] += 1
        } else {
          counts.units += 1
          counts.unseen += row.status.isLocked ? 0 : 1
          try body(unit)
        }
      }
    }
    return counts
  }
}

/// When the rows of a document pair were last changed, and by whom.
struct RowHistory {
  struct Touch {
    var author: String
    var time: Int
    /// Whether the aligner made the row: it was stored so, or realigned.
    var isAligners: Bool
  }

  var created: Int
  var touches: [Int: Touch]
}

extension Database {
  /// When a document pair was stored: the time of its first event.
  func created(_ pair: Int) throws -> Int {
    let sql = "SELECT time FROM event WHERE pair = ? ORDER BY root, id LIMIT 1"
    return try Int.fetchOne(self, sql: sql, arguments: [pair]) ?? 0
  }

  fileprivate func history(_ pair: Int) throws -> RowHistory {
    let sql = """
      SELECT r.id, e.author, e.time,
        e.action <> 'undo' AND root.action IN ('align', 'replace', 'update', 'realign')
      FROM row r JOIN event e ON e.id = r.event JOIN event root ON root.id = e.root
      WHERE r.pair = :pair
      """
    let cursor = try GRDB.Row.fetchCursor(self, sql: sql, arguments: ["pair": pair])
    var touches: [Int: RowHistory.Touch] = [:]
    while let row = try cursor.next() {
      touches[row[0]] = .init(author: row[1], time: row[2], isAligners: row[3])
    }
    return RowHistory(created: try created(pair), touches: touches)
  }
}

extension DocumentPair {
  fileprivate func unit(_ row: Bitext.Row, _ history: RowHistory) -> Unit {
    let first = source.indices(startingIn: row.source).first.map { source.segments[$0] }
    let touch = history.touches[row.id]
    let isAligners = touch?.isAligners == true && !row.status.isLocked
    return Unit(
      id: unitID(row), source: text(row, .source).onOneLine(source.document.language),
      target: text(row, .target).onOneLine(target.document.language),
      sourceLanguage: source.document.language, targetLanguage: target.document.language,
      status: row.status, confidence: row.confidence, shape: shape(row).description,
      document: name, facts: facts, kind: kind(row), time: time(row), speaker: first?.speaker,
      targetSpeaker: speaker(row, .target),
      paragraph: first.map { $0.paragraph + 1 }, author: isAligners ? nil : touch?.author,
      created: history.created, changed: touch?.time ?? history.created, comment: row.comment)
  }

  /// The same each time for the same name and places: 32 hexadecimal digits.
  private func unitID(_ row: Bitext.Row) -> String {
    let places = [row.source, row.target].map { "\($0.lowerBound)-\($0.upperBound)" }
    let key = ([name] + places).joined(separator: "\n")
    // The second start value is the golden ratio's fraction; any other than the first would do.
    return [fnv1a(key), fnv1a(key, from: 0x9e37_79b9_7f4a_7c15)]
      .map { String(repeating: "0", count: $0.leadingZeroBitCount / 4) + String($0, radix: 16) }
      .joined()
  }
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923): an identifier, no protection against forgery.
func fnv1a(_ text: String, from start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
  text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

extension String {
  /// The text with each line break, and the spaces around it, as the language joins lines: one
  /// space, or nothing where words stand without.
  fileprivate func onOneLine(_ language: Language) -> String {
    guard utf8.contains(where: { $0 == 0x0a || $0 == 0x0d }) else { return self }
    return split(whereSeparator: \.isNewline)
      .map { $0.trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace) }
      .filter { !$0.isEmpty }.joined(separator: language.isUnspaced ? "" : " ")
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return rest
  }
}
