internal import Bitext
internal import Foundation
internal import GRDB

extension Schema {
  /// The tables that a purge takes records from, or looks after.
  static let purged: Set<String> = [
    "document_pair", "text", "paragraph", "segment", "row", "unit", "memory", "event", "concept",
    "term", "folded", "cleaning", "dismissal",
  ]
  /// What is made of texts and can be made again: a purge empties them.
  static let derived: Set<String> = [
    "vector", "concordance_page", "concordance_block", "concordance_language", "match_block",
    "match_part", "matched", "meaning", "meaning_sketch", "meaning_encoder",
  ]
}

extension Database {
  /// Empties what is made of texts; it is made again when it is next wanted.
  fileprivate func forgetDerived() throws {
    for table in Schema.derived.subtracting(["matched"]).sorted() {
      try execute(sql: "DELETE FROM \(table)")
    }
    try execute(sql: "UPDATE matched SET unit = 0")
  }
}

/// What a purge removes, by the ids of its records: all versions of document pairs and memories, and
/// concepts of the glossary.
struct PurgePlan {
  private var pairs: [Int] = []
  private var memories: [Int] = []
  /// Concepts that go as a whole.
  private var concepts: Set<Concept.ID> = []
  /// The client whose terms go from other concepts.
  private var client: String?

  init(_ db: Database, _ target: PurgeTarget) throws {
    switch target {
    case .client(let client):
      self.client = client
      pairs = try db.versions("document_pair", "client = ?", client)
      memories = try db.versions("memory", "client = ?", client)
      concepts = try db.concepts(for: client)
    case .document(let name):
      pairs = try db.versions("document_pair", "name = ?", name)
      memories = try db.versions("memory", "name = ?", name)
      if pairs.isEmpty, memories.isEmpty { throw try db.unknownName(name, orMemory: true) }
    }
  }

  private var pairList: SQL { list(pairs) }
  private var memoryList: SQL { list(memories) }

  private func list(_ ids: [Int]) -> SQL {
    SQL(sql: "(" + ids.map(String.init).joined(separator: ", ") + ")")
  }

  /// The events of what is removed.
  private var events: SQL { "pair IN \(pairList) OR memory IN \(memoryList)" }

  func receipt(_ db: Database) throws -> PurgeReceipt {
    func count(_ from: SQL) throws -> Int {
      try SQLRequest<Int>("SELECT count(*) FROM \(from)").fetchOne(db) ?? 0
    }
    func names(_ table: SQL, _ ids: SQL) throws -> [String] {
      try SQLRequest<String>("SELECT DISTINCT name FROM \(table) WHERE id IN \(ids) ORDER BY name")
        .fetchAll(db)
    }
    var receipt = PurgeReceipt()
    receipt.pairs = try names("document_pair", pairList)
    receipt.memories = try names("memory", memoryList)
    receipt.rows = try count("row WHERE pair IN \(pairList)")
    receipt.units = try count("unit WHERE memory IN \(memoryList)")
    receipt.concepts = try glossary(db).reduce(0) { $0 + ($1.isStored ? 1 : 0) }
    receipt.events = try count("event WHERE \(events)")
    receipt.vectors = try count("vector")
    return receipt
  }
}

// The glossary: concepts go, or lose terms, in the state and in every event that tells of them. Merges tell
// of documents and memories, too.
extension PurgePlan {
  private struct PurgedConcept {
    var before: Concept
    var after: Concept?
    var isStored: Bool
  }

  /// A concept as it is when its terms of the client are gone; `nil` when it goes.
  private func purged(_ concept: Concept) -> Concept? {
    if concepts.contains(concept.id) { return nil }
    guard let client, concept.terms.contains(where: { $0.client == client }) else { return concept }
    var left = concept
    left.terms.removeAll { $0.client == client }
    return left.terms.isEmpty ? nil : left
  }

  private func glossary(_ db: Database) throws -> [PurgedConcept] {
    guard client != nil else { return [] }
    return try db.concepts("1", []).compactMap { concept in
      let left = purged(concept)
      return left == concept
        ? nil : PurgedConcept(before: concept, after: left, isStored: true)
    }
  }

