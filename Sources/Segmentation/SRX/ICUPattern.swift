internal import CICU

/// A regular expression of ICU's, and the text it is sought in. For one thread at a time.
final class ICUPattern {
  private let icu: OpaquePointer

  /// Compiles an expression.
  /// - Throws: what `fault` makes of the reason why it is none.
  init(
    _ expression: String, fault: (_ reason: String) -> SegmentationError
  ) throws(SegmentationError) {
    var expression = expression
    var reason: UnsafePointer<CChar>?
    let pattern = expression.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cicu_pattern_open($0.baseAddress, $0.count, &reason)
      }
    }
    guard let pattern else { throw fault(reason.map { String(cString: $0) } ?? "") }
    icu = pattern
  }

  deinit { cicu_pattern_close(icu) }

  /// Starts on a text, which must stay in place until the next. False when memory is short.
  func begin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.withMemoryRebound(to: CChar.self) { cicu_pattern_begin(icu, $0.baseAddress, $0.count) }
  }

  /// The first match from a byte offset on, an empty one too; `nil` for none.
  func match(from offset: Int) throws(TooLong) -> Range<Int>? {
    var (start, end): (Int64, Int64) = (0, 0)
    let answer = cicu_pattern_find(icu, Int64(offset), &start, &end)
    guard answer >= 0 else { throw TooLong() }
    return answer == 1 ? Int(start)..<Int(end) : nil
  }

  /// Whether a match begins at a byte offset; it sees what stands before.
  func matches(at offset: Int) throws(TooLong) -> Bool {
    let answer = cicu_pattern_matches_at(icu, Int64(offset))
    guard answer >= 0 else { throw TooLong() }
    return answer == 1
  }

  /// The search takes more steps than a plain expression needs.
  struct TooLong: Error {}
}
