internal import Dispatch
internal import Foundation
internal import Synchronization

/// A value that is made once, beside other work or when it is first needed. It has a thread of its own:
/// one value may wait for another, and shared threads that all wait would make none.
final class Prepared<Value: Sendable>: Sendable {
  private let make: @Sendable () throws -> Value
  private let state = Mutex((hasBegun: false, made: Result<Value, any Error>?.none))
  private let ready = DispatchGroup()

  init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

  /// Begins to make it on another thread, unless that was begun before.
  func begin() {
    let isFirst = state.withLock { state in
      guard !state.hasBegun else { return false }
      state.hasBegun = true
      ready.enter()
      return true
    }
    guard isFirst else { return }
    Thread.detachNewThread { [self] in
      let value = Result(catching: make)
      state.withLock { $0.made = value }
      ready.leave()
    }
  }

  /// The value, if it is there within so many seconds; what making it threw.
  func value(within seconds: Double) throws -> Value? {
    begin()
    return ready.wait(timeout: .now() + seconds) == .success ? try value : nil
  }

  /// The value, as soon as it is there; what making it threw.
  var value: Value {
    get throws {
      begin()
      ready.wait()
      guard let made = state.withLock({ $0.made }) else {
        preconditionFailure("what was begun is made")
      }
      return try made.get()
    }
  }
}
