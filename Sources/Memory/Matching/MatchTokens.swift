// What matching counts: the characters of a text, or its words and marks. Everything else of this
// folder is built on these.
public import Bitext
internal import Foundation

/// How a language's texts are cut to be compared.
public enum MatchUnit: Hashable, Sendable {
  /// Characters, each with its combining marks: for languages written without spaces.
  case characters
  /// Words in lower case, and punctuation marks each by itself; white space does not count.
  case words

  /// The one that fits a language.
  public init(_ language: Language) { self = language.isUnspaced ? .characters : .words }
}

/// A text cut into what is compared.
struct MatchTokens: Hashable, Sendable {
  /// What is compared: a character, or a word in lower case; composed (NFC).
  private(set) var keys: [String] = []
  /// Where each stands in the text, in UTF-8 bytes.
  private(set) var ranges: [Range<Int>] = []

  /// Cuts a text. O(n).
  init(_ text: String, by unit: MatchUnit) {
    var text = text
    text.withUTF8 { bytes in
      Self.cut(bytes, by: unit) { range in
        keys.append(Self.key(bytes, range, unit))
        ranges.append(range)
      }
    }
  }

  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ unit: MatchUnit)
    -> String
  {
    let token = String(decoding: bytes[range], as: UTF8.self)
    let cased = unit == .words ? token.lowercased() : token
    return cased.isComposed ? cased : cased.precomposedStringWithCanonicalMapping
  }

  /// Gives the place of every token, in order. O(n).
  static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, by unit: MatchUnit, _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let (first, width) = scalar(bytes, start)
      var end = start + width
      let kind = TokenPart(first)
      switch unit {
      case .characters: skipMarks(bytes, &end)
      case .words where kind == .word: skipWord(bytes, &end)
      case .words: break
      }
      if unit == .characters || kind != .space { body(start..<end) }
      start = end
    }
  }

  private static func skipMarks(_ bytes: UnsafeBufferPointer<UInt8>, _ end: inout Int) {
    while end < bytes.count, bytes[end] >= 0xCC {
      let (next, width) = scalar(bytes, end)
      guard next.isMark else { return }
      end += width
    }
  }

  private static func skipWord(_ bytes: UnsafeBufferPointer<UInt8>, _ end: inout Int) {
    while end < bytes.count {
      let (next, width) = scalar(bytes, end)
      guard TokenPart(next) == .word else { return }
      end += width
    }
  }

  /// The code point at `start`, and how many bytes it takes. The bytes are a String's, so they are
  /// whole.
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (Unicode.Scalar, width: Int) {
    let first = UInt32(bytes[start])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0xFF >> UInt32(width + 1))
    for byte in bytes[start + 1..<start + width] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

/// What a code point is to a language with spaces.
enum TokenPart: Hashable {
  case word, mark, space

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: self = .word
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0: self = .space
    case 0..<0x80, 0x2010...0x2027, 0x3001...0x3003, 0xFF01...0xFF0F: self = .mark
    default:
      let properties = scalar.properties
      let isWord =
        properties.isAlphabetic || properties.numericType != nil || scalar.isMark
      self = isWord ? .word : properties.isWhitespace ? .space : .mark
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is written onto the character before it: accents, variation selectors.
  var isMark: Bool {
    guard value >= 0x300, !(0x3400...0x9FFF).contains(value) else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// Whether composing (NFC) surely leaves it as it is: it cannot join what stands before it, nor is it
  /// a compatibility ideograph.
  var isComposed: Bool {
    value < 0x300 || (0x3400...0x9FFF).contains(value) || (0x2010...0x2027).contains(value)
      || (0x3000...0x302F).contains(value) || (0xFF00...0xFFEF).contains(value)
  }
}

extension String {
  fileprivate var isComposed: Bool { unicodeScalars.allSatisfy(\.isComposed) }
}
