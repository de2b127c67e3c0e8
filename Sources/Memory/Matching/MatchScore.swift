// The score as the guide defines it, counted on the texts themselves.

/// A text made ready to be scored against others, token by token.
struct MatchScore {
  private let unit: MatchUnit
  private var measure: TokenMeasure
  private var folded: TokenMeasure

  init(_ text: String, by unit: MatchUnit) {
    self.unit = unit
    let keys = MatchTokens(text, by: unit).keys
    measure = TokenMeasure(keys)
    folded = TokenMeasure(keys.map(\.simplified))
  }

  /// 1 − d / L against another text; and the same with traditional characters as simplified ones,
  /// where that is more.
  mutating func score(_ text: String) -> (plain: Double, folded: Double) {
    let keys = MatchTokens(text, by: unit).keys
    let plain = measure.score(keys)
    guard plain < 1 else { return (1, 1) }
    return (plain, max(plain, folded.score(keys.map(\.simplified))))
  }
}

/// Tokens numbered as a text has them, and the distance from it.
private struct TokenMeasure {
  private var numbers: [String: UInt32] = [:]
  private var distance: EditDistance

  init(_ keys: [String]) {
    var numbers: [String: UInt32] = [:]
    let symbols = keys.map { key in
      let number = numbers[key] ?? UInt32(numbers.count)
      numbers[key] = number
      return number
    }
    self.numbers = numbers
    distance = EditDistance(symbols)
  }

  mutating func score(_ keys: [String]) -> Double {
    let longer = max(distance.count, keys.count)
    let symbols = keys.map { numbers[$0] ?? .max }
    guard longer > 0, let edits = distance(to: symbols, atMost: longer) else { return 0 }
    return 1 - Double(edits) / Double(longer)
  }
}

extension String {
  /// The text with its traditional Chinese characters as simplified ones.
  var simplified: String {
    let scalars = unicodeScalars
    guard scalars.contains(where: { SimplifiedForms.fold($0.value) != $0.value }) else {
      return self
    }
    var folded = String.UnicodeScalarView()
    for scalar in scalars {
      folded.append(Unicode.Scalar(SimplifiedForms.fold(scalar.value)) ?? scalar)
    }
    return String(folded)
  }
}
