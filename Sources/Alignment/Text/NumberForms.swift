internal import Bitext

/// How a language in an alphabet writes numbers, percentages and months, as data. A language is one
/// value here, one line in `of`, and one table in the tests; without one, only digits are read.
struct NumberForms {
  /// Whether a comma parts the decimals and a point the thousands: `1.234,5`.
  var decimalComma = false
  /// Words that multiply the number before them.
  var factors: [String: Double] = [:]
  /// Words that make it a percentage.
  var percents: Set<String> = []
  /// Month names; both languages that have them here write them with a capital.
  var months: [String: Int] = [:]

  /// The forms of a language.
  static func of(_ language: Language) -> NumberForms {
    switch language.code {
    case "de": german
    case "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "uk": NumberForms(decimalComma: true)
    default: english
    }
  }

  static let english = NumberForms(
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
