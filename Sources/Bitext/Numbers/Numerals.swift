/// Numbers read by value, so that `140余` and `more than 140`, `3.5亿` and `350 million`,
/// `第十八届` and `18th`, `百分之三` and `3%` become the same token.
public enum Numerals {
  /// A number found in a text.
  public struct Reading: Hashable, Sendable {
    /// Its value; a percentage keeps the figure before the sign.
    public var value: Double
    /// Whether it is a percentage.
    public var isPercent: Bool
    /// The index after its last scalar.
    public var end: Int

    /// A number that ends before `end`.
    public init(value: Double, isPercent: Bool = false, end: Int) {
      (self.value, self.isPercent, self.end) = (value, isPercent, end)
    }

    /// The token both languages share: `#140`, `#3%`.
    public var key: String {
      let whole = value.rounded() == value && abs(value) < 1e15
      return "#" + (whole ? String(Int(value)) : String(value)) + (isPercent ? "%" : "")
    }
  }

  // MARK: Digits

  /// Reads `1,234.5` at a digit, or `1.234,5` where the comma parts the decimals.
  public static func digits(_ text: [Unicode.Scalar], _ start: Int, decimalComma: Bool = false)
    -> Reading?
  {
    var value = 0.0
    var index = start
    var any = false
    while index < text.count {
      if let digit = text[index].digitValue {
        value = value * 10 + Double(digit)
        any = true
      } else if !(any && isGroupMark(text, index, decimalComma)) {
        break
      }
      index += 1
    }
    guard any else { return nil }
    if isDecimalMark(text, index, decimalComma), !(decimalComma && endsDate(text, start)) {
      var scale = 0.1
      index += 1
      while index < text.count, let digit = text[index].digitValue {
        value += Double(digit) * scale
        scale /= 10
        index += 1
      }
      value = (value * 1e9).rounded() / 1e9
    }
    return Reading(value: value, end: index)
  }

  /// A mark of decimals before a digit. Where the comma is that mark, a point is one too (`7.45`,
  /// a time or a version), but for dates: `14.3.2022`.
  private static func isDecimalMark(
    _ text: [Unicode.Scalar], _ index: Int, _ decimalComma: Bool
  ) -> Bool {
    guard index + 1 < text.count, text[index + 1].digitValue != nil else { return false }
    switch text[index] {
    case ",": return decimalComma
    case ".", "．":
      let end = text[(index + 1)...].firstIndex { $0.digitValue == nil } ?? text.count
      return !decimalComma || end == text.count || text[end] != "."
    default: return false
    }
  }

  /// Whether a number stands right behind a point and a digit, as the year of a date does.
  private static func endsDate(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
    start > 1 && text[start - 1] == "." && text[start - 2].digitValue != nil
  }

  /// A comma before exactly three digits, or a point where the comma parts the decimals; a space
  /// too, after one to three digits.
  private static func isGroupMark(
    _ text: [Unicode.Scalar], _ index: Int, _ decimalComma: Bool
  ) -> Bool {
    guard index + 3 < text.count else { return false }
    if text[index] == " " {
      var digits = 0
      while index > digits, text[index - digits - 1].digitValue != nil { digits += 1 }
      guard (1...3).contains(digits) else { return false }
    } else if decimalComma ? text[index] != "." : text[index] != "," && text[index] != "，" {
      return false
    }
    let three = (1...3).allSatisfy { text[index + $0].digitValue != nil }
    return three && (index + 4 >= text.count || text[index + 4].digitValue == nil)
  }

  // MARK: Chinese

  private static let chineseDigits: [Unicode.Scalar: Double] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9,
  ]
  private static let smallUnits: [Unicode.Scalar: Double] = ["十": 10, "百": 100, "千": 1000]
  private static let largeUnits: [Unicode.Scalar: Double] = [
    "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12,
  ]

  /// Whether a Chinese number can begin with this scalar.
  public static func startsChinese(_ scalar: Unicode.Scalar) -> Bool {
    chineseDigits[scalar] != nil || scalar == "十"
  }

  /// Reads `十八`, `三千五百万`, `二〇二三`, and `三` alone; `nil` where no number begins.
  public static func chinese(_ text: [Unicode.Scalar], _ start: Int) -> Reading? {
    var total = 0.0
    var section = 0.0
    var digit: Double?
    var run = 0
    var positional = 0.0
    var onlyDigits = true
    var index = start
    while index < text.count {
      let scalar = text[index]
      if let value = chineseDigits[scalar] {
        positional = positional * 10 + value
        run += 1
        digit = value
      } else if let unit = smallUnits[scalar] {
        if run > 1 { break }
        section += (digit ?? 1) * unit
        (digit, run, onlyDigits) = (nil, 0, false)
      } else if let unit = largeUnits[scalar], index > start {
        if run > 1 { break }
        total = (total + section + (digit ?? 0)) * unit
        (section, digit, run, onlyDigits) = (0, nil, 0, false)
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    return Reading(value: onlyDigits ? positional : total + section + (digit ?? 0), end: index)
  }

  /// The factor of 万, 亿 and the like after digits, and how many scalars it takes.
  public static func chineseFactor(_ text: [Unicode.Scalar], _ start: Int) -> (Double, Int) {
    var factor = 1.0
    var index = start
    while index < text.count, let unit = largeUnits[text[index]] ?? smallUnits[text[index]] {
      factor *= unit
      index += 1
    }
    return (factor, index)
  }

  // MARK: English

  private static let englishWords: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20,
  ]

  /// The value of a number word from two up; `one` and `second` mean too much else.
  public static func english(_ word: String) -> Double? { englishWords[word] }

  /// The value of `forty` before `-five` and `-fifth`.
  public static func isTens(_ value: Double) -> Bool {
    value >= 20 && value <= 90 && value.truncatingRemainder(dividingBy: 10) == 0
  }
}
