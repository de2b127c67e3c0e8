// Document pairs: added, replaced, renamed, described, removed, and read back whole.
public import Bitext
internal import Foundation
internal import GRDB

extension Store {
  /// Stores a document pair under its name; `action` is what the log calls it. O(size of the texts).
  /// - Throws: `invalidName`, `nameUsed`; `inconsistent` when its rows do not divide its texts.
  @discardableResult
  public func add(
    _ pair: DocumentPair, action: String = "align"
  ) throws(MemoryError) -> EventSummary {
    try write { db in try add(db, pair, action, nil, replacing: nil) }
  }

  /// Throws what `add` would throw on account of the name, before the work is done.
  /// - Throws: `invalidName`, `nameUsed`.
  public func checkFree(_ name: String) throws(MemoryError) {
    try read { db in
      try db.checkName(name)
      try db.checkFree(name)
    }
  }

  /// Whether a document pair has this name.
  public func holds(_ name: String) throws(MemoryError) -> Bool {
    try read { db in try db.visibleID(named: name) != nil }
  }

  /// The digests of the files of a document pair; `nil` when none has this name.
  public func digests(of name: String) throws(MemoryError) -> [Side: String]? {
    try read { db in
      guard let id = try db.visibleID(named: name) else { return nil }
      let texts = try GRDB.Row.fetchAll(
        db, sql: "SELECT side, sha256 FROM text WHERE pair = ?", arguments: [id])
      return Dictionary(
        uniqueKeysWithValues: texts.compactMap { text in
          Side(rawValue: text[0]).map { ($0, text[1]) }
        })
    }
  }

  /// The id of the last event of a document pair: what a replacement of it is based on.
  /// - Throws: `unknownName`.
  public func lastEvent(of name: String) throws(MemoryError) -> Int {
    try read { db in try db.lastEvent(ofLine: db.line(named: name)) }
  }

  /// Puts `pair` in the place of the document pair called `name`, which undo brings back. The log
  /// of the two is one.
  /// - Parameters:
  ///   - heirs: for each row that continues one of the old pair its id there: they keep who last
  ///     touched them, and when.
  ///   - event: the last event of the old pair when it was read.
  ///   - action: what the log calls it.
  ///   - subject: what it was done to; else how many rows there are now.
  /// - Throws: as `add`; `unknownName`; `changedMeanwhile` when there was another event since.
  @discardableResult
  public func replace(
    _ name: String, with pair: DocumentPair, heirs: [Bitext.Row.ID: Bitext.Row.ID] = [:],
    since event: Int? = nil, action: String = "replace", subject: String? = nil
  ) throws(MemoryError) -> EventSummary {
    try write { db in
      let old = try db.id(named: name)
      let last = try db.lastEvent(ofLine: db.line(named: name))
      guard event == nil || event == last else { throw MemoryError.changedMeanwhile(name) }
      return try add(db, pair, action, subject, replacing: (old, heirs))
    }
  }

  /// Takes a document pair or a memory out of sight; undo brings it back.
  /// - Throws: `unknownName`.
  @discardableResult
  public func remove(_ name: String) throws(MemoryError) -> EventSummary {
    try write { db in
      if let memory = try db.memoryID(named: name) {
        let edit = ImportEdit(memories: .init(before: [memory]))
        return try record(db, memory: memory, "remove", name, .imports(edit))
      }
      let id = try db.id(named: name)
      return try record(db, pair: id, "remove", name, .presence(.init(before: [id])))
    }
  }

  /// Gives a document pair or a memory another name.
  /// - Throws: `unknownName`, `invalidName`, `nameUsed`.
  @discardableResult
  public func rename(_ name: String, to new: String) throws(MemoryError) -> EventSummary {
    try write { db in
      try change(db, name, "rename", { _ in "\(name) → \(new)" }) { $0.name = new }
    }
  }

  /// States what is known of a document pair or a memory.
  /// - Throws: `unknownName`.
  @discardableResult
  public func set(_ facts: PairFacts, of name: String) throws(MemoryError) -> EventSummary {
    try write { db in
      try change(db, name, "set", { facts.differences(from: $0.facts) }) { $0.facts = facts }
    }
  }

  /// What is known of a document pair or a memory.
  /// - Throws: `unknownName`.
  public func facts(of name: String) throws(MemoryError) -> PairFacts {
    try read { db in
      switch try db.unitOrigin(named: name) {
      case .pair(let id): try db.details(id).facts
      case .memory(let id): try db.details(id, of: "memory").facts
      }
    }
  }

  private func change(
    _ db: Database, _ name: String, _ action: String, _ subject: (Change.Details) -> String,
    _ body: (inout Change.Details) -> Void
  ) throws -> EventSummary {
    switch try db.unitOrigin(named: name) {
    case .pair(let id):
      let before = try db.details(id)
      var after = before
      body(&after)
      return try record(
        db, pair: id, action, subject(before), .details(pair: id, before: before, after: after))
    case .memory(let id):
      let before = try db.details(id, of: "memory")
      var after = before
      body(&after)
      return try record(
        db, memory: id, action, subject(before),
        .memoryDetails(memory: id, before: before, after: after))
    }
  }

  /// A document pair with its texts, segments and rows. O(size of the texts).
  /// - Throws: `unknownName`.
  public func pair(named name: String) throws(MemoryError) -> DocumentPair {
    try read { db in try db.pair(db.id(named: name)) }
  }

