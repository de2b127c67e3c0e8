// Rows and imported units that can leave: document pair by document pair and memory by memory, so
// that a workspace larger than the machine's memory can be exported, with a count of what was left
// out and why.
public import Bitext
internal import GRDB

/// Which rows are to leave.
public struct UnitFilter: Hashable, Sendable {
  /// The names of the document pairs and memories, in the order wanted; `nil` for all, by name.
  public var documents: [String]?
  /// The statuses that leave.
  public var statuses: Set<Status>
  /// Whether rows with text on one side only leave too.
  public var includesNulls: Bool
  /// Whether rows say which segments they were joined from.
  public var includesSegments: Bool

  /// By default all rows leave but the rejected, those that are not text, and nulls.
  public init(
    documents: [String]? = nil,
    statuses: Set<Status> = Set(Status.allCases).subtracting([.rejected, .nonText]),
    includesNulls: Bool = false, includesSegments: Bool = false
  ) {
    self.documents = documents
    self.statuses = statuses
    self.includesNulls = includesNulls
    self.includesSegments = includesSegments
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
  /// Gives every row and imported unit that `filter` lets leave to `body`, in the order of the
  /// document or file. Each document pair is read in one transaction and dropped before the next, a
  /// memory as a stream; `body` must not call the store.
  /// - Throws: `unknownName` before the first unit; what `body` throws.
  public func units(
    matching filter: UnitFilter, _ body: (Unit) throws -> Void
  ) throws -> UnitCounts {
    let origins = try read { db in
      try filter.documents?.map { try db.unitOrigin(named: $0) } ?? db.unitOrigins()
    }
    var counts = UnitCounts()
    func offer(_ unit: Unit) throws {
      let isNull = unit.source.isEmpty || unit.target.isEmpty
      if let reason = filter.reason(unit.status, isNull: isNull) {
        counts.leftOut[reason, default: 0] += 1
      } else {
        counts.units += 1
        counts.unseen += unit.status.isLocked ? 0 : 1
        try body(unit)
      }
    }
    for origin in origins {
      switch origin {
      case .pair(let id):
        let (pair, history) = try read { db in (try db.pair(id), try db.history(id)) }
        for row in pair.rows {
          var unit = pair.unit(row, history)
          if filter.includesSegments { unit.segments = pair.segments(row) }
          try offer(unit)
        }
      case .memory(let id): try queue.read { db in try db.importedUnits(of: id, offer) }
      }
    }
    return counts
  }
}

/// Where units come from, by its id.
enum UnitOrigin {
  case pair(Int)
  case memory(Int)
}

extension Database {
  func unitOrigin(named name: String) throws -> UnitOrigin {
    if let id = try memoryID(named: name) { return .memory(id) }
    guard let id = try visibleID(named: name) else {
      throw try unknownName(name, orMemory: try hasMemories())
    }
    return .pair(id)
  }

  private func hasMemories() throws -> Bool {
    try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT 1 FROM memory WHERE removed = 0)") ?? false
  }

  /// Everything in sight, by name.
  fileprivate func unitOrigins() throws -> [UnitOrigin] {
    let sql = """
      SELECT name, id, 0 FROM document_pair WHERE removed = 0
      UNION ALL SELECT name, id, 1 FROM memory WHERE removed = 0 ORDER BY name
      """
    return try GRDB.Row.fetchAll(self, sql: sql).map { $0[2] ? .memory($0[1]) : .pair($0[1]) }
  }

  /// The units of a memory in the order of its file.
  fileprivate func importedUnits(of id: Int, _ body: (Unit) throws -> Void) throws {
    let details = try details(id, of: "memory")
    let sql = """
      SELECT tuid, source, target, source_language, target_language, status, confidence, speaker,
        author, created, changed, comment, tu, carried
      FROM unit WHERE memory = ? AND removed = 0 ORDER BY tu, id
      """
    let cursor = try GRDB.Row.fetchCursor(self, sql: sql, arguments: [id])
    // A memory says the same of many units.
    var languages = Remembered { Language($0) ?? .undetermined }
    var carried = Remembered { Carried(json: $0) }
    while let row = try cursor.next() {
      let tuid: String? = row[0]
      let json: String? = row[13]
      try body(
        Unit(
          id: tuid ?? "", source: row[1], target: row[2], sourceLanguage: languages[row[3]],
          targetLanguage: languages[row[4]], status: Status(rawValue: row[5]) ?? .unreviewed,
          confidence: row[6], document: details.name, facts: details.facts, speaker: row[7],
          author: row[8], created: row[9], changed: row[10], comment: row[11],
          carried: json.flatMap { carried[$0] }, tu: row[12]))
    }
  }
}

/// The last two things made, by the texts that they were made of, byte for byte: `==` takes a letter and its
/// composed form for one.
private struct Remembered<Value> {
  private let make: (String) -> Value
  private var last: (key: String, value: Value)?
  private var before: (key: String, value: Value)?

  init(_ make: @escaping (String) -> Value) { self.make = make }

  subscript(key: String) -> Value {
    mutating get {
      if let last, last.key.utf8.elementsEqual(key.utf8) { return last.value }
      swap(&last, &before)
      if let last, last.key.utf8.elementsEqual(key.utf8) { return last.value }
      let value = make(key)
      last = (key, value)
      return value
    }
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
    let sql = """
      SELECT coalesce((SELECT time FROM event WHERE pair = ?1 ORDER BY root, id LIMIT 1),
        (SELECT min(e.time) FROM row r JOIN event e ON e.id = r.event WHERE r.pair = ?1), 0)
      """
    return try Int.fetchOne(self, sql: sql, arguments: [pair]) ?? 0
  }

  fileprivate func history(_ pair: Int) throws -> RowHistory {
    RowHistory(created: try created(pair), touches: try touches(of: pair))
  }

  /// Who last touched each row of a document pair, or one of them.
  func touches(of pair: Int, row: Int? = nil) throws -> [Int: RowHistory.Touch] {
    let sql = """
      SELECT r.id, e.author, e.time,
        e.action <> 'undo' AND root.action IN ('align', 'import', 'replace', 'update', 'realign')
      FROM row r JOIN event e ON e.id = r.event JOIN event root ON root.id = e.root
      WHERE r.pair = ?1 \(row == nil ? "" : "AND r.id = ?2")
      """
    let cursor = try GRDB.Row.fetchCursor(
      cachedStatement(sql: sql), arguments: row.map { [pair, $0] } ?? [pair])
    var touches: [Int: RowHistory.Touch] = [:]
    while let row = try cursor.next() {
      touches[row[0]] = .init(author: row[1], time: row[2], isAligners: row[3])
    }
    return touches
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

  /// The segments of a row with their paragraphs. A target text that a person corrected is one.
  fileprivate func segments(_ row: Bitext.Row) -> Unit.Segments {
    func segments(_ side: Side) -> [Unit.Segments.Segment] {
      self[side].indices(startingIn: row[side]).map { index in
        Unit.Segments.Segment(
          self[side].text(index), paragraph: self[side].segments[index].paragraph + 1)
      }
    }
    var target = segments(.target)
    if let edited = row.edited { target = [.init(edited, paragraph: target.first?.paragraph ?? 1)] }
    return Unit.Segments(source: segments(.source), target: target)
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
