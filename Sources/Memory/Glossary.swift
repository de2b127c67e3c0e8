// The glossary as it is stored: concepts and their terms. Finding terms in text is not its work.
public import Bitext
internal import GRDB

/// One change of the glossary: the concepts that stood there and those that stand there now. An
/// import is one edit, and so is a merge.
public typealias GlossaryEdit = RowEdit.Exchange<Concept>

extension Store {
  /// All concepts, ordered by the bytes of their id; their terms in the glossary's order.
  public func concepts() throws(MemoryError) -> [Concept] {
    try read { db in
      let terms = try db.terms("1 ORDER BY concept, position", [])
      let sql = "SELECT id, domain, definition FROM concept ORDER BY id"
      return try GRDB.Row.fetchAll(db, sql: sql).map {
        Concept(id: $0[0], domain: $0[1], definition: $0[2], terms: terms[$0[0]] ?? [])
      }
    }
  }

  /// Stores one change of the glossary, all of it or nothing.
  /// - Parameters:
  ///   - action: what the log calls it: `term import`, `term add`, `term merge`.
  ///   - subject: what it was done to: an id, a file.
  /// - Throws: `changedMeanwhile` when what is stored is not `before`; `nameUsed` when a new
  ///   concept's id is taken or a concept has a term twice in a language.
  @discardableResult
  public func apply(
    _ edit: GlossaryEdit, action: String, subject: String
  ) throws(MemoryError) -> EventSummary {
    try write { db in try record(db, pair: nil, action, subject, .glossary(edit)) }
  }
}

extension MemoryError {
  fileprivate static func conceptUsed(_ id: String) -> MemoryError {
    MemoryError(
      reason: .nameUsed, place: "concept \(id)", problem: "a concept has this id already",
      fix: "give it another id, or change the one that is there with `bitext term edit`")
  }

  fileprivate static func termTwice(_ id: String, _ term: Term) -> MemoryError {
    MemoryError(
      reason: .nameUsed, place: "concept \(id)",
      problem: "'\(term.text)' (\(term.language)) is one of its terms already",
      fix: "change that term with `bitext term edit`")
  }
}

extension Database {
  func exchangeConcepts(_ edit: GlossaryEdit) throws {
    let delete = try cachedStatement(sql: "DELETE FROM concept WHERE id = ?")
    for concept in edit.before {
      guard try self.concept(concept.id) == concept else {
        throw MemoryError.changedMeanwhile("concept \(concept.id)")
      }
      try delete.execute(arguments: [concept.id])
    }
    for concept in edit.after { try insert(concept) }
  }

  private func concept(_ id: String) throws -> Concept? {
    let sql = "SELECT domain, definition FROM concept WHERE id = ?"
    guard let row = try GRDB.Row.fetchOne(cachedStatement(sql: sql), arguments: [id]) else {
      return nil
    }
    let terms = try terms("concept = ? ORDER BY position", [id])
    return Concept(id: id, domain: row[0], definition: row[1], terms: terms[id] ?? [])
  }

  private func insert(_ concept: Concept) throws {
    if concept.terms.isEmpty {
      throw MemoryError.inconsistent("concept \(concept.id)", "a concept without a term")
    }
    if try self.concept(concept.id) != nil { throw MemoryError.conceptUsed(concept.id) }
    try cachedStatement(sql: "INSERT INTO concept VALUES (?, ?, ?)")
      .execute(arguments: [concept.id, concept.domain, concept.definition])
    let statement = try cachedStatement(sql: "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)")
    for (position, term) in concept.terms.enumerated() {
      do {
        try statement.execute(arguments: [
          concept.id, position, term.language.tag, term.text, term.status.rawValue,
          term.partOfSpeech, term.note,
        ])
      } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
        throw MemoryError.termTwice(concept.id, term)
      }
    }
  }

  /// Terms that fulfil an SQL condition, by the id of their concept.
  fileprivate func terms(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [String: [Term]] {
    let sql = """
      SELECT concept, language, text, status, part_of_speech, note FROM term WHERE \(condition)
      """
    let cursor = try GRDB.Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var terms: [String: [Term]] = [:]
    while let row = try cursor.next() {
      guard let language = Language(row[1]), let status = TermStatus(rawValue: row[3]) else {
        throw MemoryError.inconsistent("concept \(row[0] as String)", "a term without a language")
      }
      terms[row[0], default: []].append(
        Term(
          language: language, text: row[2], status: status, partOfSpeech: row[4], note: row[5]))
    }
    return terms
  }
}
