// Values that are made beside other work.
import Synchronization
import Testing

@testable import Workbench

@Suite struct PreparedTests {
  @Test func manyMayWaitForEachOther() throws {
    let start = ContinuousClock.now
    var values = [Prepared { 0 }]
    for _ in 1...32 {
      let last = values[values.count - 1]
      values.append(Prepared { try last.value + 1 })
    }
    for value in values.reversed() { value.begin() }
    #expect(try values[32].value == 32)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func itIsMadeOnce() throws {
    let made = Mutex(0)
    let value = Prepared { made.withLock { $0 += 1 } }
    for _ in 1...3 { value.begin() }
    for _ in 1...3 { try value.value }
    #expect(made.withLock { $0 } == 1)
  }

  @Test func whatMakingItThrewIsThrownToAll() {
    let value = Prepared<Int> { throw CancellationError() }
    for _ in 1...2 {
      #expect(throws: CancellationError.self) { try value.value }
      #expect(throws: CancellationError.self) { try value.value(within: 5) }
    }
  }

  @Test func thoseInAHurryGoWithout() throws {
    let gate = Mutex(false)
    let value = Prepared {
      while !gate.withLock({ $0 }) {}
      return 1
    }
    #expect(try value.value(within: 0.01) == nil)
    gate.withLock { $0 = true }
    #expect(try value.value(within: 60) == 1)
  }
}
