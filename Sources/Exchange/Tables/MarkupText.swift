/// Text of a marked-up file as it is written. What comes from people is escaped.
public struct MarkupText {
  private var bytes: [UInt8] = []

  public init() {}

  /// How many bytes there are to take.
  var count: Int { bytes.count }

  /// Hands over what was written since the last time.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Markup of our own.
  public mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// A text, also within quotation marks.
  public mutating func text(_ text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      default: bytes.append(byte)
      }
    }
  }
}

extension String {
  /// As it can stand in markup, between tags or in an attribute.
  public var escaped: String {
    var markup = MarkupText()
    markup.text(self)
    return String(decoding: markup.take(), as: UTF8.self)
  }

  /// Without what no table can carry: line ends of other systems become `\n`, and what XML 1.0
  /// forbids (section 2.2) goes. O(n).
  var clean: (text: String, lost: Int) {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return (self, 0) }
    var text = String.UnicodeScalarView()
    var lost = 0
    var isAfterReturn = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\r": text.append("\n")
      case "\t", "\n": text.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": lost += 1
      default: text.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return (String(text), lost)
  }

  /// Each line without white space at its ends and with single spaces in it; blank lines at the
  /// ends go.
  var collapsed: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(whereSeparator: \.isBreakable).joined(separator: " ")
    }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}

extension Character {
  /// White space that pages run together.
  var isBreakable: Bool { self == " " || self == "\t" || isNewline }
}
