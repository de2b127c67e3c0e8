/// One workspace, and the whole journey through it: the stages joined. Each file of this folder is
/// one job that a person has.
public import Foundation
public import Memory

/// An open workspace with the data that aligning needs.
public struct Bench: Sendable {
  /// Whether opening may make the file.
  public typealias Mode = Store.Mode

  /// The workspace's memory.
  let store: Store
  let clock: @Sendable () -> Date

  /// Opens the workspace at a path.
  /// - Parameters:
  ///   - author: who does what is done; written on every event.
  ///   - clock: tells the time of each event.
  public init(
    workspace path: String, _ mode: Mode, author: String, clock: @escaping @Sendable () -> Date
  ) throws(MemoryError) {
    self.clock = clock
    store = try Store.open(path: path, mode: mode, author: author, clock: clock)
  }

  /// The workspace file, as it was named.
  public var path: String { store.path }
}
