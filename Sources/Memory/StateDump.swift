// The whole state in one canonical text, so that two states can be compared byte for byte.
internal import GRDB

extension Store {
  /// Everything that is in sight, without the log and without what undo leaves behind it: ids of
  /// versions, and who touched a row last. O(size of the workspace), for tests and for comparing
  /// workspaces.
  public func stateDump() throws(MemoryError) -> String {
    try read { db in
      try Self.parts.map { title, sql in
        let rows = try GRDB.Row.fetchAll(db, sql: sql)
        let lines = rows.map { $0.databaseValues.map(\.description).joined(separator: " | ") }
        return (["# \(title)"] + lines).joined(separator: "\n")
      }.joined(separator: "\n") + "\n"
    }
  }

  private static let parts = [
    (
      "document pairs",
      """
      SELECT name, client, domain, date, note FROM document_pair
      WHERE removed = 0 ORDER BY name
      """
    ),
    (
      "texts",
      """
      SELECT name, side, file_name, sha256, encoding, language, text
      FROM text JOIN document_pair p ON p.id = pair WHERE removed = 0 ORDER BY name, side
      """
    ),
    (
      "paragraphs",
      """
      SELECT name, side, number, start, stop, label_start, label_stop, kind, time_start, time_stop
      FROM paragraph JOIN document_pair p ON p.id = pair WHERE removed = 0
      ORDER BY name, side, number
      """
    ),
    (
      "segments",
      """
      SELECT name, side, start, stop, paragraph, kind, speaker
      FROM segment JOIN document_pair p ON p.id = pair WHERE removed = 0
      ORDER BY name, side, start
      """
    ),
    (
      "rows",
      """
      SELECT name, r.id, source_start, source_stop, target_start, target_stop, confidence, status,
        doubts, edited, comment
      FROM row r JOIN document_pair p ON p.id = pair WHERE removed = 0
      ORDER BY name, source_start, target_start
      """
    ),
    (
      "memories",
      """
      SELECT name, client, domain, date, note, file_name, sha256, encoding, format, header
      FROM memory WHERE removed = 0 ORDER BY name
      """
    ),
    (
      "units",
      """
      SELECT name, tu, tuid, source_language, target_language, source, target, status, confidence,
        author, created, changed, speaker, comment, carried
      FROM unit u JOIN memory m ON m.id = u.memory WHERE m.removed = 0 AND u.removed = 0
      ORDER BY name, tu, u.id
      """
    ),
    ("concepts", "SELECT * FROM concept ORDER BY id"),
    ("dismissals", "SELECT rule, fingerprint FROM dismissal ORDER BY rule, fingerprint"),
    (
      "terms",
      """
      SELECT concept, position, language, text, status, part_of_speech, note, domain, source,
        client, register, region, type, created, created_by, changed, changed_by, facts
      FROM term ORDER BY concept, position
      """
    ),
  ]
}
