/// The characters of a language without spaces as terms are matched by: folded, quotation marks left out.
enum Characters {
  /// Gives the tokens of a text, one a code point, to `body`. They live no longer. O(text).
  static func withTokens<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<Token>) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      // A line's tokens fit on the stack.
      withUnsafeTemporaryAllocation(of: Token.self, capacity: bytes.count) { tokens in
        let count = Folding.basic.withUnsafeBufferPointer { read(bytes, $0, into: tokens) }
        return body(UnsafeBufferPointer(rebasing: tokens[..<count]))
      }
    }
  }

  /// Reads the code points of valid UTF-8; how many tokens they make.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt16>,
    into tokens: UnsafeMutableBufferPointer<Token>
  ) -> Int {
    var count = 0
    var index = 0
    while index < bytes.count {
      let (value, width) = codePoint(bytes, index)
      let key =
        value < 0x10000
        ? UInt32(folded[Int(value)]) : Folding.fold(Unicode.Scalar(value) ?? "\u{FFFD}")
      if key != 0 {
        tokens[count] = Token(key: key, start: Int32(index), end: Int32(index + width))
        count += 1
      }
      index += width
    }
    return count
  }

  /// The code point at a place of valid UTF-8, and how many bytes it takes.
  @inline(__always)
  private static func codePoint(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int)
  {
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let first = UInt32(bytes[index])
    return switch first {
    case 0..<0x80: (first, 1)
    case 0..<0xE0: ((first & 0x1F) << 6 | tail(1), 2)
    case 0..<0xF0: ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }
}
