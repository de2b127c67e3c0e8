internal import Bitext

/// A code point of a text, classed and folded for search.
struct ScannedScalar {
  enum Kind: UInt8 {
    /// Divides, or tells nothing: white space, hyphens, what has no width.
    case nothing
    /// Part of a word of a spaced language.
    case letter
    /// Stands for itself: Han, kana, Hangul, Thai and its neighbours.
    case character
    /// Punctuation and signs.
    case mark
  }

  let kind: Kind
  /// The form that search compares.
  let folded: UInt32
  /// Its length in UTF-8 bytes.
  let width: Int

  /// Whether it may stand inside a word: `don't`.
  var isApostrophe: Bool { kind == .mark && folded == 0x27 }

  /// Reads the code point at an index of valid UTF-8; what is cut off at the end is a mark.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let first = text[index]
    if first < 0x80 {
      self = Self.ascii[Int(first)]
      return
    }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + width <= text.count else {
      self.init(.mark, 0xFFFD, text.count - index)
      return
    }
    var value = UInt32(first) & (0xFF >> UInt32(width + 1))
    for place in 1..<width { value = value << 6 | UInt32(text[index + place] & 0x3F) }
    if SimplifiedForms.han.contains(value) {
      self.init(.character, SimplifiedForms.fold(value), width)
    } else {
      self.init(wide: value, width)
    }
  }

  private init(_ kind: Kind, _ folded: UInt32, _ width: Int) {
    (self.kind, self.folded, self.width) = (kind, folded, width)
  }

  /// Anything but ASCII and the common Han characters.
  private init(wide value: UInt32, _ width: Int) {
    switch value {
    case 0xFF01...0xFF5E:
      let narrow = Self.ascii[Int(value - 0xFEE0)]
      self.init(narrow.kind == .nothing ? .nothing : narrow.kind, narrow.folded, width)
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x300E, 0x300F, 0x2032: self.init(.mark, 0x27, width)
    case 0xAB, 0xBB, 0x201C...0x201F, 0x300C, 0x300D, 0x2033: self.init(.mark, 0x22, width)
    case 0x2010...0x2013, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F:
      self.init(.nothing, 0, width)
    default:
      guard let scalar = Unicode.Scalar(value) else {
        self.init(.mark, 0xFFFD, width)
        return
      }
      self.init(Self.kind(scalar), Self.lowered(scalar), width)
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if unspaced.contains(where: { $0.contains(scalar.value) }) { return .character }
    let properties = scalar.properties
    if properties.isWhitespace { return .nothing }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return .letter
    case .control, .format: return .nothing
    default: return properties.isAlphabetic || properties.numericType != nil ? .letter : .mark
    }
  }

  /// Scripts whose words no space divides, and Hangul, whose words take endings.
  private static let unspaced: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF,
    0x3005...0x3007, 0x3041...0x30FF, 0x3130...0x318F, 0x31F0...0x31FF, 0xAC00...0xD7AF,
    0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF,
  ]

  private static func lowered(_ scalar: Unicode.Scalar) -> UInt32 {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }

  private static let ascii: [ScannedScalar] = (UInt32(0)..<0x80).map { value in
    switch value {
    case 0x41...0x5A: ScannedScalar(.letter, value + 0x20, 1)
    case 0x30...0x39, 0x61...0x7A: ScannedScalar(.letter, value, 1)
    case ...0x20, 0x2D, 0x7F: ScannedScalar(.nothing, 0, 1)
    default: ScannedScalar(.mark, value, 1)
    }
  }
}
