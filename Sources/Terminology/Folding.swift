internal import CICU

/// Code points made alike for matching, one for one, so that places in the text stay: traditional
/// Chinese as simplified, full-width letters and marks as ASCII, upper case as lower.
enum Folding {
  /// The code point to compare. O(1).
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return value + 0x20
    case 0..<0x80: return value
    case han: return UInt32(simplified[Int(value - han.lowerBound)])
    case 0xFF01...0xFF5E: return fold(ascii: value - 0xFEE0)
    default: return lowered(scalar)
    }
  }

  /// Quotation marks, straight, curly, angled or corner, which never tell two terms apart.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x300C...0x300F, 0xFF02, 0xFF07: true
    default: false
    }
  }

  private static func fold(ascii value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) ? value + 0x20 : value
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }

  /// The Han characters of the basic plane, extension A first.
  private static let han: ClosedRange<UInt32> = 0x3400...0x9FFF

  /// ICU's simplified forms of all these characters, made once: about 30 ms on one core, most of it
  /// ICU reading its rules. Neighbours in code-point order form no phrase that ICU treats as one.
  private static let simplified: [UInt16] = {
    var characters = han.map { UInt16($0) }
    cicu_simplify(&characters, characters.count)
    return characters
  }()
}
