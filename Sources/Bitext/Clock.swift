/// A time of a recording as people write it.
extension Range<Int> {
  /// Milliseconds as WebVTT has them: `00:01:02.500-00:01:04.000`.
  public var clock: String { "\(lowerBound.clock)-\(upperBound.clock)" }
}

extension Int {
  /// Milliseconds as `00:01:02.500`.
  public var clock: String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: Swift.max(0, width - text.count)) + text
    }
    let seconds = self / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }
    return parts.joined(separator: ":") + "." + digits(self % 1000, 3)
  }
}
