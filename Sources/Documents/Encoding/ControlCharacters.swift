/// Characters that no text has and that no reader sees: controls other than tabs, line ends and form
/// feeds, and code points that are no characters. They are kept, since the text is never altered,
/// and told of.
enum ControlCharacters {
  /// `3 control characters; the first, U+0008, stands in line 4`; `nil` when there are none. O(n).
  /// - Parameter place: what a byte offset is called: `line 4`.
  static func notice(of text: String, place: (Int) -> String) -> String? {
    var count = 0
    var first: (offset: Int, scalar: Unicode.Scalar)?
    for offset in suspects(in: text) {
      let scalar = scalar(at: offset, in: text)
      guard isControl(scalar) else { continue }
      count += 1
      if first == nil { first = (offset, scalar) }
    }
    guard let first else { return nil }
    let hex = String(first.scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let place = place(first.offset)
    return count == 1
      ? "a control character, \(code), stands in \(place)"
      : "\(count) control characters; the first, \(code), stands in \(place)"
  }

  /// Where a byte stands that may begin such a character.
  private static func suspects(in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.filter { index in
        switch bytes[index] {
        case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: true
        case 0xC2: bytes[index + 1] < 0xA0
        case 0xEF: bytes[index + 1] == 0xBF || bytes[index + 1] == 0xB7
        default: false
        }
      }
    }
  }

  private static func scalar(at offset: Int, in text: String) -> Unicode.Scalar {
    let view = text.utf8
    return text.unicodeScalars[view.index(view.startIndex, offsetBy: offset)]
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F: true
    case 0xFFFE, 0xFFFF, 0xFDD0...0xFDEF: true
    default: false
    }
  }
}