  /// A row id that no row of the document pair has or had.
  /// - Throws: `unknownName`.
  public func nextRowID(in name: String) throws(MemoryError) -> Int {
    try read { db in
      let id = try db.id(named: name)
      return try Int.fetchOne(
        db, sql: "SELECT next_row FROM document_pair WHERE id = ?", arguments: [id]) ?? 1
    }
  }

  /// Stored out of sight first, then shown by the event's change, which undo reads backwards.
  private func add(
    _ db: Database, _ pair: DocumentPair, _ action: String, _ subject: String?,
    replacing old: (id: Int, heirs: [Bitext.Row.ID: Bitext.Row.ID])?
  ) throws -> EventSummary {
    if let problem = pair.coverProblem { throw MemoryError.inconsistent(pair.name, problem) }
    try db.checkName(pair.name)
    let id = try db.insertHidden(pair, replacing: old?.id)
    let change = Change.presence(.init(before: old.map { [$0.id] } ?? [], after: [id]))
    let rows = pair.rows.count == 1 ? "1 row" : "\(pair.rows.count) rows"
    let event = try append(db, pair: id, action, subject ?? rows, change)
    try db.insertContents(pair, id: id, event: event)
    if let old { try db.keepHistory(of: old.id, in: id, old.heirs) }
    try db.perform(change, event: event)
    return try db.summary(event)
  }
}

extension PairFacts {
  /// `client=ACME domain=` for the log.
  fileprivate func differences(from old: PairFacts) -> String {
    [
      ("client", old.client, client), ("domain", old.domain, domain), ("date", old.date, date),
      ("note", old.note, note),
    ].filter { $0.1 != $0.2 }.map { "\($0.0)=\($0.2 ?? "")" }.joined(separator: " ")
  }
}

extension Database {
  func visibleID(named name: String) throws -> Int? {
    try Int.fetchOne(
      self, sql: "SELECT id FROM document_pair WHERE name = ? AND removed = 0", arguments: [name])
  }

  func id(named name: String) throws -> Int {
    guard let id = try visibleID(named: name) else { throw try unknownName(name) }
    return id
  }

  /// The line of the document pair of this name; if none is in sight, of the last that had it.
  func line(named name: String) throws -> Int {
    let line = try Int.fetchOne(
      self,
      sql: "SELECT line FROM document_pair WHERE name = ? ORDER BY removed, id DESC LIMIT 1",
      arguments: [name])
    guard let line else { throw try unknownName(name) }
    return line
  }

  /// Offers the names that begin most like the one given first.
  func unknownName(_ name: String, orMemory: Bool = false) throws -> MemoryError {
    let memories = orMemory ? "UNION SELECT name FROM memory WHERE removed = 0" : ""
    let names = try String.fetchAll(
      self,
      sql: "SELECT name FROM document_pair WHERE removed = 0 \(memories) ORDER BY name")
    func likeness(_ other: String) -> Int { other.commonPrefix(with: name).count }
    let nearest = names.enumerated().sorted {
      (-likeness($0.element), $0.offset) < (-likeness($1.element), $1.offset)
    }
    return .unknownName(
      name, what: orMemory ? "document pair or memory" : "document pair",
      existing: nearest.map(\.element))
  }

  func checkName(_ name: String) throws {
    guard !name.isEmpty,
      !name.unicodeScalars.contains(where: {
        $0 == ":" || $0.properties.generalCategory == .control
      }),
      name.first?.isWhitespace == false, name.last?.isWhitespace == false
    else { throw MemoryError.invalidName(name) }
  }

  /// Throws `nameUsed` when a document pair or a memory in sight has the name.
  func checkFree(_ name: String) throws {
    if try visibleID(named: name) != nil { throw MemoryError.nameUsed(name) }
    if try memoryID(named: name) != nil { throw MemoryError.nameUsed(name, by: "memory") }
  }

  func details(_ id: Int, of table: String = "document_pair") throws -> Change.Details {
    let sql = "SELECT name, client, domain, date, note FROM \(table) WHERE id = ?"
    guard let row = try GRDB.Row.fetchOne(self, sql: sql, arguments: [id]) else {
      throw MemoryError.changedMeanwhile("document pair \(id)")
    }
    return Change.Details(
      name: row[0],
      facts: PairFacts(client: row[1], domain: row[2], date: row[3], note: row[4]))
  }

  /// Shows and hides versions of document pairs.
  func exchangePairs(_ exchange: RowEdit.Exchange<Int>) throws {
    for id in exchange.before {
      try execute(literal: "UPDATE document_pair SET removed = 1 WHERE id = \(id)")
    }
    for id in exchange.after {
      let name = try details(id).name
      try checkFree(name)
      try execute(literal: "UPDATE document_pair SET removed = 0 WHERE id = \(id)")
    }
  }

  func exchangeDetails(
    _ id: Int, of table: String = "document_pair", before: Change.Details, after: Change.Details
  ) throws {
    guard try details(id, of: table) == before else {
      throw MemoryError.changedMeanwhile(before.name)
    }
    if after.name != before.name {
      try checkName(after.name)
      try checkFree(after.name)
    }
    let facts = after.facts
    try execute(
      literal: """
        UPDATE \(sql: table) SET name = \(after.name), client = \(facts.client),
          domain = \(facts.domain), date = \(facts.date), note = \(facts.note)
        WHERE id = \(id)
        """)
  }
}
