/// Cuts a text of a spaced language into words and punctuation marks, as terms are matched by.
///
/// White space, hyphens and quotation marks only divide, so `rule-making` is `rule making`; any other mark
/// is a word of its own, so no term reaches across a full stop. A possessive `'s` is left out.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// A scanner of valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The place of the next word or mark, in bytes; `nil` at the end.
  mutating func next() -> Range<Int>? {
    while place < bytes.count {
      let start = place
      switch kind(start) {
      case (.divider, let width): place = start + width
      case (.mark, let width):
        place = start + width
        return start..<place
      case (.letter, _):
        let end = wordEnd(start)
        place = end + possessive(end)
        return start..<end
      }
    }
    return nil
  }

  private enum Kind { case letter, divider, mark }

  /// What stands at a place, and how many bytes it takes.
  @inline(__always)
  private func kind(_ index: Int) -> (Kind, width: Int) {
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return (.letter, 1)
    case 0x09...0x0D, 0x20, 0x22, 0x27, 0x2D: return (.divider, 1)
    case 0..<0x80: return (.mark, 1)
    default: return wideKind(index)
    }
  }

  private func wideKind(_ index: Int) -> (Kind, width: Int) {
    let scalar = scalar(index)
    let width = UTF8.width(scalar)
    if Self.divides(scalar) { return (.divider, width) }
    let properties = scalar.properties
    return (properties.isAlphabetic || properties.numericType != nil ? .letter : .mark, width)
  }

  private func scalar(_ index: Int) -> Unicode.Scalar {
    var decoder = UTF8()
    var rest = bytes[index...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return "\u{FFFD}" }
    return scalar
  }

  private func isLetter(_ index: Int) -> Bool { index < bytes.count && kind(index).0 == .letter }

  /// Past the letters and digits from `start`, and apostrophes between them: `don't`.
  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let (kind, width) = kind(end)
      if kind == .letter {
        end += width
        continue
      }
      let mark = apostrophe(end)
      guard mark > 0, isLetter(end + mark), possessive(end) == 0 else { break }
      end += mark
    }
    return end
  }

  /// The length of an apostrophe at a place, else 0.
  private func apostrophe(_ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if bytes[index] == 0x27 { return 1 }
    return index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x99 ? 3 : 0
  }

  /// The length of `'s` standing at the end of a word, else 0.
  private func possessive(_ index: Int) -> Int {
    let mark = apostrophe(index)
    let letter = index + mark
    guard mark > 0, letter < bytes.count, bytes[letter] | 0x20 == 0x73, !isLetter(letter + 1) else {
      return 0
    }
    return mark + 1
  }

  /// White space, hyphens, dashes and quotation marks.
  static func divides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0x2010...0x2013: true
    default: Folding.isQuote(scalar) || scalar.properties.isWhitespace
    }
  }
}

/// A word of a short text, as look-up compares it.
struct Word: Hashable {
  /// In lower case, without a possessive `'s`.
  let text: String

  /// The words of a text; the comma before `and` or `or` goes, serial or not. O(text).
  static func split(_ text: String) -> [Word] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = WordScanner(bytes)
      var words: [Word] = []
      while let range = scanner.next() {
        let word = String(decoding: bytes[range], as: UTF8.self).lowercased()
        if ["and", "or"].contains(word), words.last?.text == "," { words.removeLast() }
        words.append(Word(text: word))
      }
      return words
    }
  }
}
