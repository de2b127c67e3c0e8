// The schema is what it was, and SQLite refuses wrong states whoever writes them.
import Bitext
import Foundation
import GRDB
import Testing

@testable import Memory

@Suite struct SchemaTests {
  let folder: Folder
  let store: Store

  init() throws {
    folder = try Folder()
    store = try folder.open()
    var pair = DocumentPair.sample("press")
    pair.source.document.paragraphs.append(Paragraph(range: 20..<30, kind: .heading))
    try store.add(pair)
  }

  /// A workspace in somebody's hands has this schema: never change it, append a migration.
  @Test func schemaIsUnchanged() throws {
    let schema = try store.queue.read {
      try String.fetchAll(
        $0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = package.appendingPathComponent("docs/schema.sql")
    #expect(schema.map { $0 + ";\n" }.joined() == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: [
    "UPDATE document_pair SET name = ' press'",
    "UPDATE document_pair SET name = 'a:b'",
    "UPDATE document_pair SET removed = 2",
    "UPDATE document_pair SET line = 99",
    "INSERT INTO document_pair VALUES (2, 2, 'press', NULL, NULL, NULL, NULL, 1, 0)",
    "UPDATE text SET side = 'both' WHERE side = 'source'",
    "UPDATE text SET text = text || 'x'",
    "UPDATE text SET sha256 = upper(sha256)",
    "UPDATE paragraph SET kind = 'verse'",
    "UPDATE paragraph SET stop = start - 1 WHERE start > 0",
    "UPDATE paragraph SET label_start = start",
    "UPDATE paragraph SET label_start = start, label_stop = stop + 1",
    "UPDATE paragraph SET time_stop = 1",
    "UPDATE paragraph SET time_start = 2, time_stop = 1",
    "DELETE FROM paragraph",
    "UPDATE segment SET paragraph = 9",
    "DELETE FROM text WHERE side = 'source'",
    "UPDATE segment SET stop = start",
    "UPDATE segment SET kind = 'verse'",
    "INSERT INTO segment SELECT pair, side, start, stop + 1, 0, kind, NULL FROM segment LIMIT 1",
    "UPDATE row SET source_stop = source_start, target_stop = target_start WHERE id = 1",
    "UPDATE row SET source_stop = source_start - 1 WHERE id = 4",
    "UPDATE row SET source_start = 0, target_start = 0 WHERE id = 2",
    "UPDATE row SET status = 'good'",
    "UPDATE row SET status = 'edited'",
    "UPDATE row SET confidence = 1.01",
    "UPDATE row SET doubts = '[]'",
    "UPDATE row SET event = 99",
    "UPDATE row SET id = 'one' WHERE id = 1",
    "INSERT INTO event VALUES (2, 0, '', 1, 'a', '', '{}', NULL, 2, NULL, NULL)",
    "INSERT INTO event VALUES (2, 0, 'A', 1, 'undo', '', '{}', NULL, 2, NULL, NULL)",
    "INSERT INTO event VALUES (2, 0, 'A', 1, 'undo', '', NULL, 2, 1, NULL, NULL)",
    "INSERT INTO event VALUES (2, 0, 'A', 1, 'a', '', NULL, NULL, 2, NULL, NULL)",
    "INSERT INTO event VALUES (2, 0, 'A', 9, 'a', '', '{}', NULL, 2, NULL, NULL)",
    "INSERT INTO term (concept, position, language, text, status) VALUES ('x', 0, 'en', 'a', 'preferred')",
    "INSERT INTO concept (id) VALUES ('')",
    "INSERT INTO concept (id, facts) VALUES ('x', '[]')",
    "INSERT INTO unit (pair, row, source_language, target_language, source, target, status, removed)"
      + " VALUES (9, 1, 'zh', 'en', 'a', 'b', 'unreviewed', 0)",
    "INSERT INTO unit (source_language, target_language, source, target, status, removed)"
      + " VALUES ('zh', 'en', 'a', 'b', 'unreviewed', 0)",
    "INSERT INTO unit (pair, row, carried, source_language, target_language, source, target, status,"
      + " removed) VALUES (1, 1, '{}', 'zh', 'en', 'a', 'b', 'unreviewed', 0)",
    "INSERT INTO memory VALUES (1, 1, 'm', NULL, NULL, NULL, NULL, 'f', 'x', 'UTF-8', 'tmx', NULL,"
      + " NULL, 1)",
    "INSERT INTO memory VALUES (1, 1, 'm', NULL, NULL, NULL, NULL, 'f', lower(hex(zeroblob(32))),"
      + " 'UTF-8', 'tmx', NULL, NULL, 0)",
    "UPDATE event SET memory = 1",
    "INSERT INTO concordance_block VALUES (1, 0, 5)",
    "INSERT INTO concordance_block VALUES (1, 5, 4)",
    "INSERT INTO concordance_page VALUES (1, 9, 1, x'01')",
    "INSERT INTO concordance_language VALUES ('both', 'en')",
    "INSERT INTO meaning_encoder VALUES ('x', 100)",
    "INSERT INTO meaning VALUES (1, x'00000000')",
    "INSERT INTO meaning_sketch VALUES (1, 1, x'00', x'00')",
    "INSERT INTO meaning_sketch VALUES (1, 1, zeroblob(8), zeroblob(9))",
    "INSERT INTO dismissal VALUES ('number', 'x')",
    "INSERT INTO dismissal VALUES ('', lower(hex(zeroblob(16))))",
    "INSERT INTO vector VALUES (1, x'00', 0, 2, x'0000')",
    "INSERT INTO vector VALUES (1, randomblob(16), 0, 4, x'0000')",
    "INSERT INTO vector VALUES (1, randomblob(16), 0, 0, x'')",
    "INSERT INTO vector VALUES (1, randomblob(16), 0, 3, x'000000')",
    "INSERT INTO vector VALUES (1, zeroblob(16), 0, 2, x'0000'), (2, zeroblob(16), 0, 2, x'0000')",
  ])
  func wrongStateIsRefused(sql: String) throws {
    let error = #expect(throws: DatabaseError.self) { try store.tamper(sql) }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT)
  }
}
