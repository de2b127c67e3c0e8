internal import Dispatch
internal import Synchronization

/// Makes something of each index on several threads, and takes the results one at a time in the
/// order of the indices, as soon as those before are there: so the outcome is the same for any
/// number of threads. An error of `take` ends the work after what is being made.
func inOrder<Value: Sendable>(
  _ count: Int, jobs: Int, make: @Sendable (Int) -> Value, take: @Sendable (Value) throws -> Void
) throws {
  let queue = Mutex(Queue<Value>(count: count))
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
    while let index = queue.withLock({ $0.next() }) {
      let value = make(index)
      queue.withLock { $0.put(value, at: index, take) }
    }
  }
  if let error = queue.withLock({ $0.error }) { throw error }
}

/// Indices to be worked on, and results that wait for those before them.
private struct Queue<Value> {
  private var free: Range<Int>
  private var head = 0
  private var waiting: [Int: Value] = [:]
  private(set) var error: (any Error)?

  init(count: Int) { free = 0..<count }

  mutating func next() -> Int? { free.popFirst() }

  mutating func put(_ value: Value, at index: Int, _ take: (Value) throws -> Void) {
    waiting[index] = value
    while error == nil, let value = waiting.removeValue(forKey: head) {
      head += 1
      do { try take(value) } catch {
        self.error = error
        free = head..<head
      }
    }
  }
}
