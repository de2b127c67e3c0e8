/// A number found in a text, with what is said of it.
struct Amount {
  /// What kind of number it is.
  enum Kind {
    case number
    case percent
    case year
    case month
    case day
    /// The first year of it: 1960, or 60 where the century is not told.
    case decade
    case century
    /// Digits with several points: `3.14.2`. Compared as written.
    case version

    var isDate: Bool { [.year, .month, .day, .decade, .century].contains(self) }
  }

  /// What a text says of how exact a number is.
  enum Precision: String {
    /// 140余, 超过140; more than 140, 140+.
    case over = "more than"
    /// 约140, 140左右; about 140.
    case about = "about"
    /// 近140, 不到140; nearly 140, under 140.
    case under = "less than"
  }

  var kind: Kind
  var value: Double
  /// Its place, in scalars, without what stands before it.
  var range: Range<Int>
  /// Whether the other side must have it too. A 一 or an `a` only answers.
  var demands: Bool
  var precision: Precision?
  /// The unit after it, if it is one we know.
  var unit: Unit?
  /// A letter after the digits that may multiply it: the `k` of `9.6k`.
  var suffix: Double?
  /// Whether it tells the time of day.
  var isClock: Bool
  /// Whether it stands between backticks, where a number is digits in any language.
  var isInlineCode: Bool
  /// As it is written.
  var written: String

  /// Whether the value is the same and the number is not: version 3.14 is not 3.140, nor is 0 00. A price or
  /// a length may gain zeros.
  func isOtherwiseWritten(than other: Amount) -> Bool {
    guard let ours = plainDigits, let theirs = other.plainDigits, ours != theirs else {
      return false
    }
    return value == 0 || ours.contains(".") && theirs.contains(".")
  }

  /// The digits and the point, where it is nothing else than a number.
  private var plainDigits: String? {
    guard kind == .number, demands, unit == nil, suffix == nil, !isClock,
      written.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C })
    else { return nil }
    return written.filter { $0 != "," }
  }
}
