public import Memory

/// A backup in figures.
public typealias BackupReport = Memory.BackupReport

extension Bench {
  /// Copies the workspace, as it is at this moment, into a file of its own.
  /// - Parameter replacing: whether a file that is there may be replaced.
  public func backup(to path: String, replacing: Bool) throws(MemoryError) -> BackupReport {
    try store.backup(to: path, replacing: replacing)
  }
}
