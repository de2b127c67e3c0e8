// Rows of document pairs as units to search: copies in the table `unit`, brought up to date from
// the event log whenever a search begins.
//
// A unit keeps its id as long as its texts stay the same; other texts are a new unit with a greater
// id. So an index over units only ever takes in ids above its last, and skips those that are gone.
internal import Bitext
internal import Foundation
internal import GRDB

extension Store {
  /// Takes in what happened to rows since the last time. O(1) when nothing did, O(k log n) for k
  /// rows changed by review; a document pair that came or was aligned anew is read whole.
  func foldRows() throws(MemoryError) {
    let isBehind = try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT ifnull((SELECT max(id) FROM event), 0) > event FROM folded") ?? false
    }
    guard isBehind else { return }
    try writeDerived { db in
      let folded = try Int.fetchOne(db, sql: "SELECT event FROM folded") ?? 0
      for (pair, rows) in try db.touched(since: folded) { try db.fold(pair, rows) }
      try db.execute(sql: "UPDATE folded SET event = (SELECT coalesce(max(id), 0) FROM event)")
    }
  }
}

/// The rows of a document pair that events touched.
private enum TouchedRows {
  case all
  case some(Set<Int>)

  /// Reading a whole document pair costs as much as some hundred rows one by one.
  static let manyRows = 100

  mutating func add(_ ids: Set<Int>) {
    guard case .some(let known) = self else { return }
    let both = known.union(ids)
    self = both.count > Self.manyRows ? .all : .some(both)
  }
}

