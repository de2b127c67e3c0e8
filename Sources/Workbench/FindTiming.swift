internal import Documents
internal import Foundation
internal import Memory

/// How long searches took.
public struct FindTiming: Codable, Sendable {
  /// How many searches.
  public var searches: Int
  /// How many of them found something.
  public var successful: Int
  /// How long half of them took at most, and 95 of 100, and the longest: milliseconds of
  /// the processor, so that what else the machine does counts less.
  public var (p50, p95, longest): (Double, Double, Double)
}

extension Bench {
  /// Looks each line of a file up once, and then once more with the clock running: what the file
  /// system and SQLite keep in memory is there, the answers are not.
  public func time(linesOf file: String, limit: Int) throws -> FindTiming {
    let texts = String(decoding: try FileBytes.read(file), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
    var (times, successful): ([Double], Int) = ([], 0)
    for isWarm in [false, true] {
      for text in texts {
        let start = Self.processor
        let found = try store.find(ConcordanceQuery([text]), limit: limit)
        guard isWarm else { continue }
        times.append(1000 * (Self.processor - start))
        successful += found.units.isEmpty ? 0 : 1
      }
    }
    times.sort()
    let at = { (share: Double) in times.isEmpty ? 0 : times[Int(Double(times.count - 1) * share)] }
    return FindTiming(
      searches: times.count, successful: successful, p50: at(0.5), p95: at(0.95), longest: at(1))
  }

  /// The time that the processor has given to this thread, in seconds.
  private static var processor: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