  /// A change as it is without what is removed; `nil` when nothing is left of it.
  private func purged(_ change: Change) -> Change? {
    switch change {
    case .glossary(let edit):
      let left = GlossaryEdit(
        before: edit.before.compactMap(purged), after: edit.after.compactMap(purged))
      return left.before == left.after ? nil : .glossary(left)
    case .presence(let exchange):
      let left = exchange.without(pairs)
      return left.before == left.after ? nil : .presence(left)
    case .imports(var edit):
      edit.memories = edit.memories.without(memories)
      return edit == ImportEdit() ? nil : .imports(edit)
    case .several(let changes):
      let left = changes.compactMap { purged($0) }
      return left.isEmpty ? nil : .several(left)
    default: return change
    }
  }

  /// The events of no single document, those of the glossary and merges, that are about what is removed: the
  /// concepts that were told, and what is left of the change; `nil` when nothing is.
  private func sharedEvents(
    _ db: Database
  ) throws -> [(id: Int, concepts: [Concept], after: Change?)] {
    let sql = """
      SELECT id, change FROM event WHERE pair IS NULL AND memory IS NULL AND change IS NOT NULL
      """
    var events: [(id: Int, concepts: [Concept], after: Change?)] = []
    let cursor = try GRDB.Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      let change = try JSON.value(Change.self, row[1])
      let left = purged(change)
      if left != change { events.append((row[0], change.concepts, left)) }
    }
    return events
  }
}

extension RowEdit.Exchange<Int> {
  /// The exchange without records that are gone.
  fileprivate func without(_ gone: [Int]) -> Self {
    Self(before: before.filter { !gone.contains($0) }, after: after.filter { !gone.contains($0) })
  }
}

extension Change {
  /// The concepts that it tells of, as they were before it and after it.
  fileprivate var concepts: [Concept] {
    switch self {
    case .glossary(let edit): edit.before + edit.after
    case .several(let changes): changes.flatMap(\.concepts)
    default: []
    }
  }
}

// The texts that are gone afterwards, taken apart so that they can be searched for.
extension PurgePlan {
  func pieces(_ db: Database) throws -> TextPieces {
    var pieces = TextPieces()
    let segments = """
      SELECT substr(CAST(t.text AS BLOB), s.start + 1, s.stop - s.start)
      FROM segment s JOIN text t ON t.pair = s.pair AND t.side = s.side
      """
    let queries: [SQL] = [
      "\(sql: segments) WHERE s.pair IN \(pairList)",
      "SELECT edited, comment, doubts FROM row WHERE pair IN \(pairList)",
      "SELECT name, client, note FROM document_pair WHERE id IN \(pairList)",
      "SELECT file_name FROM text WHERE pair IN \(pairList)",
      "SELECT speaker FROM segment WHERE pair IN \(pairList)",
      """
      SELECT source, target, speaker, comment FROM unit
      WHERE memory IN \(memoryList) OR pair IN \(pairList)
      """,
      "SELECT name, client, note, file_name, header FROM memory WHERE id IN \(memoryList)",
    ]
    for query in queries { try pieces.add(SQLRequest<GRDB.Row>(literal: query), db) }
    let changes: SQL = "SELECT change FROM event WHERE \(events)"
    let cursor = try SQLRequest<String?>(literal: changes).fetchCursor(db)
    while let change = try cursor.next() {
      for text in change?.jsonTexts ?? [] { pieces.add(text) }
    }
    for concept in try glossary(db) { pieces.add(concept.before, without: concept.after) }
    for event in try sharedEvents(db) {
      for concept in event.concepts {
        pieces.add(concept, without: purged(concept))
      }
    }
    return pieces
  }
}

extension TextPieces {
  fileprivate mutating func add(_ request: SQLRequest<GRDB.Row>, _ db: Database) throws {
    let cursor = try request.fetchCursor(db)
    while let row = try cursor.next() {
      for column in 0..<row.count {
        try row.withUnsafeData(atIndex: column) { data in data?.withUnsafeBytes { add($0) } }
      }
    }
  }

  fileprivate mutating func add(_ concept: Concept, without left: Concept?) {
    guard left != concept else { return }
    let kept = Set(left?.terms ?? [])
    for term in concept.terms where !kept.contains(term) {
      for text in [term.text, term.note ?? "", term.context ?? ""] { add(text) }
    }
    if left == nil {
      for text in [concept.definition, concept.note, concept.client] { add(text ?? "") }
    }
  }
}