extension Database {
  /// What later events than `event` touched, by document pair.
  fileprivate func touched(since event: Int) throws -> [(pair: Int, rows: TouchedRows)] {
    let sql = """
      SELECT e.pair, r.change FROM event e JOIN event r ON r.id = e.root
      WHERE e.id > ? AND (e.pair IS NOT NULL OR r.action = 'merge') ORDER BY e.id
      """
    var touched: [Int: TouchedRows] = [:]
    let cursor = try GRDB.Row.fetchCursor(self, sql: sql, arguments: [event])
    while let row = try cursor.next() {
      try note(JSON.value(Change.self, row[1]), in: &touched)
    }
    return touched.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func note(_ change: Change, in touched: inout [Int: TouchedRows]) throws {
    switch change {
    case .rows(let pair, let edit):
      touched[pair, default: .some([])].add(try rowIDs(edit, pair: pair))
    case .presence(let exchange):
      for pair in exchange.before + exchange.after { touched[pair] = .all }
    case .several(let changes): for change in changes { try note(change, in: &touched) }
    case .details, .imports, .memoryDetails, .glossary, .dismissals, .purge: break
    }
  }

  /// The rows that an edit changed, and those that hold segments which it cut or joined.
  private func rowIDs(_ edit: RowEdit, pair: Int) throws -> Set<Int> {
    var ids = Set((edit.rows.before + edit.rows.after).map(\.id))
    for side in Side.allCases {
      for segment in edit[side].before + edit[side].after {
        let sql = "SELECT id FROM row WHERE pair = ? AND \(side)_start <= ? AND \(side)_stop > ?"
        let start = segment.range.lowerBound
        ids.formUnion(try Int.fetchAll(self, sql: sql, arguments: [pair, start, start]))
      }
    }
    return ids
  }

  fileprivate func fold(_ pair: Int, _ touched: TouchedRows) throws {
    let isInSight = try Bool.fetchOne(
      self, sql: "SELECT removed = 0 FROM document_pair WHERE id = ?", arguments: [pair])
    guard isInSight == true else {
      return try execute(literal: "DELETE FROM unit WHERE pair = \(pair)")
    }
    switch touched {
    case .some(let ids): for id in ids.sorted() { try fold(row: id, of: pair) }
    case .all: try foldAll(pair)
    }
  }

  private func foldAll(_ id: Int) throws {
    try execute(
      literal: """
        DELETE FROM unit WHERE pair = \(id) AND row NOT IN (SELECT id FROM row WHERE pair = \(id))
        """)
    let pair = try self.pair(id)
    let languages = pair.languageTags
    let touches = try touches(of: id)
    for row in pair.rows {
      let words = RowWords(
        source: pair.text(row, .source), target: pair.text(row, .target),
        speaker: pair.speaker(row, .source))
      try store(row, of: id, words, touches[row.id], languages)
    }
  }

  private func fold(row id: Int, of pair: Int) throws {
    guard let row = try rows("pair = ? AND id = ?", [pair, id]).first else {
      return try execute(literal: "DELETE FROM unit WHERE pair = \(pair) AND row = \(id)")
    }
    let (source, target) = (try words(row, .source, pair), try words(row, .target, pair))
    let words = RowWords(
      source: source.text, target: row.edited ?? target.text, speaker: source.speaker)
    try store(
      row, of: pair, words, touches(of: pair, row: id)[id], (source.language, target.language))
  }
}

/// The texts of a row, and who says them.
private struct RowWords {
  var source: String
  var target: String
  var speaker: String?
}

extension DocumentPair {
  fileprivate var languageTags: (source: String, target: String) {
    (source.document.language.tag, target.document.language.tag)
  }
}

extension Database {
  /// A row's words on one side, without reading the rest of the text.
  private func words(
    _ row: Bitext.Row, _ side: Side, _ pair: Int
  ) throws -> (text: String, speaker: String?, language: String) {
    let place = row[side]
    let sql = """
      SELECT language, substr(CAST(text AS BLOB), ? + 1, ?) FROM text WHERE pair = ? AND side = ?
      """
    guard
      let found = try GRDB.Row.fetchOne(
        self, sql: sql, arguments: [place.lowerBound, place.count, pair, side.rawValue]),
      let language = Language(found[0])
    else { throw MemoryError.inconsistent("document pair \(pair)", "its \(side) text is missing") }
    let bytes = (found[1] as Data?) ?? Data()
    let segments = try segments(
      "pair = ? AND side = ? AND start >= ? AND start < ? ORDER BY start",
      [pair, side.rawValue, place.lowerBound, place.upperBound])
    let texts = segments.map { segment in
      let start = bytes.startIndex - place.lowerBound
      return String(
        decoding: bytes[start + segment.range.lowerBound..<start + segment.range.upperBound],
        as: UTF8.self)
    }
    return (
      texts.joined(separator: language.isUnspaced ? "" : " "), segments.first?.speaker,
      language.tag
    )
  }

  /// Puts a row's copy in its place; when the texts are the same it keeps its id.
  private func store(
    _ row: Bitext.Row, of pair: Int, _ words: RowWords, _ touch: RowHistory.Touch?,
    _ languages: (source: String, target: String)
  ) throws {
    let author = touch?.isAligners == true && !row.status.isLocked ? nil : touch?.author
    let same = try cachedStatement(
      sql: """
        UPDATE unit SET status = ?, confidence = ?, author = ?, changed = ?, speaker = ?, comment = ?
        WHERE pair = ? AND row = ? AND source = ? AND target = ?
        """)
    try same.execute(arguments: [
      row.status.rawValue, row.confidence, author, touch?.time, words.speaker, row.comment, pair,
      row.id, words.source, words.target,
    ])
    if changesCount > 0 { return }
    try execute(literal: "DELETE FROM unit WHERE pair = \(pair) AND row = \(row.id)")
    let new = try cachedStatement(
      sql: """
        INSERT INTO unit (pair, row, source_language, target_language, source, target, status,
          confidence, author, created, changed, speaker, comment, removed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        """)
    try new.execute(arguments: [
      pair, row.id, languages.source, languages.target, words.source, words.target,
      row.status.rawValue, row.confidence, author, try created(pair), touch?.time, words.speaker,
      row.comment,
    ])
  }
}
