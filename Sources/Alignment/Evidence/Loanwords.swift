/// Words that Japanese borrowed, and foreign names, are written in katakana as they sound:
/// フィルター is *filter*, サービスセンター *service centre*. Vowels vary and consonants stay, so a word is known by
/// its consonants, in the classes that Japanese tells apart: l is r, v is b, th is s.
struct Loanwords {
  /// How strongly a word calls for one with the same consonants, three or more, or two.
  static let weights = (many: Float(0.6), two: Float(0.3))

  /// The other side's words by their consonants.
  private var words: [[UInt8]: [Int32]] = [:]

  /// The words of a side in Latin letters, made ready to be found.
  init(_ latin: Vocabulary) {
    for (id, key) in latin.keys.enumerated() where latin.kinds[id] == .word {
      let spelling = latin.names[Int32(id)] ?? key
      for consonants in LatinSounds.readings(spelling) where Self.areEnough(consonants) {
        words[consonants, default: []].append(Int32(id))
      }
    }
  }

  /// Two consonants at the least, beside a vowel at the beginning.
  private static func areEnough(_ sounds: [UInt8]) -> Bool {
    sounds.count > (sounds.first == UInt8(ascii: "a") ? 2 : 1)
  }

  /// The words that sound like a katakana word, or like its beginning or end of three consonants
  /// and more, each with its weight. O(length²).
  func like(_ katakana: String) -> [(word: Int32, weight: Float)] {
    guard let sounds = KatakanaSounds.consonants(katakana), Self.areEnough(sounds)
    else { return [] }
    let parts =
      [sounds]
      + (sounds.count > 4
        ? (3..<sounds.count - 1).flatMap { [Array(sounds.prefix($0)), Array(sounds.suffix($0))] }
        : [])
    return parts.flatMap { part in
      let found = words[part] ?? []
      let weight = part.count > 2 ? Self.weights.many : Self.weights.two
      return found.map { ($0, weight / Float(found.count)) }
    }
  }
}

extension StartTable {
  /// Words of a Japanese text that sound like words of the other. O(tokens).
  mutating func addLoanwords(japaneseOnSource: Bool) {
    let japanese = japaneseOnSource ? source : target
    let loanwords = Loanwords(japaneseOnSource ? target : source)
    for (index, key) in japanese.keys.enumerated() where japanese.kinds[index] == .word {
      for (word, weight) in loanwords.like(key) {
        if japaneseOnSource {
          raise(Int32(index), word, to: weight)
        } else {
          raise(word, Int32(index), to: weight)
        }
      }
    }
  }
}

/// The consonants of a katakana word, a letter each; `a` for a vowel at the beginning.
private enum KatakanaSounds {
  /// By rows; what stands in none has no consonant.
  private static let rows: [Unicode.Scalar: UInt8] = {
    let rows: [(String, Character)] = [
      ("カキクケコ", "k"), ("ガギグゲゴ", "g"), ("サシスセソザジズゼゾヂヅ", "s"), ("タチツテト", "t"),
      ("ダデド", "d"), ("ナニヌネノン", "n"), ("ハヒフヘホ", "h"), ("バビブベボヴ", "b"), ("パピプペポ", "p"),
      ("マミムメモ", "m"), ("ラリルレロ", "r"), ("ワ", "w"),
    ]
    var letters: [Unicode.Scalar: UInt8] = [:]
    for (row, letter) in rows {
      for scalar in row.unicodeScalars { letters[scalar] = letter.asciiValue }
    }
    return letters
  }()

  /// `nil` for a word that is not all katakana.
  static func consonants(_ word: String) -> [UInt8]? {
    var result: [UInt8] = []
    for (place, scalar) in word.unicodeScalars.enumerated() {
      guard (0x30A1...0x30FF).contains(scalar.value) else { return nil }
      if let letter = rows[scalar] {
        if letter == UInt8(ascii: "n"), scalar == "ン", result.last == letter { continue }
        result.append(letter)
      } else if place == 0 {
        result.append(UInt8(ascii: "a"))
      }
    }
    return result
  }
}

/// The consonants of an English word in the same letters, by its usual reading.
private enum LatinSounds {
  /// What letters together sound like, the longer first.
  private static let groups: [(letters: [UInt8], sound: [UInt8])] = [
    ("tion", "sn"), ("sion", "sn"), ("igh", ""), ("tch", "t"), ("sch", "sk"), ("dge", "s"),
    ("ch", "t"), ("ck", "k"), ("gh", ""), ("kn", "n"), ("ph", "h"), ("qu", "k"), ("sh", "s"),
    ("th", "s"), ("wh", "h"), ("wa", "w"), ("we", "w"), ("wi", "w"), ("wo", "w"), ("wr", "r"),
    ("ce", "s"), ("ci", "s"), ("cy", "s"), ("ge", "s"),
    ("gi", "s"), ("x", "ks"), ("c", "k"), ("f", "h"), ("j", "s"), ("l", "r"), ("q", "k"),
    ("v", "b"), ("z", "s"), ("b", "b"), ("d", "d"), ("g", "g"), ("h", "h"), ("k", "k"),
    ("m", "m"), ("n", "n"), ("p", "p"), ("r", "r"), ("s", "s"), ("t", "t"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let vowels = Set("aeiouy".utf8)

  /// The consonants of a word or stem: that of *service* has lost the e that tells how c is read.
  static func readings(_ spelling: String) -> Set<[UInt8]> {
    let whole =
      ["c", "g"].contains(where: spelling.hasSuffix) ? [spelling, spelling + "e"] : [spelling]
    return Set(whole.map { consonants(Array($0.utf8)) })
  }

  /// The consonants; empty for a word with other letters than a–z.
  private static func consonants(_ word: [UInt8]) -> [UInt8] {
    guard word.allSatisfy({ (0x61...0x7A).contains($0) }), let first = word.first else { return [] }
    var result: [UInt8] = vowels.contains(first) && first != UInt8(ascii: "y") ? [0x61] : []
    var index = 0
    while index < word.count {
      let rest = word[index...]
      guard let group = groups.first(where: { rest.starts(with: $0.letters) }) else {
        index += 1
        continue
      }
      let next = index + group.letters.count
      let isDoubled = index > 0 && word[index - 1] == word[index] && group.letters.count == 1
      if !isDoubled { result += heard(group.sound, word, index, next) }
      index = next
    }
    return result
  }

  /// An r that closes a syllable only lengthens its vowel, and an h is not heard; w is heard at the
  /// beginning alone; before b and p, m is n.
  private static func heard(_ sound: [UInt8], _ word: [UInt8], _ index: Int, _ next: Int)
    -> [UInt8]
  {
    if sound == [UInt8(ascii: "w")], index > 0 { return [] }
    let following = next < word.count ? word[next] : 0
    if sound == [UInt8(ascii: "h")], word[index] == UInt8(ascii: "h"), !vowels.contains(following) {
      return []
    }
    if word[index] == UInt8(ascii: "r"), index > 0, vowels.contains(word[index - 1]),
      !vowels.contains(following)
    {
      return []
    }
    if word[index] == UInt8(ascii: "m"), "bp".utf8.contains(following) { return [0x6E] }
    return sound
  }
}
