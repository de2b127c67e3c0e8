internal import Foundation

/// Time since it was made, in seconds: the clock's, and the processor's for this thread.
struct Stopwatch {
  private let start = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_THREAD_CPUTIME_ID))

  var wall: Double { Self.now(CLOCK_MONOTONIC) - start.0 }
  var processor: Double { Self.now(CLOCK_THREAD_CPUTIME_ID) - start.1 }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension [Double] {
  /// What a share of the numbers does not pass.
  func share(_ share: Double) -> Double {
    let sorted = sorted()
    return sorted.isEmpty
      ? 0 : sorted[Swift.min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}
