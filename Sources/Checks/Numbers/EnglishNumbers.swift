internal import Bitext

/// Numbers that English writes in words.
enum EnglishNumbers {
  /// Words that may stand for a number of the other side and ask for none themselves.
  static let answers: [String: [Double]] = [
    "a": [1], "an": [1], "one": [1], "ones": [1], "single": [1], "first": [1], "once": [1],
    "each": [1], "every": [1], "per": [1], "unique": [1], "another": [1], "another's": [1],
    "second": [2], "secondary": [2], "both": [2], "pair": [2], "twice": [2], "double": [2],
    "doubled": [2], "couple": [2], "dual": [2], "two": [2], "binary": [2], "either": [2],
    "triple": [3], "thrice": [3], "quadruple": [4], "half": [0.5, 50, 30], "halves": [0.5, 50],
    "quarter": [0.25, 25, 15], "quarters": [0.25, 0.75, 75], "third": [3, 1.0 / 3],
    "thirds": [2.0 / 3], "dozen": [12], "dozens": [10], "zero": [0], "no": [0], "none": [0],
    "nil": [0], "null": [0], "empty": [0], "decade": [10], "decades": [10], "fortnight": [2],
    "century": [100], "hundred": [100], "hundreds": [100], "thousand": [1000], "thousands": [1000],
    "million": [1e6], "millions": [1e6], "billion": [1e9], "octal": [8], "decimal": [10],
    "hexadecimal": [16], "hex": [16], "hourly": [1], "daily": [1], "weekly": [1], "i": [1],
    "ii": [2], "iii": [3],
    "iv": [4], "v": [5], "vi": [6], "vii": [7], "viii": [8], "ix": [9], "x": [10], "xi": [11],
    "xii": [12], "xiii": [13], "xiv": [14], "xv": [15], "xvi": [16], "xvii": [17], "xviii": [18],
    "xix": [19], "xx": [20], "midnight": [0, 12, 24], "noon": [12], "eleven": [11], "teens": [10],
    "twenties": [20, 1920], "thirties": [30, 1930], "forties": [40, 1940], "fifties": [50, 1950],
    "sixties": [60, 1960], "seventies": [70, 1970], "eighties": [80, 1980], "nineties": [90, 1990],
  ]

  private static let short = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  static func month(_ word: String) -> Int? { NumberForms.english.months[word] ?? short[word] }

  /// `forty-five`, `two hundred and fifty`; what multiplies it after that is not taken in.
  static func number(_ text: [Unicode.Scalar], _ start: Int) -> (
    reading: Numerals.Reading, words: Int
  )? {
    var total = 0.0
    var part = 0.0
    var words = 0
    var end = start
    var index = start
    while let (word, wordEnd) = Script.letters(text, index) {
      if let value = unit(word, after: words) {
        part += value
      } else if word == "hundred", part > 0 {
        part *= 100
      } else if let factor = NumberForms.english.factors[word], factor >= 1e3, part > 0,
        Script.letters(text, NumberForms.afterSpace(text, wordEnd)).map({
          unit($0.word, after: 1) != nil
        }) ?? false
      {
        total += part * factor
        part = 0
      } else if word == "and", words > 0, part >= 100 {
        index = NumberForms.afterSpace(text, wordEnd)
        continue
      } else {
        break
      }
      words += 1
      end = wordEnd
      index = NumberForms.afterSpace(text, wordEnd)
      if index == wordEnd { break }
    }
    guard words > 0 else { return nil }
    return (Numerals.Reading(value: total + part, end: end), words)
  }

  /// `one` and `first` count only behind another number word: `twenty-one`.
  private static func unit(_ word: String, after words: Int) -> Double? {
    if let value = Numerals.english(word) { return value }
    guard words > 0 else { return nil }
    return word == "one" || word == "first" ? 1 : word == "second" ? 2 : nil
  }
}
