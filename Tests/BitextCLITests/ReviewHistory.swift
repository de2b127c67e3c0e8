// The log of a review read from the workspace's file: what was done to the rows, carried out anew on
// the pair as it was aligned, must give the rows that are stored.
import Bitext
import Foundation
import GRDB
import Memory
import Review
import Testing

struct ReviewHistory {
  private let path: String
  private let name: String
  private let aligned: DocumentPair

  /// The history of a pair that nobody has reviewed yet.
  init(_ path: String, _ name: String) throws {
    (self.path, self.name) = (path, name)
    aligned = try Self.store(path).pair(named: name)
  }

  /// How many events there are.
  func count() throws -> Int {
    try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0
    }
  }

  /// Expects the rows stored to be those that the log makes of the rows as they were aligned.
  func check(_ location: SourceLocation = #_sourceLocation) throws {
    var pair = aligned
    for edit in try edits() { try pair.apply(edit) }
    let stored = try Self.store(path).pair(named: name)
    #expect(stored == pair, sourceLocation: location)
    #expect(stored.rowsAreValid, sourceLocation: location)
  }

  private static func store(_ path: String) throws -> Store {
    try Store.open(path: path, mode: .existing, author: "test") { Date(timeIntervalSince1970: 0) }
  }

  /// What each event did to the rows, in the order of the events.
  private func edits() throws -> [RowEdit] {
    struct Change: Decodable {
      struct Rows: Decodable { var edit: RowEdit }
      var rows: Rows?
    }
    let sql = "SELECT e.action, r.change FROM event e JOIN event r ON r.id = e.root ORDER BY e.id"
    return try DatabaseQueue(path: path).read { db in
      try GRDB.Row.fetchAll(db, sql: sql).compactMap { row in
        let change = try JSONDecoder().decode(Change.self, from: Data((row[1] as String).utf8))
        return row[0] == "undo" ? change.rows?.edit.inverse : change.rows?.edit
      }
    }
  }
}
