internal import Bitext

/// Code points made alike for matching, one for one, so that places in the text stay: traditional
/// Chinese as simplified, full-width letters and marks as ASCII, upper case as lower.
enum Folding {
  /// The code point to compare; 0 for a quotation mark. O(1).
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x10000 ? UInt32(basic[Int(scalar.value)]) : lowered(scalar)
  }

  /// Quotation marks, straight, curly, angled or corner, which never tell two terms apart.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x300C...0x300F, 0xFF02, 0xFF07: true
    default: false
    }
  }

  /// What each code point of the basic plane is compared as, made once, in some milliseconds.
  static let basic: [UInt16] = (0..<0x10000 as Range<UInt32>).map { value in
    guard let scalar = Unicode.Scalar(value), !isQuote(scalar) else { return 0 }
    let isWide = (0xFF01...0xFF5E).contains(value)
    let narrow = isWide ? Unicode.Scalar(UInt8(value - 0xFEE0)) : scalar
    return UInt16(truncatingIfNeeded: SimplifiedForms.fold(lowered(narrow)))
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
    guard scalar.properties.changesWhenLowercased else { return scalar.value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }
}
