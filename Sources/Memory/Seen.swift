// Searches read what is made of rows and units. Whether that is as it should be is asked once, and
// again only when something was written.
internal import GRDB

/// What a connection has seen of the workspace. While it is the same nothing was written, neither
/// through this connection nor by others.
struct Seen: Hashable {
  /// SQLite's `data_version`: another number whenever another connection has written.
  let version: Int
  /// How many records this connection has changed.
  let changes: Int
}

extension Database {
  /// O(1).
  func seen() throws -> Seen {
    let version = try cachedStatement(sql: "PRAGMA data_version")
    return Seen(version: try Int.fetchOne(version) ?? 0, changes: totalChangesCount)
  }
}

extension Store {
  /// Has rows copied into units and many new units indexed. O(1) when nothing was written since. Units
  /// that cannot be indexed now, since another process writes, are searched one by one.
  /// - Parameter progress: is told how many units were read, when many have to be indexed.
  func prepareSearch(progress: (Int) -> Void = { _ in }) throws(MemoryError) {
    let before = try read { try $0.seen() }
    if prepared.withLock({ $0 }) == before { return }
    try foldRows()
    try? index(progress: progress)
    if try read({ try $0.seen() }) == before { prepared.withLock { $0 = before } }
  }
}
