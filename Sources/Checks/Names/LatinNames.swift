internal import Bitext

/// Names in Latin letters within Chinese, and what the other side has in their place.
struct LatinNames {
  private let chinese: SideText
  private let other: SideText
  /// Names that the Chinese has and the other side has not, each once.
  private let lacking: [Range<Int>]
  /// Names that only the other side has.
  private let extra: [Range<Int>]

  init(_ chinese: SideText, _ other: SideText) {
    (self.chinese, self.other) = (chinese, other)
    let there = Self.names(other)
    let known = Set(there.map { Self.key($0, other) })
    let words = Self.freeWords(other)
    let own = chinese.text.lowercased()
    let extra = there.filter { !own.contains(Self.key($0, other)) }
    let hasBracketed = extra.contains { Self.isBracketed($0, other) }
    var seen: Set<String> = []
    lacking = Self.names(chinese).filter { name in
      let key = Self.key(name, chinese)
      return !known.contains(key) && !known.contains(key + "s") && !words.contains(key)
        && seen.insert(key).inserted && !Self.isSpeltOut(key, other)
        // Added in brackets for who knows the other name: 色彩 (HSL).
        && (hasBracketed || !Self.isBracketed(name, chinese))
    }
    self.extra = extra
  }

  /// At most one: a name that has another in its place. Where several are lacking the sides say different
  /// things, and none is told, unless the others are only spelt otherwise.
  var findings: [Finding] {
    let gone = lacking.filter(isGone)
    guard let name = lacking.count == 1 ? lacking.first : gone.count == 1 ? gone.first : nil,
      let instead = extra.first(where: { Self.isMarked($0, other) || stand(name, $0) })
        ?? (isGone(name) && Self.begins(name, chinese)
          ? extra.first { Self.begins($0, other) } : nil)
    else { return [] }
    let reason =
      "\(chinese.string(name)) in \(chinese.side.rawValue), "
      + "\(other.string(instead)) in \(other.side.rawValue)"
    return [chinese.finding(.name, name, reason)]
  }

  /// Whether no word of the other side begins with its letters.
  private func isGone(_ name: Range<Int>) -> Bool {
    let letters = Array(Self.key(name, chinese).unicodeScalars)
    return !other.scalars.indices.contains { start in
      !other.isLatin(start - 1)
        && other.scalars[start...].prefix(letters.count).lazy.map(\.lowered).elementsEqual(letters)
    }
  }

  /// Whether both stand right behind the same mark: `(Apple …` and `(Pascal …`.
  private func stand(_ name: Range<Int>, _ instead: Range<Int>) -> Bool {
    guard let here = chinese[name.lowerBound - 1], let there = other[instead.lowerBound - 1] else {
      return false
    }
    return here.narrowed == there.narrowed && "(<>[".unicodeScalars.contains(there.narrowed)
  }

  /// Whether words in a row begin with these letters: MRE for `meal ready to eat`, a short one left out.
  private static func isSpeltOut(_ key: String, _ text: SideText) -> Bool {
    guard key.unicodeScalars.count <= 5 else { return false }
    let initials = text.scalars.indices.filter { text.isLatin($0) && !text.isLatin($0 - 1) }
      .map { text.scalars[$0].lowered }
    let letters = Array(key.unicodeScalars)
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

  /// Words in lower case, those with a hyphen also in parts: `non-Python`.
  private static func freeWords(_ text: SideText) -> Set<String> {
    var words: Set<String> = []
    for piece in text.text.split(whereSeparator: { $0.isWhitespace }) {
      let word = piece.trimmingPrefix { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
      words.formUnion(String(word).lowercased().split(separator: "-").map(String.init))
    }
    return words
  }

  private static func key(_ range: Range<Int>, _ text: SideText) -> String {
    text.string(range).lowercased()
  }

  private static func isBracketed(_ range: Range<Int>, _ text: SideText) -> Bool {
    guard let before = text[range.lowerBound - 1], let after = text[range.upperBound] else {
      return false
    }
    return before.narrowed == "(" && after.narrowed == ")"
  }
}

extension Unicode.Scalar {
  /// In lower case, where that is one scalar too.
  fileprivate var lowered: Unicode.Scalar {
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? self : self
  }
}
