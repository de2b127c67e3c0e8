/// How many columns of a terminal a text takes, and texts cut and filled to columns. The one place
/// that knows that a Chinese character is two columns wide.
extension Character {
  /// 0, 1 or 2 columns. A sequence is as wide as its first scalar, or 2 when it asks for emoji
  /// presentation (U+FE0F).
  var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII { return first.value < 0x20 || first.value == 0x7F ? 0 : 1 }
    if unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return first.isWide ? 2 : 1
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    guard value >= 0x1100 else { return false }
    var (low, high) = (0, WideScalars.ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if WideScalars.ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < WideScalars.ranges.count && WideScalars.ranges[low].contains(value)
  }
}

extension String {
  /// The text with every control character but white space made visible, so that no text that was
  /// aligned can command the terminal.
  var harmless: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    properties.generalCategory == .control && !properties.isWhitespace
  }
}

extension StringProtocol {
  /// How many columns the text takes.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text with spaces after it, to fill `width` columns.
  func padded(to width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - columns))
  }

  /// The text with spaces before it, to fill `width` columns.
  func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - columns)) + String(self)
  }
}
