internal import Bitext

/// Names of the Latin side that can be read as Chinese syllables, and the places of the Chinese
/// side that sound like them: `Shumin` and 淑敏, `Kuo-hwa` by Wade–Giles and 国华.
struct NameIndex {
  /// How each character of the Chinese side is read.
  private let readings: [Unicode.Scalar: [String]]
  /// Names by their first syllable, in pinyin.
  private var byFirst: [String: [(syllables: [String], name: String)]] = [:]

  /// - Parameters:
  ///   - candidates: capitalised words of the Latin side, lower-cased.
  ///   - characters: the distinct Chinese characters of the other side; their readings are the
  ///     syllables a name may be made of.
  init?(_ candidates: [String], characters: Set<Unicode.Scalar>, lexicon: Lexicon) {
    readings = Dictionary(
      uniqueKeysWithValues: characters.map { ($0, lexicon.readings($0)) })
    var spellings: [String: Set<String>] = [:]
    for syllables in readings.values {
      for syllable in syllables {
        spellings[syllable, default: []].insert(syllable)
        spellings[WadeGiles.spelling(of: syllable), default: []].insert(syllable)
      }
    }
    guard !spellings.isEmpty else { return nil }
    let table = spellings.mapValues { $0.sorted() }
    for name in candidates {
      for syllables in Self.syllables(of: Substring(name), table) where syllables.count <= 4 {
        byFirst[syllables[0], default: []].append((syllables, name))
      }
    }
  }

  /// The names among the words of a Latin text that are always written with a capital.
  init?(hearing latin: Vocabulary, in chinese: [String], _ lexicon: Lexicon) {
    let candidates = latin.names.filter { latin.capitals[Int($0.key)] == latin.counts[Int($0.key)] }
    var characters: Set<Unicode.Scalar> = []
    for text in chinese {
      characters.formUnion(text.unicodeScalars.lazy.filter { Script.of($0) == .han })
    }
    self.init(candidates.values.sorted(), characters: characters, lexicon: lexicon)
  }

  /// Every way to read a word as syllables.
  private static func syllables(of word: Substring, _ spellings: [String: [String]], depth: Int = 0)
    -> [[String]]
  {
    if word.isEmpty { return [[]] }
    guard depth < 4 else { return [] }
    return (1...min(6, word.count)).flatMap { length -> [[String]] in
      guard let readings = spellings[String(word.prefix(length))] else { return [] }
      let rests = syllables(of: word.dropFirst(length), spellings, depth: depth + 1)
      return readings.flatMap { reading in rests.map { [reading] + $0 } }
    }
  }

  /// The names of two syllables or more that a segment sounds like, each once.
  func heard(in text: [Unicode.Scalar]) -> [String] {
    var heard: [String] = []
    forEachName(in: text) { name, _ in if !heard.contains(name) { heard.append(name) } }
    return heard
  }

  /// Calls `body` with every such name and the characters that sound like it.
  func forEachName(in text: [Unicode.Scalar], _ body: (String, Range<Int>) -> Void) {
    for start in text.indices where Script.of(text[start]) == .han {
      for first in readings[text[start]] ?? [] {
        for (syllables, name) in byFirst[first] ?? []
        where syllables.count > 1 && start + syllables.count <= text.count
          && (1..<syllables.count).allSatisfy({
            readings[text[start + $0]]?.contains(syllables[$0]) ?? false
          })
        {
          body(name, start..<start + syllables.count)
        }
      }
    }
  }

  /// The one-syllable names that sound like a character: `chen` for 陈.
  func heard(as character: Unicode.Scalar) -> [String] {
    (readings[character] ?? []).flatMap { reading in
      (byFirst[reading] ?? []).filter { $0.syllables.count == 1 }.map(\.name)
    }
  }
}

/// The Wade–Giles spelling of Mandarin syllables without its apostrophes and hyphens, as names
/// from Taiwan and older books are written (Wade 1867, Giles 1892).
enum WadeGiles {
  private static let initials: [(pinyin: String, wade: String)] = [
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"),
    ("g", "k"), ("k", "k"), ("j", "ch"), ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"),
    ("r", "j"),
  ]
  private static let whole: [String: String] = [
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu",
    "si": "ssu", "xu": "hsu", "yi": "i", "you": "yu", "yan": "yen", "ye": "yeh", "er": "erh",
    "gui": "kuei", "kui": "kuei", "guo": "kuo", "hua": "hwa", "rong": "jung", "yong": "yung",
  ]
  private static let finals: [(pinyin: String, wade: String)] = [
    ("ian", "ien"), ("iong", "iung"), ("ong", "ung"), ("uo", "o"), ("ie", "ieh"), ("ue", "ueh"),
  ]

  /// The spelling of a pinyin syllable: `guo` as `kuo`, `xian` as `hsien`.
  static func spelling(of syllable: String) -> String {
    if let known = whole[syllable] { return known }
    var (head, tail) = ("", syllable)
    if let initial = initials.first(where: { syllable.hasPrefix($0.pinyin) }) {
      (head, tail) = (initial.wade, String(syllable.dropFirst(initial.pinyin.count)))
    }
    for (pinyin, wade) in finals where tail.hasSuffix(pinyin) {
      return head + tail.dropLast(pinyin.count) + wade
    }
    return head + tail
  }
}
