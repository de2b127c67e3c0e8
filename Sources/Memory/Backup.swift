// A copy of the workspace while people work in it, by SQLite's own backup.
internal import Foundation
internal import GRDB

/// A backup in figures.
public struct BackupReport: Codable, Hashable, Sendable {
  /// Where it is.
  public var path: String
  /// Its size.
  public var bytes: Int
  /// How many document pairs and memories are in sight in it.
  public var names: Int
  /// How many units and rows it holds, removed ones too.
  public var units: Int
  /// How many events.
  public var events: Int
}

extension Store {
  /// Copies the workspace as it is at one moment into a file of its own, which appears whole or not
  /// at all. Others may read and write meanwhile; what they store is in the copy or not, never by
  /// halves. The copy is read through and checked before it takes its place. O(size).
  /// - Parameter replacing: whether a file that is there may be replaced.
  /// - Throws: `fileExists`; `unwritable`; `damaged` when the copy, and so the workspace, is.
  public func backup(to goal: String, replacing: Bool) throws(MemoryError) -> BackupReport {
    guard replacing || access(goal, F_OK) != 0 else { throw .fileExists(goal) }
    var name = Array("\(WorkspaceFile.folder(of: goal))/.bitext-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .unwritable(goal, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    let temporary = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { for end in ["", "-wal", "-shm", "-journal"] { unlink(temporary + end) } }
    var report = try copy(to: temporary, for: goal)
    guard fsync(descriptor) == 0, Foundation.rename(temporary, goal) == 0 else {
      throw .unwritable(goal, String(cString: strerror(errno)))
    }
    WorkspaceFile.syncFolder(of: goal)
    report.bytes = Int(
      (try? FileManager.default.attributesOfItem(atPath: goal)[.size] as? Int) ?? 0)
    return report
  }

  private func copy(to temporary: String, for goal: String) throws(MemoryError) -> BackupReport {
    do {
      let copy = try DatabaseQueue(path: WorkspaceFile(path: temporary).sqlitePath)
      try queue.backup(to: copy)
      return try copy.inDatabase { db in
        // One file, without a log beside it.
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        let words = try String.fetchAll(db, sql: "PRAGMA integrity_check")
        guard words == ["ok"] else { throw MemoryError.damaged(path, words.first ?? "") }
        return try BackupReport(db, path: goal)
      }
    } catch {
      throw MemoryError(error, at: goal)
    }
  }
}

extension BackupReport {
  fileprivate init(_ db: Database, path: String) throws {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    self.path = path
    bytes = 0
    names = try count(
      """
      SELECT (SELECT count(*) FROM document_pair WHERE removed = 0)
        + (SELECT count(*) FROM memory WHERE removed = 0)
      """)
    units = try count(
      """
      SELECT (SELECT count(*) FROM row) + (SELECT count(*) FROM unit WHERE memory IS NOT NULL)
      """)
    events = try count("SELECT count(*) FROM event")
  }
}

extension MemoryError {
  fileprivate static func fileExists(_ path: String) -> MemoryError {
    MemoryError(
      reason: .nameUsed, place: path, problem: "there is a file already",
      fix: "choose another name, or replace it with `--replace`")
  }
}
