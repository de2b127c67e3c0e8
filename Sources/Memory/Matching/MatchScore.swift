internal import Bitext

// The score as the guide defines it, counted on the texts themselves.

/// A text made ready to be scored against others, token by token.
struct MatchScore {
  private let text: String
  private let isTraditional: Bool
  private var numbers: TokenNumbers
  private var distance: EditDistance
  /// From the text in simplified characters, once it is wanted.
  private var folded: EditDistance?

  init(_ text: String, by unit: MatchUnit) {
    self.text = text
    isTraditional = text.hasTraditional
    numbers = TokenNumbers(unit)
    distance = EditDistance(numbers.of(text))
  }

  /// 1 − d / L against another text; and the same with traditional characters as simplified ones,
  /// where that is more.
  mutating func score(_ other: String) -> (plain: Double, folded: Double) {
    let plain = distance.score(numbers.of(other))
    guard plain < 1, isTraditional || other.hasTraditional else { return (plain, plain) }
    var folded = folded ?? EditDistance(numbers.of(text.simplified))
    defer { self.folded = folded }
    return (plain, max(plain, folded.score(numbers.of(other.simplified))))
  }
}

extension EditDistance {
  fileprivate mutating func score(_ other: [UInt32]) -> Double {
    let longer = max(count, other.count)
    guard longer > 0, let edits = self(to: other, atMost: longer) else { return 0 }
    return 1 - Double(edits) / Double(longer)
  }
}

/// Gives equal tokens equal numbers, and other tokens others.
private struct TokenNumbers {
  private let unit: MatchUnit
  /// Tokens of more than one code point; their numbers are no code points.
  private var known: [String: UInt32] = [:]

  init(_ unit: MatchUnit) { self.unit = unit }

  /// The numbers of a text's tokens. O(n).
  mutating func of(_ text: String) -> [UInt32] {
    var (text, numbers): (String, [UInt32]) = (text, [])
    text.withUTF8 { bytes in
      numbers.reserveCapacity(bytes.count / 3)
      MatchTokens.cut(bytes, by: unit) { numbers.append(number(bytes, $0)) }
    }
    return numbers
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
    if unit == .characters {
      let (scalar, width) = MatchTokens.scalar(bytes, range.lowerBound)
      if width == range.count, scalar.isComposed { return scalar.value }
    }
    let key = MatchTokens.key(bytes, range, unit)
    let scalars = key.unicodeScalars
    if let only = scalars.first, scalars.count == 1 { return only.value }
    let number = known[key] ?? 0x11_0000 + UInt32(known.count)
    known[key] = number
    return number
  }
}

extension String {
  /// Whether the text has characters with another, simplified form.
  fileprivate var hasTraditional: Bool {
    unicodeScalars.contains { SimplifiedForms.fold($0.value) != $0.value }
  }

  /// The text with its traditional Chinese characters as simplified ones.
  fileprivate var simplified: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      folded.append(Unicode.Scalar(SimplifiedForms.fold(scalar.value)) ?? scalar)
    }
    return String(folded)
  }
}
