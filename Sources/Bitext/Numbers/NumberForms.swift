/// How a language in an alphabet writes numbers, percentages and months, as data. A language is one
/// value here, one line in `of`, and one table in the tests; without one, only digits are read.
public struct NumberForms: Sendable {
  /// Whether a comma parts the decimals and a point the thousands: `1.234,5`.
  public var decimalComma = false
  /// Words that multiply the number before them.
  public var factors: [String: Double] = [:]
  /// Words that make it a percentage.
  public var percents: Set<String> = []
  /// Month names; both languages that have them here write them with a capital.
  public var months: [String: Int] = [:]

  /// The forms of a language.
  public static func of(_ language: Language) -> NumberForms {
    switch language.code {
    case "de": german
    case "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "uk": NumberForms(decimalComma: true)
    default: english
    }
  }

  /// The forms of English.
  public static let english = NumberForms(
    factors: [
      "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
      "bn": 1e9, "k": 1e3,
    ],
    percents: ["percent"],
    months: numbered(
      """
      january february march april may june july august september october november december
      """))

  static let german = NumberForms(
    decimalComma: true,
    factors: [
      "hundert": 100, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6,
      "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12,
    ],
    percents: ["prozent"],
    months: numbered(
      """
      januar februar märz april mai juni juli august september oktober november dezember
      """))

  private static func numbered(_ names: String) -> [String: Int] {
    let months = names.split(separator: " ").enumerated()
    return Dictionary(uniqueKeysWithValues: months.map { (String($1), $0 + 1) })
  }
}

/// What follows the digits of a number and belongs to it.
extension NumberForms {
  /// The end of `%` or ` %`, as German and French write it.
  public static func afterPercentSign(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    let isSpaced = start < text.count && Script.of(text[start]) == .space
    let sign = isSpaced ? start + 1 : start
    return sign < text.count && text[sign].narrowed == "%" ? sign + 1 : nil
  }

  /// Takes in a following `million`, `percent` or `th`.
  public func magnified(
    _ text: [Unicode.Scalar], _ reading: Numerals.Reading
  ) -> Numerals.Reading {
    var result = reading
    if let (suffix, end) = Script.letters(text, reading.end),
      ["st", "nd", "rd", "th", "s"].contains(suffix)
    {
      result.end = end
      return result
    }
    while let (next, end) = Script.letters(text, Self.afterSpace(text, result.end)) {
      if let factor = factors[next] {
        result.value *= factor
      } else if percents.contains(next) {
        result.isPercent = true
      } else if next == "per",
        let (cent, centEnd) = Script.letters(text, Self.afterSpace(text, end)),
        cent == "cent"
      {
        result.isPercent = true
        result.end = centEnd
        continue
      } else {
        break
      }
      result.end = end
    }
    return result
  }

  /// Past one space or hyphen.
  public static func afterSpace(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    index < text.count && (text[index] == " " || text[index] == "-") ? index + 1 : index
  }
}
