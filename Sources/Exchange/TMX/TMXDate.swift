// `YYYYMMDDThhmmssZ`, the one form of date in TMX (ISO 8601, UTC).
internal import Glibc

public enum TMXDate {
  /// Seconds since 1970 UTC; `nil` when the bytes are no such date. O(1).
  static func seconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = Int(bytes[index]) - 0x30
        guard (0...9).contains(digit) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      let hour = number(9..<11), let minute = number(11..<13), let second = number(13..<15),
      (1...12).contains(month), (1...daysIn(month, year)).contains(day), hour < 24, minute < 60,
      second < 60
    else { return nil }
    return ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
  }

  /// A date in TMX's form or in a near one: with `-` and `:`, without seconds or time of day, with a
  /// space for `T`. O(1).
  public static func lenient(_ text: String) -> Int? {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }
    let others = text.utf8.filter { !(0x30...0x39).contains($0) }
    guard others.allSatisfy({ "TtZz-:/ .".utf8.contains($0) }),
      [8, 12, 14, 17].contains(digits.count)
    else { return nil }
    let whole = digits.prefix(14) + [UInt8](repeating: 0x30, count: max(0, 14 - digits.count))
    let bytes = whole.prefix(8) + [UInt8(ascii: "T")] + whole.dropFirst(8) + [UInt8(ascii: "Z")]
    return Array(bytes).withUnsafeBufferPointer { seconds($0) }
  }

  /// The date in TMX's form. Years beyond 0–9999 are clamped.
  static func text(_ seconds: Int) -> String {
    let seconds = min(max(seconds, -62_167_219_200), 253_402_300_799)
    let day = Int((Double(seconds) / 86400).rounded(.down))
    let (year, month, date) = civil(day)
    let rest = seconds - day * 86400
    return String(unsafeUninitializedCapacity: 16) { bytes in
      func put(_ value: Int, _ start: Int, _ width: Int) {
        var value = value
        for index in (start..<start + width).reversed() {
          bytes[index] = UInt8(0x30 + value % 10)
          value /= 10
        }
      }
      put(year, 0, 4)
      put(month, 4, 2)
      put(date, 6, 2)
      bytes[8] = UInt8(ascii: "T")
      put(rest / 3600, 9, 2)
      put(rest / 60 % 60, 11, 2)
      put(rest % 60, 13, 2)
      bytes[15] = UInt8(ascii: "Z")
      return 16
    }
  }

  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    if month == 2 { return isLeap ? 29 : 28 }
    return 30 + (month + month / 8) % 2  // long and short in turn, and August is long again
  }

  /// Days since 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1
    )
  }
}
