// Workspaces of older versions are opened and brought up to date, and nothing of them is lost.
import Bitext
import Foundation
import GRDB
import TestData
import Testing

@testable import Memory

@Suite struct OlderWorkspaceTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A workspace as a version wrote it: what `sqlite3 FILE .dump` said of it.
  private func workspace(ofSchema version: Int) throws {
    let dump = try String(
      contentsOfFile: TestData.repository("Tests/Older/schema-\(version).sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: folder.file())
    try queue.inDatabase { db in
      try db.execute(sql: dump)
      try db.execute(sql: "PRAGMA application_id = \(WorkspaceFile.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
    try queue.close()
  }

  @Test func theFirstSchemaIsBroughtUpToDate() throws {
    try workspace(ofSchema: 1)
    let store = try folder.open("bitext.db", .existing)
    let pair = try store.pair(named: "press")
    #expect(pair.rows.map { pair.shape($0).description } == Array(repeating: "1-1", count: 8))
    #expect(
      pair.source.document.paragraphs == [
        Paragraph(range: 0..<16), Paragraph(range: 18..<93, label: 18..<30),
        Paragraph(range: 95..<143, label: 95..<104), Paragraph(range: 145..<166, label: 145..<157),
      ])
    #expect(pair.target.document.paragraphs.count == 4)
    #expect(pair.source.segments[1].speaker == "曹淑敏" && pair.source.segments[7].paragraph == 3)
    #expect(pair.rows[2].status == .confirmed && pair.rows[3].status == .edited)
    #expect(try store.concepts().count == 1)
    #expect(try store.log(.workspace).count == 6)
    #expect(try store.vectorCounts() == VectorCounts(count: 0, bytes: 0))
  }

  @Test func undoAndRedoGoOn() throws {
    try workspace(ofSchema: 1)
    let store = try folder.open("bitext.db", .existing)
    let dump = try store.stateDump()
    try store.redo(.document("press"))
    #expect(try store.pair(named: "press").rows[5].status == .confirmed)
    for _ in 1...4 { try store.undo(.document("press")) }
    #expect(try store.pairs(doubtfulBelow: 0.5).isEmpty)
    for _ in 1...3 { try store.redo(.document("press")) }
    #expect(try store.stateDump() == dump)
  }

  @Test func theSchemaIsThatOfANewWorkspace() throws {
    func schema(_ store: Store) throws -> [String] {
      try store.queue.read {
        try String.fetchAll(
          $0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
      }
    }
    try workspace(ofSchema: 1)
    let older = try folder.open("bitext.db", .existing)
    #expect(try schema(older) == schema(folder.open("new.db")))
    let broken = try older.queue.read { try GRDB.Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
    #expect(broken.isEmpty)
  }
}
