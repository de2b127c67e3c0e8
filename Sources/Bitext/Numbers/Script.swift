/// What kind of character a scalar is, as far as words, numbers and marks are told by it.
public enum Script: Sendable {
  /// White space that divides words.
  case space
  /// A letter of an alphabet, full-width ones too.
  case letter
  /// A digit, full-width ones too.
  case digit
  /// A Chinese character, or one of Japan's syllables.
  case han
  /// A punctuation mark.
  case mark
  /// Anything else.
  case other

  /// O(1).
  @inlinable public static func of(_ scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000: .space
    case 0x30...0x39, 0xFF10...0xFF19: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x21...0x7E: .mark
    case 0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      .han
    case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xAB, 0xBB, 0xB7:
      .mark
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
    default:
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        ? .letter : .other
    }
  }
}

extension Script {
  /// The letters from `start` on, in lower case and narrow, and where they end; `nil` when there is none.
  public static func letters(_ text: [Unicode.Scalar], _ start: Int) -> (word: String, end: Int)? {
    var end = start
    while end < text.count, Script.of(text[end]) == .letter { end += 1 }
    guard end > start else { return nil }
    if let word = asciiWord(text, start..<end) { return (word, end) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end].map(\.narrowed))
    return (String(view).lowercased(), end)
  }

  /// The letters in lower case when all are ASCII, as most words are, in one go.
  private static func asciiWord(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    for index in range where !text[index].isASCII { return nil }
    return String(unsafeUninitializedCapacity: range.count) { bytes in
      for (place, index) in range.enumerated() {
        bytes[place] = UInt8(truncatingIfNeeded: text[index].value) | 0x20
      }
      return range.count
    }
  }
}

extension Unicode.Scalar {
  /// A full-width Latin letter, digit or mark as its ASCII counterpart; others unchanged.
  @inlinable public var narrowed: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }

  /// The value of an ASCII or full-width digit.
  @inlinable public var digitValue: Int? {
    let narrow = narrowed.value
    return (0x30...0x39).contains(narrow) ? Int(narrow) - 0x30 : nil
  }
}
