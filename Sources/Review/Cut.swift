/// A place inside one side of a row where it can be split: after some whole segments, and perhaps
/// some bytes into the next one. Written `2` (after two segments) or `1+12` (after one segment and
/// 12 bytes of the second).
public struct Cut: Hashable, Sendable, CustomStringConvertible {
  /// Whole segments that stay above.
  public var segments: Int
  /// UTF-8 bytes of the next segment that stay above as well; 0 to cut between segments.
  public var bytes: Int

  /// After `segments` whole segments and `bytes` bytes of the next.
  public init(_ segments: Int, bytes: Int = 0) {
    self.segments = segments
    self.bytes = bytes
  }

  /// Reads `2` or `1+12`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let segments = parts[0], segments >= 0 else { return nil }
    guard parts.count == 2 else {
      self.init(segments)
      return
    }
    guard let bytes = parts[1], bytes > 0 else { return nil }
    self.init(segments, bytes: bytes)
  }

  public var description: String { bytes == 0 ? "\(segments)" : "\(segments)+\(bytes)" }
}
