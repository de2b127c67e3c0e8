// One workspace: a SQLite file that holds document pairs, the glossary, and every event that made
// them what they are. Open it here; the other files of this folder say what can be asked of it.
public import Foundation
internal import GRDB
internal import Synchronization

/// An open workspace. Every change is one transaction and one event.
///
/// Calls wait for each other; a closure given to the store must not call it again.
public final class Store: Sendable {
  /// Whether opening may make the file.
  public enum Mode: Sendable {
    /// A missing or zero-byte file becomes a new workspace.
    case createIfMissing
    /// A missing or zero-byte file is an error.
    case existing
  }

  /// The file, as it was named on opening.
  public let path: String
  /// Who does what is done through this store; written on every event.
  public let author: String
  let clock: @Sendable () -> Date
  let queue: DatabaseQueue
  /// What was seen when everything that searches read was as it should be.
  let prepared = Mutex<Seen?>(nil)
  /// They remember the stems of words from search to search; only for use while the database is read.
  let cutters = SearchCutters()

  /// Opens the workspace at `path`; a new one is made with mode 0600.
  /// - Parameters:
  ///   - author: not empty.
  ///   - clock: tells the time of each event.
  ///   - patience: how many seconds to wait while another process writes.
  /// - Throws: `missing`, `notADatabase`, `foreign`, `damaged`, `newer`, `locked`, `unwritable`.
  public static func open(
    path: String, mode: Mode, author: String, clock: @escaping @Sendable () -> Date,
    patience: Double = 2
  ) throws(MemoryError) -> Store {
    let file = WorkspaceFile(path: path)
    let isNew = try admit(file, mode)
    do {
      let isReadOnly = !isNew && file.isReadOnly
      let queue = try DatabaseQueue(
        path: isReadOnly ? file.unchangingPath : file.sqlitePath,
        configuration: settings(patience, isReadOnly: isReadOnly))
      try queue.inDatabase { db in
        try isReadOnly
          ? Schema.migrate(db, path: path) : prepare(db, isNew: isNew, path: path)
      }
      return Store(path: path, author: author, clock: clock, queue: queue)
    } catch {
      throw MemoryError(error, at: path)
    }
  }

  /// Whether the file is to become a workspace; throws when it neither is nor can be one.
  private static func admit(_ file: WorkspaceFile, _ mode: Mode) throws(MemoryError) -> Bool {
    switch try file.content() {
    case .workspace: return false
    case .other: throw .notADatabase(file.path)
    case .otherDatabase: throw .foreign(file.path)
    case .nothing, .empty:
      guard mode == .createIfMissing else { throw .missing(file.path) }
      try file.create()
      return true
    }
  }

  private static func settings(_ patience: Double, isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  /// The application id goes in before the write-ahead log exists, so that it stands in the file's
  /// header from the first page on, whatever happens next.
  private static func prepare(_ db: Database, isNew: Bool, path: String) throws {
    if isNew {
      try db.execute(sql: "PRAGMA application_id = \(WorkspaceFile.applicationID)")
    }
    _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    try Schema.migrate(db, path: path)
    // A purge was cut short; if somebody else is at work, the next one to open finishes it.
    if try db.isUnclean { try? db.clean() }
  }

  private init(
    path: String, author: String, clock: @escaping @Sendable () -> Date, queue: DatabaseQueue
  ) {
    self.path = path
    self.author = author
    self.clock = clock
    self.queue = queue
  }

  /// Now, in seconds since 1970 UTC.
  var now: Int { Int(clock().timeIntervalSince1970.rounded(.down)) }

  func read<T>(_ body: (Database) throws -> T) throws(MemoryError) -> T {
    do { return try queue.read(body) } catch { throw MemoryError(error, at: path) }
  }

  func write<T>(_ body: (Database) throws -> T) throws(MemoryError) -> T {
    do { return try queue.write(body) } catch { throw MemoryError(error, at: path) }
  }

  /// Writes what can be made again, and so need not wait for the disk: after a power cut it may be as
  /// it was before, as a whole.
  func writeDerived(_ body: (Database) throws -> Void) throws(MemoryError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    } catch { throw MemoryError(error, at: path) }
  }
}
