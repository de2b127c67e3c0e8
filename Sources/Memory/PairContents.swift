// A document pair as rows of tables: its texts, segments and rows, written and read with one
// prepared statement a table.
internal import Bitext
internal import GRDB

extension Database {
  /// A new document pair out of sight and still without contents; its id.
  func insertHidden(_ pair: DocumentPair, replacing old: Int?) throws -> Int {
    let id = try Int.fetchOne(self, sql: "SELECT coalesce(max(id), 0) + 1 FROM document_pair") ?? 1
    let older = try GRDB.Row.fetchOne(
      self, sql: "SELECT line, next_row FROM document_pair WHERE id = ?", arguments: [old])
    let line: Int? = older?[0]
    let facts = pair.facts
    let nextRow = max(older?[1] ?? 1, (pair.rows.map(\.id).max() ?? 0) + 1)
    try execute(
      literal: """
        INSERT INTO document_pair VALUES (\(id), \(line ?? id), \(pair.name), \(facts.client),
          \(facts.domain), \(facts.date), \(facts.note), \(nextRow), 1)
        """)
    return id
  }

  func insertContents(_ pair: DocumentPair, id: Int, event: Int) throws {
    for side in Side.allCases {
      try insertText(pair[side].document, pair: id, side)
      try insert(pair[side].document.paragraphs, pair: id, side)
      try insert(pair[side].segments, pair: id, side)
    }
    try insert(pair.rows, pair: id, event: event)
  }

  private func insertText(_ document: Document, pair: Int, _ side: Side) throws {
    let origin = document.origin
    try execute(
      literal: """
        INSERT INTO text VALUES (\(pair), \(side.rawValue), \(origin.fileName), \(origin.sha256),
          \(origin.encoding), \(document.language.tag), \(document.text),
          \(document.text.utf8.count))
        """)
  }

  func insert(_ segments: [Segment], pair: Int, _ side: Side) throws {
    let statement = try cachedStatement(sql: "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?)")
    for segment in segments {
      try statement.execute(arguments: [
        pair, side.rawValue, segment.range.lowerBound, segment.range.upperBound,
        segment.paragraph, segment.kind.rawValue, segment.speaker,
      ])
    }
  }

  func insert(_ rows: [Bitext.Row], pair: Int, event: Int) throws {
    let statement = try cachedStatement(
      sql: "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for row in rows {
      let doubts = row.doubts.isEmpty ? nil : try JSON.text(row.doubts)
      try statement.execute(arguments: [
        pair, row.id, row.source.lowerBound, row.source.upperBound, row.target.lowerBound,
        row.target.upperBound, row.confidence, row.status.rawValue, doubts, row.edited,
        row.comment, event,
      ])
    }
  }

  func pair(_ id: Int) throws -> DocumentPair {
    let details = try details(id)
    return DocumentPair(
      name: details.name, facts: details.facts, source: try segmented(id, .source),
      target: try segmented(id, .target),
      rows: try rows("pair = ? ORDER BY source_start, target_start", [id]))
  }

  private func segmented(_ pair: Int, _ side: Side) throws -> SegmentedDocument {
    SegmentedDocument(
      document: try document(pair, side),
      segments: try segments("pair = ? AND side = ? ORDER BY start", [pair, side.rawValue]))
  }

  private func document(_ pair: Int, _ side: Side) throws -> Document {
    let sql = """
      SELECT file_name, sha256, encoding, language, text FROM text WHERE pair = ? AND side = ?
      """
    guard let row = try GRDB.Row.fetchOne(self, sql: sql, arguments: [pair, side.rawValue]),
      let language = Language(row[3])
    else { throw MemoryError.inconsistent("document pair \(pair)", "its \(side) text is missing") }
    return Document(
      origin: Origin(fileName: row[0], sha256: row[1], encoding: row[2]), language: language,
      text: row[4], paragraphs: try paragraphs(pair, side))
  }

  /// Segments that fulfil an SQL condition.
  func segments(_ condition: String, _ arguments: StatementArguments) throws -> [Segment] {
    let sql = "SELECT start, stop, paragraph, kind, speaker FROM segment WHERE \(condition)"
    let cursor = try GRDB.Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var segments: [Segment] = []
    while let row = try cursor.next() {
      let start: Int = row[0]
      segments.append(
        Segment(
          range: start..<row[1], paragraph: row[2],
          kind: Segment.Kind(rawValue: row[3]) ?? .sentence, speaker: row[4]))
    }
    return segments
  }

  /// Rows that fulfil an SQL condition.
  func rows(_ condition: String, _ arguments: StatementArguments) throws -> [Bitext.Row] {
    let sql = """
      SELECT id, source_start, source_stop, target_start, target_stop, confidence, status, doubts,
        edited, comment FROM row WHERE \(condition)
      """
    let cursor = try GRDB.Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var rows: [Bitext.Row] = []
    while let row = try cursor.next() { rows.append(try Bitext.Row(stored: row)) }
    return rows
  }
}

extension Bitext.Row {
  fileprivate init(stored row: GRDB.Row) throws {
    let source: Int = row[1]
    let target: Int = row[3]
    let doubts: String? = row[7]
    self.init(
      id: row[0], source: source..<row[2], target: target..<row[4], confidence: row[5],
      status: Status(rawValue: row[6]) ?? .unreviewed,
      doubts: try doubts.map { try JSON.value([Doubt].self, $0) } ?? [], edited: row[8],
      comment: row[9])
  }
}
