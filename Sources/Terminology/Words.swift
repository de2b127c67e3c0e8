/// A word or a punctuation mark of a spaced language, as terms are matched by.
struct Word: Hashable {
  /// In lower case, without a possessive `'s`.
  let text: String
  /// Its place in the text, in UTF-8 bytes.
  let range: Range<Int>

  /// The words of a text. White space, hyphens and quotation marks only divide, so `rule-making`
  /// is `rule making`; any other mark is a word of its own, so no term reaches across a full stop.
  /// The comma before `and` or `or` goes, serial or not. O(text).
  static func split(_ text: String) -> [Word] {
    let scalars = Array(text.unicodeScalars)
    var words: [Word] = []
    var index = 0
    var offset = 0
    while index < scalars.count {
      let end = isLetter(scalars[index]) ? wordEnd(scalars, index) : index + 1
      let bytes = scalars[index..<end].reduce(0) { $0 + UTF8.width($1) }
      if !divides(scalars[index]) {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[index..<end])
        let text = String(word).lowercased()
        if ["and", "or"].contains(text), words.last?.text == "," { words.removeLast() }
        words.append(Word(text: text, range: offset..<offset + bytes))
      }
      let next = end + possessive(scalars, end)
      offset += bytes + scalars[end..<next].reduce(0) { $0 + UTF8.width($1) }
      index = next
    }
    return words
  }

  /// Past the letters and digits from `start`, and apostrophes between them: `don't`.
  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let joins =
        isApostrophe(scalars[end]) && end + 1 < scalars.count && isLetter(scalars[end + 1])
        && possessive(scalars, end) == 0
      guard isLetter(scalars[end]) || joins else { break }
      end += 1
    }
    return end
  }

  /// The length of `'s` standing at `index` and ending a word, else 0.
  private static func possessive(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    guard index > 0, isLetter(scalars[index - 1]), index + 1 < scalars.count,
      isApostrophe(scalars[index]), ["s", "S"].contains(scalars[index + 1]),
      index + 2 == scalars.count || !isLetter(scalars[index + 2])
    else { return 0 }
    return 2
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  static func divides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0x2010...0x2013: true
    default: Folding.isQuote(scalar) || scalar.properties.isWhitespace
    }
  }
}
