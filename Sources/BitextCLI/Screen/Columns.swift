// How many columns of a terminal a text takes, and texts cut and filled to columns. The one place
// that knows that a Chinese character is two columns wide.
internal import Synchronization

/// What the terminal at hand does with characters that may be wide or narrow.
enum AmbiguousWidth {
  /// Whether they are wide.
  static let isWide = Atomic<Bool>(false)
}

extension Character {
  /// 0, 1 or 2 columns. A sequence is as wide as its first scalar, or 2 when it asks for emoji
  /// presentation (U+FE0F) or is a flag.
  var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    let isOne = utf8.count == UTF8.width(first)
    if first.isASCII, isOne { return first.value < 0x20 || first.value == 0x7F ? 0 : 1 }
    if !isOne, unicodeScalars.contains("\u{FE0F}") || Self.flagLetters.contains(first) { return 2 }
    if isOne, (0x4E00...0x9FFF).contains(first.value) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return first.isWide ? 2 : 1
    }
  }

  /// Two of these make a flag.
  private static let flagLetters: ClosedRange<Unicode.Scalar> = "\u{1F1E6}"..."\u{1F1FF}"
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    if value >= 0x1100, Self.hold(value, WideScalars.ranges) { return true }
    return AmbiguousWidth.isWide.load(ordering: .relaxed)
      && Self.hold(value, AmbiguousScalars.ranges)
  }

  private static func hold(_ value: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
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
  /// Whether it is of the general category Cc, and no white space.
  fileprivate var isControl: Bool {
    switch value {
    case 0x09...0x0D, 0x85: false
    case ...0x1F, 0x7F...0x9F: true
    default: false
    }
  }
}

extension StringProtocol {
  /// How many columns the text takes.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text with spaces after it, to fill `width` columns.
  func padded(to width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - columns))
  }

  /// The beginning of the text that fits in `width` columns, its spaces kept; with `…` at its end
  /// where it was cut.
  func clipped(to width: Int) -> String {
    guard columns > width else { return String(self) }
    var kept = ""
    var used = 1
    for character in self {
      used += character.columns
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with spaces before it, to fill `width` columns.
  func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - columns)) + String(self)
  }
}