extension String {
  /// The texts that stand in a change, such as they are in JSON.
  fileprivate var jsonTexts: [String] {
    guard
      let value = try? JSONSerialization.jsonObject(with: Data(utf8), options: .fragmentsAllowed)
    else { return [] }
    return Self.texts(in: value)
  }

  private static func texts(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(texts)
    case let object as [String: Any]:
      object.sorted { $0.key < $1.key }.flatMap { texts(in: $0.value) }
    default: []
    }
  }
}

// The transaction.
extension PurgePlan {
  func carryOut(_ db: Database, by store: Store) throws {
    let receipt = try receipt(db)
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM event") ?? 0
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try db.withChangeableLog {
      try purgeGlossary(db)
      try purgeDismissals(db)
      try db.execute(
        literal: """
          DELETE FROM row WHERE pair IN \(pairList);
          DELETE FROM segment WHERE pair IN \(pairList);
          DELETE FROM paragraph WHERE pair IN \(pairList);
          DELETE FROM text WHERE pair IN \(pairList);
          DELETE FROM unit WHERE pair IN \(pairList) OR memory IN \(memoryList);
          UPDATE event SET together = NULL
          WHERE together IN (SELECT id FROM event WHERE \(events));
          DELETE FROM event WHERE \(events);
          DELETE FROM document_pair WHERE id IN \(pairList);
          DELETE FROM memory WHERE id IN \(memoryList);
          """)
      try db.forgetDerived()
    }
    try store.append(db, id: last + 1, receipt)
    try db.execute(
      sql: """
        UPDATE folded SET event = (SELECT max(id) FROM event);
        INSERT OR IGNORE INTO cleaning VALUES (1)
        """)
  }

  /// False alarms are kept by a hash of the texts, which tells whoever has a text that it was here.
  private func purgeDismissals(_ db: Database) throws {
    let request: SQLRequest<String> = """
      SELECT change FROM event WHERE (\(events)) AND action = 'dismiss'
      """
    for change in try request.fetchAll(db) {
      guard case .dismissals(let edit) = try JSON.value(Change.self, change) else { continue }
      for dismissal in edit.after {
        try db.execute(
          literal: """
            DELETE FROM dismissal
            WHERE rule = \(dismissal.rule) AND fingerprint = \(dismissal.fingerprint)
            """)
      }
    }
  }

  private func purgeGlossary(_ db: Database) throws {
    let events = try sharedEvents(db)
    for concept in try glossary(db) {
      try db.exchangeConcepts(
        GlossaryEdit(before: [concept.before], after: concept.after.map { [$0] } ?? []))
    }
    for event in events {
      if let left = event.after {
        try db.execute(
          literal:
            "UPDATE event SET change = \(try JSON.text(left)) WHERE id = \(event.id)"
        )
      } else {
        try db.execute(literal: "DELETE FROM event WHERE root = \(event.id)")
      }
    }
  }
}

extension Database {
  /// All versions of what ever had such a name or client.
  fileprivate func versions(_ table: String, _ condition: String, _ value: String) throws -> [Int] {
    let sql = """
      SELECT id FROM \(table) WHERE line IN (SELECT line FROM \(table) WHERE \(condition)) ORDER BY id
      """
    return try Int.fetchAll(self, sql: sql, arguments: [value])
  }

  /// The concepts for a client: those that are, and those that were when they were removed.
  fileprivate func concepts(for client: String) throws -> Set<Concept.ID> {
    let stored = try concepts("1", [])
    var ids = Set(stored.filter { $0.client == client }.map(\.id))
    let present = Set(stored.map(\.id))
    let cursor = try String.fetchCursor(
      self,
      sql: "SELECT change FROM event WHERE pair IS NULL AND memory IS NULL AND change IS NOT NULL")
    while let change = try cursor.next() {
      for concept in try JSON.value(Change.self, change).concepts
      where concept.client == client && !present.contains(concept.id) { ids.insert(concept.id) }
    }
    return ids
  }

  /// Carries out changes of the log, which triggers forbid otherwise; afterwards they stand again.
  fileprivate func withChangeableLog(_ body: () throws -> Void) throws {
    let triggers = try GRDB.Row.fetchAll(
      self, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'"
    )
    for trigger in triggers { try execute(sql: "DROP TRIGGER \"\(trigger[0] as String)\"") }
    try body()
    for trigger in triggers { try execute(sql: trigger[1]) }
  }
}
