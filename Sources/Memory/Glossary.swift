// The glossary as it is stored: concepts and their terms. Finding terms in text is not its work.
public import Bitext
internal import GRDB

/// One change of the glossary: the concepts that stood there and those that stand there now. An
/// import is one edit, and so is a merge.
public typealias GlossaryEdit = RowEdit.Exchange<Concept>

extension Store {
  /// All concepts, ordered by the bytes of their id; their terms in the glossary's order.
  public func concepts() throws(MemoryError) -> [Concept] {
    try read { db in try db.concepts("1", []) }
  }

  /// The concepts of these ids, ordered by the bytes of their id; those that there are.
  public func concepts(_ ids: some Collection<Concept.ID>) throws(MemoryError) -> [Concept] {
    guard !ids.isEmpty else { return [] }
    return try read { db in
      try db.concepts(
        "concept IN (SELECT value FROM json_each(?))", [try JSON.text(Array(ids))])
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
    try concepts("concept = ?", [id]).first
  }

  /// The concepts that an SQL condition on `concept`, their id, lets through.
  func concepts(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Concept] {
    let terms = try terms("\(condition) ORDER BY concept, position", arguments)
    let sql = """
      SELECT concept, domain, definition, definition_source, note, source, client,
        created, created_by, changed, changed_by, facts
      FROM (SELECT *, id AS concept FROM concept) WHERE \(condition) ORDER BY concept
      """
    let cursor = try GRDB.Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var concepts: [Concept] = []
    while let row = try cursor.next() {
      var concept = Concept(
        id: row[0], domain: row[1], definition: row[2], terms: terms[row[0]] ?? [])
      concept.definitionSource = row[3]
      concept.note = row[4]
      concept.source = row[5]
      concept.client = row[6]
      concept.created = Stamp(date: row[7], author: row[8])
      concept.changed = Stamp(date: row[9], author: row[10])
      concept.facts = try row.facts(at: 11)
      concepts.append(concept)
    }
    return concepts
  }

  private func insert(_ concept: Concept) throws {
    if concept.terms.isEmpty {
      throw MemoryError.inconsistent("concept \(concept.id)", "a concept without a term")
    }
    do {
      try cachedStatement(
        sql: "INSERT INTO concept VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        concept.id, concept.domain, concept.definition, concept.definitionSource, concept.note,
        concept.source, concept.client, concept.created.date, concept.created.author,
        concept.changed.date, concept.changed.author, try concept.facts.json,
      ])
    } catch DatabaseError.SQLITE_CONSTRAINT_PRIMARYKEY {
      throw MemoryError.conceptUsed(concept.id)
    }
    for (position, term) in concept.terms.enumerated() {
      do {
        try insert(term, position, concept.id)
      } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
        throw MemoryError.termTwice(concept.id, term)
      }
    }
  }

  private func insert(_ term: Term, _ position: Int, _ concept: Concept.ID) throws {
    try cachedStatement(
      sql: """
        INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)
        """
    ).execute(arguments: [
      concept, position, term.language.tag, term.text, term.status.rawValue, term.partOfSpeech,
      term.note, term.domain, term.source, term.client, term.register, term.region, term.type,
      term.created.date, term.created.author, term.changed.date, term.changed.author,
      try term.facts.json,
    ])
  }

  /// Terms that fulfil an SQL condition, by the id of their concept.
  private func terms(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [String: [Term]] {
    let sql = """
      SELECT concept, language, text, status, part_of_speech, note, domain, source, client,
        register, region, type, created, created_by, changed, changed_by, facts
      FROM term WHERE \(condition)
      """
    let cursor = try GRDB.Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var terms: [String: [Term]] = [:]
    while let row = try cursor.next() { terms[row[0], default: []].append(try row.term()) }
    return terms
  }
}

extension GRDB.Row {
  fileprivate func term() throws -> Term {
    guard let language = Language(self[1]), let status = TermStatus(rawValue: self[3]) else {
      throw MemoryError.inconsistent("concept \(self[0] as String)", "a term without a language")
    }
    var term = Term(
      language: language, text: self[2], status: status, partOfSpeech: self[4], note: self[5],
      domain: self[6])
    term.source = self[7]
    term.client = self[8]
    term.register = self[9]
    term.region = self[10]
    term.type = self[11]
    term.created = Stamp(date: self[12], author: self[13])
    term.changed = Stamp(date: self[14], author: self[15])
    term.facts = try facts(at: 16)
    return term
  }

  fileprivate func facts(at column: Int) throws -> [TermFact] {
    let text: String? = self[column]
    return try text.map { try JSON.value([TermFact].self, $0) } ?? []
  }
}

extension [TermFact] {
  /// As the tables hold them: nothing for none.
  fileprivate var json: String? {
    get throws { isEmpty ? nil : try JSON.text(self) }
  }
}
