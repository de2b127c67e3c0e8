// Texts that must be gone: the one act that nothing takes back. Everything that stems from them is
// deleted in one transaction, the file is written anew, and its bytes are searched for what was there.
internal import Bitext
internal import Foundation
internal import GRDB

/// What is to be gone.
public enum PurgeTarget: Hashable, Sendable {
  /// Every document pair, memory and concept made for this client, all their versions, and terms that
  /// are for this client.
  case client(String)
  /// The document pair or memory of this name, all its versions.
  case document(String)
}

/// What a purge would remove, or removed.
public struct PurgeReceipt: Hashable, Sendable, Codable {
  /// The names of the document pairs, removed and replaced ones too.
  public var pairs: [String] = []
  /// The names of the memories.
  public var memories: [String] = []
  /// How many rows the document pairs have, in all their versions.
  public var rows = 0
  /// How many units the memories have.
  public var units = 0
  /// How many concepts of the glossary go, and how many lose a term.
  public var concepts = 0
  /// How many events of the log.
  public var events = 0
  /// How many vectors, all of them: they do not say what text they were made of.
  public var vectors = 0
  /// How many texts were searched for after it, byte by byte.
  public var textsSearched = 0
  /// How many of these are too short to be told from other words.
  public var textsTooShort = 0
  /// How many pieces of these texts stand in what stays, so that to find them proves nothing.
  public var piecesElsewhere = 0
  /// The files that were searched, with their sizes in bytes.
  public var files: [String: Int] = [:]

  /// Whether there is nothing to remove.
  public var isEmpty: Bool { pairs.isEmpty && memories.isEmpty && concepts == 0 }
}

extension Store {
  /// What a purge would remove. Nothing is changed.
  /// - Throws: `unknownName` for a document that there never was.
  public func plan(_ target: PurgeTarget) throws(MemoryError) -> PurgeReceipt {
    try read { db in try PurgePlan(db, target).receipt(db) }
  }

  /// Removes texts with everything that stems from them: rows, segments, copies and indexes, events,
  /// vectors. Then the workspace is written anew, its write-ahead log emptied, and the bytes of all its
  /// files are searched for pieces of the texts. O(size of the workspace).
  ///
  /// A process that ends before the transaction does leaves everything as it was; one that ends after
  /// it leaves a mark, and whoever opens the workspace next finishes the cleaning.
  /// - Throws: `unknownName`; `locked` while another process reads or writes; `unclean` when the
  ///   search finds something.
  public func purge(_ target: PurgeTarget) throws(MemoryError) -> PurgeReceipt {
    try foldRows()
    var pieces = TextPieces()
    var receipt = PurgeReceipt()
    do {
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          let plan = try PurgePlan(db, target)
          receipt = try plan.receipt(db)
          if receipt.isEmpty { return .rollback }
          pieces = try plan.pieces(db)
          try plan.carryOut(db, by: self)
          return .commit
        }
      }
      if !receipt.isEmpty { try clean() }
    } catch {
      throw MemoryError(error, at: path)
    }
    if receipt.isEmpty { return receipt }
    try prove(pieces, &receipt)
    return receipt
  }

  private func clean() throws {
    do {
      try queue.inDatabase { try $0.clean() }
    } catch let error as DatabaseError
      where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
    {
      throw MemoryError.stillRead(path)
    }
  }

  /// Notes the purge in the log, under an id that no event had: what was removed, in figures.
  func append(_ db: Database, id: Int, _ receipt: PurgeReceipt) throws {
    let counts = Change.PurgeCounts(
      pairs: receipt.pairs.count, memories: receipt.memories.count, concepts: receipt.concepts,
      events: receipt.events)
    try db.execute(
      literal: """
        INSERT INTO event (id, time, author, action, subject, change, root)
        VALUES (\(id), \(now), \(author), \(Change.purgeAction), \(counts.words),
          \(try JSON.text(Change.purge(counts))), \(id))
        """)
  }

  private func prove(
    _ pieces: TextPieces, _ receipt: inout PurgeReceipt
  ) throws(MemoryError) {
    receipt.textsSearched = pieces.texts
    receipt.textsTooShort = pieces.tooShort
    var found = TextPieces()
    for file in [path, path + "-wal", path + "-shm"] {
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file)) else { continue }
      receipt.files[file] = bytes.count
      found.formUnion(bytes.withUnsafeBytes { pieces.found(in: $0) })
    }
    let elsewhere = try read { db in try db.pieces(found) }
    receipt.piecesElsewhere = elsewhere.count
    let left = found.subtracting(elsewhere).count
    if left > 0 { throw .unclean(path, pieces: left) }
  }
}

extension Database {
  /// Which of these pieces stand in what the workspace holds now. O(size of the workspace).
  fileprivate func pieces(_ wanted: TextPieces) throws -> TextPieces {
    var found = TextPieces()
    guard wanted.count > 0 else { return found }
    let tables = try String.fetchAll(
      self, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' UNION SELECT 'sqlite_schema'")
    for table in tables {
      let cursor = try GRDB.Row.fetchCursor(self, sql: "SELECT * FROM \"\(table)\"")
      while let row = try cursor.next() {
        for column in 0..<row.count {
          try row.withUnsafeData(atIndex: column) { data in
            guard let data, data.count >= TextPieces.shortest else { return }
            found.formUnion(data.withUnsafeBytes { wanted.found(in: $0) })
          }
        }
      }
    }
    return found
  }
}

extension Change.PurgeCounts {
  /// `2 document pairs, 1 memory`.
  fileprivate var words: String {
    let parts = [
      (pairs, "document pair", "document pairs"), (memories, "memory", "memories"),
      (concepts, "concept", "concepts"), (events, "event", "events"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
      .joined(separator: ", ")
  }
}

extension MemoryError {
  fileprivate static func stillRead(_ path: String) -> MemoryError {
    MemoryError(
      reason: .locked, place: path,
      problem: "the texts are removed, but another process still uses the workspace, and its file "
        + "cannot be written anew",
      fix: "end that process; the next command that opens the workspace finishes the work")
  }

  fileprivate static func unclean(_ path: String, pieces: Int) -> MemoryError {
    MemoryError(
      reason: .inconsistent, place: path,
      problem: "\(pieces) pieces of the removed texts still stand in the file",
      fix:
        "end every other process that uses the workspace and give the command again; if they stay, "
        + "please report it, and delete the file")
  }
}
