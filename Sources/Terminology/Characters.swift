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
        var count = 0
        var index = 0
        while index < bytes.count {
          let (scalar, width) = scalar(bytes, index)
          if !Folding.isQuote(scalar) {
            tokens[count] = Token(
              key: Folding.fold(scalar), start: Int32(index), end: Int32(index + width))
            count += 1
          }
          index += width
        }
        return body(UnsafeBufferPointer(rebasing: tokens[..<count]))
      }
    }
  }

  /// The code point at a place of valid UTF-8, and how many bytes it takes.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (
    Unicode.Scalar, Int
  ) {
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    let first = UInt32(bytes[index])
    let (value, width): (UInt32, Int) =
      switch first {
      case 0..<0x80: (first, 1)
      case 0..<0xE0: ((first & 0x1F) << 6 | tail(1), 2)
      case 0..<0xF0: ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
      default: ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
