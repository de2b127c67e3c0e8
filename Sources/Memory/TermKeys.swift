// What terms are looked up by. The keys are made by those who know languages, when terms are first
// looked for; here they are kept and compared.
public import Bitext
internal import GRDB

/// A term that has no keys yet.
public struct UnkeyedTerm: Hashable, Sendable {
  /// The concept it names.
  public var concept: Concept.ID
  /// Its place among the concept's terms.
  public var position: Int
  /// Its language.
  public var language: Language
  /// The term as written.
  public var text: String
}

/// What a term is looked up by.
public struct TermKeys: Hashable, Sendable {
  /// The term as all its spellings have it: letter case, width, script and hyphens aside.
  public var key: String
  /// Its words without their endings; `nil` where a language has none.
  public var stems: String?

  /// The keys of a term.
  public init(key: String, stems: String?) {
    self.key = key
    self.stems = stems
  }
}

/// What to look for among the keys of terms.
public struct TermSearchKeys: Sendable {
  /// The text as keys have it.
  public var key: String
  /// Its words without their endings, as each language of the glossary takes them off.
  public var stems: Set<String>
  /// A pattern of SQLite's GLOB that the whole key must fit, instead of all else.
  public var pattern: String?
  /// How many characters a key may be longer or shorter than the text and still be it, misspelt; 0
  /// for texts too short to be taken for others.
  public var slack: Int
  /// Whether a key, in UTF-8, is the text misspelt.
  public var isMisspelling: @Sendable (UnsafeRawBufferPointer) -> Bool

  /// What to look for.
  public init(
    key: String, stems: Set<String>, pattern: String?, slack: Int,
    isMisspelling: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool
  ) {
    self.key = key
    self.stems = stems
    self.pattern = pattern
    self.slack = slack
    self.isMisspelling = isMisspelling
  }
}

extension Store {
  /// The terms that have no keys yet. O(those).
  public func unkeyedTerms() throws(MemoryError) -> [UnkeyedTerm] {
    try read { db in
      let sql = "SELECT concept, position, language, text FROM term WHERE key IS NULL"
      return try GRDB.Row.fetchAll(db, sql: sql).compactMap { row in
        Language(row[2]).map {
          UnkeyedTerm(concept: row[0], position: row[1], language: $0, text: row[3])
        }
      }
    }
  }

  /// Keeps the keys of terms. They follow from the terms, so no event tells of it.
  public func keep(_ keys: [(term: UnkeyedTerm, keys: TermKeys)]) throws(MemoryError) {
    guard !keys.isEmpty else { return }
    try write { db in
      let statement = try db.cachedStatement(
        sql: """
          UPDATE term SET key = ?, stems = ?
          WHERE concept = ? AND position = ? AND language = ? AND text = ?
          """)
      for (term, keys) in keys {
        try statement.execute(arguments: [
          keys.key, keys.stems, term.concept, term.position, term.language.tag, term.text,
        ])
      }
    }
  }

  /// The languages that terms have. O(terms).
  public func termLanguages() throws(MemoryError) -> [Language] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT language FROM term ORDER BY language")
        .compactMap { Language($0) }
    }
  }

  /// The concepts whose terms may be what is looked for, the likeliest first: those with the same key
  /// or stems, those that begin with it or hold it, and where nothing is the same also those that are
  /// it misspelt. One pass over the keys at most.
  public func conceptIDs(
    like search: TermSearchKeys, limit: Int
  ) throws(MemoryError) -> [Concept.ID] {
    try read { db in
      if let pattern = search.pattern {
        return try db.conceptIDs(
          "key GLOB ?1 ORDER BY length(key), concept", [pattern], limit)
      }
      let same = try db.conceptIDs(
        "key = ?1 OR stems IN (SELECT value FROM json_each(?2))",
        [search.key, try JSON.text(search.stems.sorted())], limit)
      let holding = try db.conceptIDs(
        "instr(key, ?1) ORDER BY substr(key, 1, length(?1)) <> ?1, length(key), concept",
        [search.key], limit)
      let misspelt = same.isEmpty && search.slack > 0 ? try db.misspellings(search, limit) : []
      return (same + holding + misspelt).uniqued
    }
  }
}

extension Database {
  fileprivate func conceptIDs(
    _ condition: String, _ arguments: StatementArguments, _ limit: Int
  ) throws -> [Concept.ID] {
    let sql = "SELECT concept FROM term WHERE \(condition)"
    var ids: [Concept.ID] = []
    let cursor = try String.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    while ids.count < limit, let id = try cursor.next() {
      if ids.last != id { ids.append(id) }
    }
    return ids.uniqued
  }

  fileprivate func misspellings(_ search: TermSearchKeys, _ limit: Int) throws -> [Concept.ID] {
    let length = search.key.unicodeScalars.count
    let sql = "SELECT key, concept FROM term WHERE length(key) BETWEEN ? AND ?"
    let cursor = try GRDB.Row.fetchCursor(
      cachedStatement(sql: sql), arguments: [length - search.slack, length + search.slack])
    var ids: [Concept.ID] = []
    while ids.count < limit, let row = try cursor.next() {
      let isNear = try row.withUnsafeData(atIndex: 0) { data in
        data?.withUnsafeBytes(search.isMisspelling) ?? false
      }
      if isNear { ids.append(row[1]) }
    }
    return ids.uniqued
  }
}

extension [Concept.ID] {
  fileprivate var uniqued: [Concept.ID] {
    var seen: Set<Concept.ID> = []
    return filter { seen.insert($0).inserted }
  }
}
