internal import Dispatch
internal import Foundation
internal import Synchronization

/// Portions made on a thread of their own, a few ahead of whoever takes them: a file is parsed while
/// what was parsed before is stored.
public final class ReadAhead<Portion: Sendable, Failure: Error>: Sendable {
  private struct State {
    var ready: [Portion] = []
    var isGivenUp = false
    var error: Failure?
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room: DispatchSemaphore

  /// Begins to make portions.
  /// - Parameters:
  ///   - depth: how many may wait to be taken.
  ///   - make: calls its argument with each portion, until that says to stop.
  public init(
    depth: Int = 8, make: @escaping @Sendable ((Portion) -> Bool) throws(Failure) -> Void
  ) {
    // Dispatch ends the program when a semaphore goes with less than it began with, as this one does
    // when nobody takes the last portions; so it begins with nothing.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<depth { room.signal() }
    Thread.detachNewThread {
      do throws(Failure) { try make { self.put($0) } } catch {
        self.state.withLock { $0.error = error }
      }
      self.filled.signal()
    }
  }

  private func put(_ portion: Portion) -> Bool {
    room.wait()
    let goesOn = state.withLock { state in
      state.ready.append(portion)
      return !state.isGivenUp
    }
    filled.signal()
    return goesOn
  }

  /// The next portion; `nil` after the last.
  /// - Throws: what the making threw, after the portions before.
  public func next() throws(Failure) -> Portion? {
    filled.wait()
    let portion = state.withLock { $0.ready.isEmpty ? nil : $0.ready.removeFirst() }
    if let portion {
      room.signal()
      return portion
    }
    filled.signal()  // the end is still the end when it is asked for again
    if let error = state.withLock({ $0.error }) { throw error }
    return nil
  }

  /// Takes no more: the thread ends after the portion it is making.
  public func giveUp() {
    state.withLock { $0.isGivenUp = true }
    room.signal()
  }
}
