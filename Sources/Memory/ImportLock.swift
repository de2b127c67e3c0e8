// One process at a time stores units out of sight: to another import they would look like what one
// that was cut short left behind.
internal import Foundation

/// An empty file beside the workspace, locked by flock(2). The system lets go of it however the
/// process ends.
private struct ImportLock {
  private let path: String
  private let descriptor: Int32

  init(_ workspace: String) throws(MemoryError) {
    path = workspace + "-import"
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .unwritable(path, String(cString: strerror(errno))) }
      if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        close(file)
        throw .importing(workspace)
      }
      if Self.isStill(path, file) {
        descriptor = file
        return
      }
      close(file)
    }
  }

  /// Whether the file was not removed between opening and locking it, by the one who had it before.
  private static func isStill(_ path: String, _ file: Int32) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(file, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
  }

  func release() {
    unlink(path)
    close(descriptor)
  }
}

extension Store {
  /// Does work that stores units out of sight, while no other process does. When it fails nothing is
  /// left of them.
  /// - Throws: `locked` when another process does so now; what `work` throws.
  func alone<Result>(_ work: () throws -> Result) throws -> Result {
    let lock = try ImportLock(path)
    defer { lock.release() }
    try write { db in try db.sweepImports() }
    do { return try work() } catch {
      try? write { db in try db.sweepImports() }
      throw error
    }
  }
}
