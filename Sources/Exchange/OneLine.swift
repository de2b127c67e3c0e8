/// A text as one line that XML 1.0 can carry (section 2.2): no line breaks, no white space at
/// its ends, no characters that XML forbids. Everything else stays, full-width forms included.
struct OneLine {
  /// The line; empty when the text held nothing else.
  private(set) var text: String
  /// How many characters were left out because XML forbids them.
  private(set) var illegalCharacters = 0

  /// A break becomes one space, or nothing in a language written without spaces. O(n).
  init(_ original: String, unspaced: Bool) {
    text = original
    if Self.isPlain(original) { return }
    var line = String.UnicodeScalarView()
    var isBroken = false
    for scalar in original.unicodeScalars {
      if Character(scalar).isNewline {
        isBroken = true
      } else if Self.isIllegal(scalar) {
        illegalCharacters += 1
      } else if !isBroken {
        line.append(scalar)
      } else if !scalar.properties.isWhitespace {
        Self.trimEnd(of: &line)
        if !unspaced { line.append(" ") }
        line.append(scalar)
        isBroken = false
      }
    }
    Self.trimEnd(of: &line)
    text = String(line.drop { $0.properties.isWhitespace })
  }

  private static func trimEnd(of line: inout String.UnicodeScalarView) {
    while line.last?.properties.isWhitespace == true { line.removeLast() }
  }

  /// C0 controls but for the tab, and the two noncharacters. Line breaks are asked for before.
  fileprivate static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether the text is such a line already, as nearly all are: one pass over its bytes, which
  /// may say no to a plain text but never yes to another.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return true }
    if isSpace(first) || isSpace(last) { return false }
    return !text.hasSuspect { before, byte in
      byte < 0x20
        || before == 0xC2 && byte == 0x85  // U+0085, next line
        || before == 0x80 && byte & 0xFE == 0xA8  // the ends of U+2028 and U+2029, separators
        || before == 0xBF && byte & 0xFE == 0xBE  // the ends of U+FFFE and U+FFFF
    }
  }

  /// Whether it is white space. To ask Unicode costs more than all else here, and letters need no asking.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: scalar == " " || (0x09...0x0D).contains(scalar.value)
    case ...0x3000: scalar.properties.isWhitespace
    default: false  // none stands behind the ideographic space
    }
  }
}

extension String {
  /// The text without characters that XML forbids, which are counted; all others stay. O(n).
  func legal(_ count: inout Int) -> String {
    let isSuspect = hasSuspect { before, byte in
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
        || before == 0xBF && byte & 0xFE == 0xBE  // the ends of U+FFFE and U+FFFF
    }
    guard isSuspect else { return self }
    let kept = unicodeScalars.filter { scalar in
      scalar == "\n" || scalar == "\r" || !OneLine.isIllegal(scalar)
    }
    count += unicodeScalars.count - kept.count
    return String(String.UnicodeScalarView(kept))
  }
}
