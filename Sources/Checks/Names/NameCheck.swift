internal import Bitext

/// Names that became others: a name in Latin letters within Chinese that the other side does not have,
/// and a place where the other side has another place. Names of persons that are spelt by their sound are
/// the aligner's to hear, and speakers are terms of the glossary.
enum NameCheck {
  static func findings(_ pair: TextPair) -> [Finding] {
    guard pair.source.isChinese != pair.target.isChinese else { return [] }
    let (chinese, other) =
      pair.source.isChinese ? (pair.source, pair.target) : (pair.target, pair.source)
    return latin(chinese, other)
      + (other.language.code == "en" ? places(chinese, other, pair) : [])
  }

  // MARK: Latin letters

  private static func latin(_ chinese: SideText, _ other: SideText) -> [Finding] {
    let there = names(other)
    let known = Set(there.map { key($0, other) })
    let words = freeWords(other)
    let whole = other.text.lowercased()
    let own = chinese.text.lowercased()
    var seen: Set<String> = []
    let lacking = names(chinese).filter { name in
      let key = key(name, chinese)
      return !known.contains(key) && !known.contains(key + "s")
        && !words.contains(chinese.string(name)) && seen.insert(key).inserted
        && !isExplained(name, chinese) && !isSpeltOut(key, other)
    }
    // What the other side has instead. A name that is only explained in Chinese faces none.
    let extra = there.filter { !own.contains(key($0, other)) }
    guard lacking.count == 1, let name = lacking.first else { return [] }
    let isGone = !whole.contains(key(name, chinese))
    guard
      let instead = extra.first(where: { isMarked($0, other) })
        ?? (isGone && begins(name, chinese) ? extra.first { begins($0, other) } : nil)
    else { return [] }
    let reason =
      "\(chinese.string(name)) in \(chinese.side.rawValue), "
      + "\(other.string(instead)) in \(other.side.rawValue)"
    return [chinese.finding(.name, name, reason)]
  }

  /// `色彩 (HSL)`: added in brackets for who knows the other name.
  private static func isExplained(_ range: Range<Int>, _ text: SideText) -> Bool {
    guard let before = text[range.lowerBound - 1], let after = text[range.upperBound] else {
      return false
    }
    return ["(", "（"].contains(before) && [")", "）"].contains(after)
  }

  /// Whether words in a row begin with these letters: MRE for `meal ready to eat`, a short one left out.
  private static func isSpeltOut(_ key: String, _ text: SideText) -> Bool {
    guard key.unicodeScalars.count <= 5 else { return false }
    let initials = text.scalars.indices.filter { text.isLatin($0) && !text.isLatin($0 - 1) }
      .map { text.scalars[$0].properties.lowercaseMapping }
    let letters = key.unicodeScalars.map { String($0) }
    return initials.indices.contains { start in
      var rest = letters[...]
      for initial in initials[start...].prefix(letters.count + 1) where initial == rest.first {
        rest = rest.dropFirst()
      }
      return rest.isEmpty
    }
  }

  /// Whether a sentence begins there.
  private static func begins(_ range: Range<Int>, _ text: SideText) -> Bool {
    let before = text.scalars.indices[..<range.lowerBound].last { index in
      !text.isCode[index] && Script.of(text.scalars[index]) != .space
        && !"\"'“‘*`".unicodeScalars.contains(text.scalars[index])
    }
    return before.map { "。！？：.?!:".unicodeScalars.contains(text.scalars[$0]) } ?? true
  }

  /// Whether a capital says that it is a name, and not only that a sentence begins.
  private static func isMarked(_ range: Range<Int>, _ text: SideText) -> Bool {
    if text.scalars[range].dropFirst().contains(where: { $0.properties.isUppercase }) {
      return true
    }
    guard let before = text[range.lowerBound - 1] else { return false }
    if before != " " { return "\"'“‘*`+".unicodeScalars.contains(before) }
    return text[range.lowerBound - 2].map { ![".", "?", "!", ":", "-"].contains($0) } ?? false
  }

  /// Words in Latin letters with a capital, three letters and more.
  private static func names(_ text: SideText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.scalars.count {
      guard text.isLatin(index), !text.isCode[index] else {
        index += 1
        continue
      }
      let start = index
      while text.isLatin(index) || text[index]?.digitValue != nil { index += 1 }
      let hasCapital = text.scalars[start..<index].contains { $0.properties.isUppercase }
      let isFree =
        !["_", ".", "/", "\\", "-", "~", ":", "@", "#", "="].contains(text[start - 1])
        && !(text[start - 1] == "`" && text[start - 2] == "`")
      if hasCapital, index - start > 2, isFree { found.append(start..<index) }
    }
    return found
  }

  /// Words as they are written, those with a hyphen also in parts: `non-Python`.
  private static func freeWords(_ text: SideText) -> Set<String> {
    var words: Set<String> = []
    for piece in text.text.split(whereSeparator: { $0.isWhitespace }) {
      let word = piece.trimmingPrefix { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
      words.formUnion(String(word).split(separator: "-").map(String.init))
    }
    return words
  }

  private static func key(_ range: Range<Int>, _ text: SideText) -> String {
    text.string(range).lowercased()
  }

  // MARK: Places

  private static func places(_ chinese: SideText, _ english: SideText, _ pair: TextPair)
    -> [Finding]
  {
    let here = chinesePlaces(chinese)
    if here.isEmpty { return [] }
    let there = englishPlaces(english)
    let lacking = here.filter { place in !there.contains { $0.place == place.place } }
    let extra = there.filter { place in
      !here.contains { $0.place == place.place } && !chinese.text.contains(name(place.place))
    }
    guard let first = lacking.first, let other = extra.first else { return [] }
    let reason =
      "\(name(first.place)) in \(chinese.side.rawValue), "
      + "\(english.string(other.range)) in \(english.side.rawValue)"
    return [english.finding(.name, other.range, reason)]
  }

  private typealias Found = (place: Int, range: Range<Int>)

  private static func name(_ place: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Places.all[place].chinese)
    return String(view)
  }

  /// The longest name at each place: 印度尼西亚 is not 印度.
  private static func chinesePlaces(_ text: SideText) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < text.scalars.count {
      let best =
        text.isHan(index)
        ? Places.all.indices.filter { text.starts(index, with: Places.all[$0].chinese) }
          .max { Places.all[$0].chinese.count < Places.all[$1].chinese.count } : nil
      guard let best else {
        index += 1
        continue
      }
      let end = index + Places.all[best].chinese.count
      found.append((best, index..<end))
      index = end
    }
    return found
  }

  private static func englishPlaces(_ text: SideText) -> [Found] {
    text.scalars.indices.flatMap { index -> [Found] in
      guard text.isLatin(index), !text.isLatin(index - 1),
        text.scalars[index].properties.isUppercase
      else { return [] }
      let rest = text.string(index..<min(index + 16, text.scalars.count))
      return Places.all.indices.compactMap { place in
        Places.all[place].english.first { rest.hasPrefix($0) && isWhole($0, text, index) }
          .map { (place, index..<index + $0.unicodeScalars.count) }
      }
    }
  }

  /// Short forms and capitals are whole words: `US`, not `USB`.
  private static func isWhole(_ form: String, _ text: SideText, _ index: Int) -> Bool {
    let isShort = form.unicodeScalars.count < 4 || form == form.uppercased()
    return !isShort || !text.isLatin(index + form.unicodeScalars.count)
  }
}
