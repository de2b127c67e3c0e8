internal import Bitext

/// One side of the pairs: its tokens, and the stretches that could be phrases.
struct PhraseSide {
  let texts: PlacedTexts
  private let keys: PhraseKeys
  /// By token type: whether no phrase begins or ends with it, as with grammar, figures and marks.
  private let stops: [Bool]
  /// By token type: how long it makes a phrase, in words; grammar does not count.
  private let lengths: [Double]
  /// In how many pairs each phrase stands, by its key.
  private var counts: [UInt64: Int32] = [:]

  /// The longest phrases, in words.
  static let longest = 6

  init(_ pairs: [String], _ language: Language, lexicon: Lexicon?) {
    let headwords = lexicon?.headwordLanguage.code == language.code ? lexicon : nil
    texts = PlacedTexts(pairs, Tokenizer(language: language, headwords: headwords))
    let vocabulary = texts.tokens.vocabulary
    let grammar = PhraseEnds.words(language)
    let stops = vocabulary.keys.indices.map {
      vocabulary.kinds[$0] != .word || grammar.contains(vocabulary.keys[$0])
    }
    self.stops = stops
    keys = PhraseKeys(vocabulary, isUnspaced: language.isUnspaced)
    lengths = vocabulary.keys.indices.map {
      stops[$0] ? 0 : Self.length(vocabulary.keys[$0], language)
    }
    for pair in pairs.indices { count(pair) }
  }

  /// A word of Chinese has two characters, most of them: so a cut in the wrong place makes nothing longer.
  private static func length(_ word: String, _ language: Language) -> Double {
    guard language.isUnspaced, let first = word.unicodeScalars.first, Script.of(first) == .han
    else {
      return 1
    }
    return Double(word.unicodeScalars.count) / 2
  }

  private mutating func count(_ pair: Int) {
    var met: Set<UInt64> = []
    for start in range(pair) {
      forEachPhrase(from: start, in: pair) { met.insert(key($0)) }
    }
    for key in met { counts[key, default: 0] += 1 }
  }

  /// The places of a pair's tokens among all.
  func range(_ pair: Int) -> Range<Int> { texts.tokens.tokens(pair).indices }

  func type(_ place: Int) -> Int32 { texts.tokens.tokens[place] }

  func isStop(_ place: Int) -> Bool { stops[Int(type(place))] }

  /// Calls `body` with the stretches from a place that could be phrases, the shortest first.
  func forEachPhrase(from start: Int, in pair: Int, _ body: (ClosedRange<Int>) -> Void) {
    guard !isStop(start) else { return }
    for end in start..<min(start + Self.longest, range(pair).upperBound) {
      guard texts.runs(start, end) else { return }
      if !isStop(end) { body(start...end) }
    }
  }

  func key(_ places: ClosedRange<Int>) -> UInt64 { keys.key(texts.tokens.tokens[places]) }

  /// In how many pairs a phrase stands.
  func count(of places: ClosedRange<Int>) -> Int { Int(counts[key(places)] ?? 0) }

  /// How long a phrase is, in words, those of grammar left out.
  func length(_ places: ClosedRange<Int>) -> Double {
    places.reduce(0) { $0 + lengths[Int(type($1))] }
  }

  /// Its words, those of grammar left out.
  func contentWords(_ places: ClosedRange<Int>) -> [Int] { places.filter { !isStop($0) } }

  func bytes(_ places: ClosedRange<Int>) -> Range<Int> {
    texts.bytes(places.lowerBound, places.upperBound)
  }
}
