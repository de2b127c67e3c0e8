internal import Bitext

/// What the scripts of Japanese tell where no dictionary cuts the text: a katakana run is a word,
/// mostly a borrowed one; a Chinese character is a word, and with the next one another; hiragana
/// is grammar and stays out.
enum Japanese {
  private enum Kind { case kanji, katakana, hiragana, dot }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x3041...0x309F: .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF: .katakana
    case 0x30FB: .dot
    default: .kanji
    }
  }

  /// The words at `start`, and where to go on. `isCut` tells that a dictionary cuts the text, so
  /// that pairs of characters would only repeat its words.
  static func words(_ text: [Unicode.Scalar], _ start: Int, isCut: Bool)
    -> (words: [Range<Int>], end: Int)
  {
    switch kind(text[start]) {
    case .katakana:
      let end = run(text, start, .katakana)
      return ([start..<end], end)
    case .dot: return ([], start + 1)
    case .hiragana: return ([], isCut ? start + 1 : run(text, start, .hiragana))
    case .kanji:
      let next = start + 1
      guard !isCut, next < text.count, Script.of(text[next]) == .han, kind(text[next]) == .kanji
      else { return ([start..<next], next) }
      return ([start..<next, start..<next + 1], next)
    }
  }

  private static func run(_ text: [Unicode.Scalar], _ start: Int, _ kind: Kind) -> Int {
    var end = start
    while end < text.count, Script.of(text[end]) == .han, self.kind(text[end]) == kind { end += 1 }
    return end
  }

  // MARK: Dictionaries

  /// A verb or adjective of a dictionary without its last syllable, as its forms begin: `増え` of
  /// 増える, found in 増えます. `nil` for other words, and for what has no Chinese character.
  static func stem(of headword: String) -> String? {
    guard let last = headword.unicodeScalars.last, "うくぐすつぬぶむるい".unicodeScalars.contains(last),
      headword.unicodeScalars.contains(where: { kind($0) == .kanji })
    else { return nil }
    return String(headword.dropLast())
  }

  /// The shortest hiragana word that a dictionary may cut: shorter ones are particles and endings,
  /// whatever else is written so.
  static let shortestHiragana = 3

  /// Whether a headword at `start` is one to be looked up.
  static func isWord(_ text: [Unicode.Scalar], _ start: Int, _ length: Int) -> Bool {
    length >= shortestHiragana || kind(text[start]) != .hiragana
  }

  // MARK: Numbers

  /// A share after a number: `8割` is 80 %. The factor and where it ends.
  static func share(_ text: [Unicode.Scalar], _ start: Int) -> (factor: Double, end: Int)? {
    if start < text.count, text[start] == "割" { return (10, start + 1) }
    let word = "パーセント".unicodeScalars
    return text[start...].starts(with: word) ? (1, start + word.count) : nil
  }

  /// Years that begin an era, less one.
  private static let eras: [(name: [Unicode.Scalar], before: Double)] = [
    (["令", "和"], 2018), (["平", "成"], 1988), (["昭", "和"], 1925), (["大", "正"], 1911),
    (["明", "治"], 1867),
  ]

  /// A year of an era: `令和4年` is 2022, `平成元年` 1989. Ends before 年.
  static func year(_ text: [Unicode.Scalar], _ start: Int) -> Numerals.Reading? {
    guard let era = eras.first(where: { text[start...].starts(with: $0.name) }) else { return nil }
    let first = start + era.name.count
    guard first < text.count else { return nil }
    let reading =
      text[first] == "元"
      ? Numerals.Reading(value: 1, end: first + 1)
      : Numerals.digits(text, first) ?? Numerals.chinese(text, first)
    guard let reading, reading.end < text.count, text[reading.end] == "年" else { return nil }
    return Numerals.Reading(value: era.before + reading.value, end: reading.end)
  }
}
