internal import Foundation
internal import Synchronization

/// Notes when a person last asked for something, and ends the server when that is long ago.
final class IdleWatch: Sendable {
  private let limit: Duration?
  private let last = Mutex(ContinuousClock.now)

  init(minutes: Double?) { limit = minutes.map { .seconds($0 * 60) } }

  /// Somebody asked for something.
  func touch() { last.withLock { $0 = .now } }

  /// Whether nobody has asked for anything for too long.
  var isOver: Bool {
    guard let limit else { return false }
    return last.withLock { $0.duration(to: .now) >= limit }
  }

  /// Returns when it is over.
  func wait() async throws {
    while !isOver {
      let rest = limit.map { $0 - last.withLock { $0.duration(to: .now) } } ?? .seconds(3600)
      try await Task.sleep(for: max(rest, .milliseconds(10)))
    }
  }
}
