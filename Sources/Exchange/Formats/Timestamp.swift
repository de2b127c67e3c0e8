internal import Glibc

/// Points in time as ISO 8601 writes them, in UTC: `2023-03-16T03:30:00Z`.
enum Timestamp {
  /// The words for seconds since 1970. Years beyond 1970–9999 are clamped.
  static func text(_ seconds: Int) -> String {
    var time = time_t(min(max(seconds, 0), 253_402_300_799))
    var parts = tm()
    gmtime_r(&time, &parts)
    let day = [parts.tm_mon + 1, parts.tm_mday].map { "-" + Number.padded(Int($0), 2) }.joined()
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Number.padded(Int($0), 2) }
    return "\(parts.tm_year + 1900)\(day)T\(clock.joined(separator: ":"))Z"
  }

  /// Seconds since 1970, from the form above, from `2023-03-16`, from `20230316T033000Z`, or with an
  /// offset such as `+0800`; `nil` for anything else.
  static func seconds(_ text: String) -> Int? {
    let digits = text.unicodeScalars.prefix { !"+Zz".unicodeScalars.contains($0) }
      .filter { ("0"..."9").contains($0) }.map { Int($0.value) - 48 }
    guard digits.count >= 8 else { return nil }
    func number(_ start: Int, _ length: Int) -> Int32 {
      guard start + length <= digits.count else { return 0 }
      return Int32(digits[start..<start + length].reduce(0) { 10 * $0 + $1 })
    }
    var parts = tm()
    parts.tm_year = number(0, 4) - 1900
    parts.tm_mon = number(4, 2) - 1
    parts.tm_mday = number(6, 2)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (number(8, 2), number(10, 2), number(12, 2))
    guard (0..<12).contains(parts.tm_mon), (1...31).contains(parts.tm_mday) else { return nil }
    return timegm(&parts) - offset(text)
  }

  private static func offset(_ text: String) -> Int {
    guard let plus = text.lastIndex(of: "+") else { return 0 }
    let digits = text[plus...].filter(\.isNumber).compactMap(\.wholeNumberValue)
    guard digits.count == 4 else { return 0 }
    return 3600 * (10 * digits[0] + digits[1]) + 60 * (10 * digits[2] + digits[3])
  }
}

/// Numbers as exchange files write them.
enum Number {
  /// A probability to three digits: `0.982`.
  static func thousandths(_ confidence: Double) -> String {
    let number = Int((min(max(confidence, 0), 1) * 1000).rounded())
    return "\(number / 1000).\(padded(number % 1000, 3))"
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
