/// Words as XML 1.0 carries them.
enum XMLText {
  /// The text between tags; characters that XML forbids are left out and counted.
  static func escaped(_ text: String, dropped: inout Int) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      default:
        if scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
          dropped += 1
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  /// The value of an attribute; a break in it is a reference, or a reader would make it a space.
  static func attribute(_ text: String, dropped: inout Int) -> String {
    escaped(text, dropped: &dropped).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0xEF
  }
}

extension UnitOutput {
  /// A text between tags.
  mutating func escaped(_ text: String) -> String {
    XMLText.escaped(text, dropped: &illegalCharacters)
  }

  /// ` name="value"`.
  mutating func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(XMLText.attribute(value, dropped: &illegalCharacters))\""
  }

  /// A text as a reader will find it: without what XML forbids.
  static func legal(_ text: String) -> String {
    let isLegal = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF
        || $0 == "\t" || $0 == "\n" || $0 == "\r"
    }
    guard !isLegal else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF
            || "\t\n\r".unicodeScalars.contains($0)
        }))
  }
}
