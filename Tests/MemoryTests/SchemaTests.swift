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
    try store.add(.sample("press"))
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

  @Test func anEarlierSchemaIsBroughtUpToDate() throws {
    let state = try store.stateDump()
    try store.tamper("DROP TABLE vector; PRAGMA user_version = 1")
    let opened = try folder.open("bitext.db", .existing)
    #expect(try opened.vectorCounts() == VectorCounts(count: 0, bytes: 0))
    #expect(try opened.stateDump() == state)
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
    "UPDATE text SET paragraphs = 'none'",
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
    "INSERT INTO event VALUES (2, 0, '', 1, 'a', '', '{}', NULL, 2)",
    "INSERT INTO event VALUES (2, 0, 'A', 1, 'undo', '', '{}', NULL, 2)",
    "INSERT INTO event VALUES (2, 0, 'A', 1, 'undo', '', NULL, 2, 1)",
    "INSERT INTO event VALUES (2, 0, 'A', 1, 'a', '', NULL, NULL, 2)",
    "INSERT INTO event VALUES (2, 0, 'A', 9, 'a', '', '{}', NULL, 2)",
    "INSERT INTO term VALUES ('none', 0, 'en', 'law', 'preferred', NULL, NULL)",
    "INSERT INTO concept VALUES ('', NULL, NULL)",
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
