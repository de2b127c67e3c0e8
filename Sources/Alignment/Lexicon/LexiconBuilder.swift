public import Bitext
public import Foundation

/// Dictionary entries are gathered here and written as a compiled `Lexicon`.
///
/// A headword's probability mass is spread evenly over its glosses, and a gloss's evenly over its
/// words; words that only help the grammar are left out. Text is looked up word by word, so where
/// words are spaced a headword of several says nothing of one of them: such phrases are counted,
/// not kept.
public struct LexiconBuilder {
  private let headwordLanguage: Language
  private let glossLanguage: Language
  private let glossTokens: Tokenizer
  private let headwordTokens: Tokenizer
  private var masses: [String: [String: Float]] = [:]
  private var found: [String: [String: Float]] = [:]
  private var variants: [String: String] = [:]
  private var readings: [String: [String]] = [:]
  /// Headwords of several words that were left out.
  public private(set) var phrases = 0

  /// An empty lexicon from one language into another.
  public init(from headwords: Language, to glosses: Language) {
    headwordLanguage = headwords
    glossLanguage = glosses
    glossTokens = Tokenizer(language: glosses, headwords: nil)
    headwordTokens = Tokenizer(language: headwords, headwords: nil)
  }

  /// The number of headwords so far.
  public var count: Int { Set(masses.keys).union(found.keys).count }

  /// Adds what a headword may stand for.
  public mutating func add(_ headword: String, glosses: [String]) {
    add(headword) { glosses }
  }

  /// Adds what a headword may stand for; a phrase's glosses are not asked for.
  mutating func add(_ headword: String, glosses: () -> [String]) {
    guard let key = key(headword) else {
      phrases += 1
      return
    }
    let grammar = GrammarWords.inGlosses(glossLanguage)
    let stem = headwordLanguage.code == "ja" ? Japanese.stem(of: headword) : nil
    if masses[key] == nil { masses[key] = [:] }  // Cutting text needs it even without a gloss.
    for gloss in glosses() {
      let words = glossTokens.keys(gloss).filter {
        !grammar.contains($0) && ($0.count > 1 || $0.first?.isASCII == false)
      }
      for word in words {
        masses[key, default: [:]][word, default: 0] += 1 / Float(words.count)
        if let stem { masses[stem, default: [:]][word, default: 0] += 1 / Float(words.count) }
      }
    }
  }

  /// The token a headword stands for; `nil` for a phrase, `to` and articles aside.
  private func key(_ headword: String) -> String? {
    if headwordLanguage.isUnspaced { return headword.isEmpty ? nil : headword }
    let tokens = headwordTokens.keys(headword)
    if tokens.count == 1 { return tokens[0] }
    let grammar = GrammarWords.aroundHeadwords(headwordLanguage)
    let words = tokens.filter { !grammar.contains($0) }
    return words.count == 1 ? words[0] : nil
  }

  /// Adds measured probabilities of translations, as token keys; they count as much as all the
  /// glosses of the headword together.
  public mutating func add(_ headword: String, measured: [(word: String, probability: Float)]) {
    for (word, probability) in measured { found[headword, default: [:]][word] = probability }
  }

  /// Says that a headword is another's spelling in traditional script, so that what was measured of
  /// the one holds for the other.
  mutating func add(_ headword: String, spelling simplified: String) {
    if variants[headword] == nil { variants[headword] = simplified }
  }

  /// Adds a reading, without tones, of a single character.
  public mutating func add(_ character: String, reading: String) {
    guard !(readings[character]?.contains(reading) ?? false) else { return }
    readings[character, default: []].append(reading)
  }

  /// The compiled lexicon. Same entries, same bytes.
  public func compiled() -> Data {
    var layout = LexiconLayout()
    layout.headwordTag = headwordLanguage.tag
    layout.glossTag = glossLanguage.tag
    let headwords = Set(masses.keys).union(found.keys).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    var strings = StringTable()
    var scalars: [UInt32] = []
    var entries: [UInt32] = []
    var glosses: [UInt32] = []
    for headword in headwords {
      let key = headword.unicodeScalars.map(\.value)
      let measured = found[headword] ?? variants[headword].flatMap { found[$0] } ?? [:]
      let mass = Self.mixed(masses[headword] ?? [:], measured)
      let reading = strings.number((readings[headword] ?? []).joined(separator: " "))
      entries += [scalars.count, key.count, glosses.count / 2, mass.count, reading].map(UInt32.init)
      scalars += key
      layout.longestHeadword = max(layout.longestHeadword, min(key.count, 12))
      for (word, weight) in mass {
        glosses += [UInt32(strings.number(word)), weight.bitPattern]
      }
    }
    layout.bucketCount = 1
    while layout.bucketCount < headwords.count * 2 + 1 { layout.bucketCount *= 2 }
    layout.entryCount = headwords.count
    layout.glossCount = glosses.count / 2
    layout.stringCount = strings.places.count - 1
    layout.scalarCount = scalars.count
    layout.byteCount = strings.bytes.count
    let table = Self.table(headwords, size: layout.bucketCount)
    let words = table + entries + glosses + strings.places + scalars
    return Self.data(layout, words, strings.bytes)
  }

  /// Half the glosses' shares, half the measured probabilities; the whole of either alone.
  private static func mixed(_ glosses: [String: Float], _ measured: [String: Float])
    -> [(key: String, value: Float)]
  {
    let total = glosses.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    let half: Float = glosses.isEmpty || measured.isEmpty ? 1 : 0.5
    var mixed = measured.mapValues { $0 * half }
    for (word, mass) in glosses { mixed[word, default: 0] += half * mass / total }
    return mixed.sorted { $0.key < $1.key }
  }

  private static func table(_ headwords: [String], size: Int) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: size)
    for (index, headword) in headwords.enumerated() {
      let hash = Lexicon.hash(headword.unicodeScalars.map(\.value))
      var bucket = Int(LexiconLayout.spread(hash)) & (size - 1)
      while table[bucket] != 0 { bucket = (bucket + 1) & (size - 1) }
      table[bucket] = UInt32(index + 1)
    }
    return table
  }

  private static func data(_ layout: LexiconLayout, _ words: [UInt32], _ bytes: [UInt8]) -> Data {
    let padded = bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    let body = words.withUnsafeBytes { Data($0) } + Data(padded)
    let checksum = body.withUnsafeBytes { LexiconLayout.checksum($0) }
    return layout.header(checksum: checksum).withUnsafeBytes { Data($0) } + body
  }
}

/// Each string once, numbered in the order of first use.
private struct StringTable {
  private var numbers: [String: Int] = [:]
  var places: [UInt32] = [0]
  var bytes: [UInt8] = []

  mutating func number(_ string: String) -> Int {
    if let number = numbers[string] { return number }
    let number = places.count - 1
    numbers[string] = number
    bytes += Array(string.utf8)
    places.append(UInt32(bytes.count))
    return number
  }
}
