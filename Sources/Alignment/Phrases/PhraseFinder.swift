public import Bitext

/// A stretch of a text and the stretch of its translation that says the same.
public struct Phrase: Hashable, Sendable {
  /// Its place in the source text, in UTF-8 bytes.
  public var source: Range<Int>
  /// Its place in the target text, in UTF-8 bytes.
  public var target: Range<Int>
  /// The same for the same source words, however inflected.
  public var sourceKey: UInt64
  /// The same for the same target words, however inflected.
  public var targetKey: UInt64
  /// How many words it has on each side.
  public var words: Shape
  /// How well its words answer each other, from 0 to 1: the mean of each word's best link.
  public var strength: Double
}

/// Finds stretches of aligned texts that translate each other.
///
/// Words are linked by IBM Model 1 in both directions, begun with the lexicon: each word with the word of
/// the other side that calls for it most. A stretch and a stretch belong together when no link leads out of
/// either (Och and Ney 2004, without loose words at their ends).
public struct PhraseFinder: Sendable {
  private let source: PlacedTexts
  private let target: PlacedTexts
  private let links: Associations
  private let stops: [Side: Set<Int32>]

  /// The longest stretches, in words.
  static let longest = 6
  /// A weaker link is none.
  static let least: Float = 0.08
  /// Rounds of Model 1; the table hardly moves after four.
  private static let rounds = 4

  /// A finder over pairs of texts. O(tokens of one side of a pair × of the other, over all pairs).
  public init(
    _ pairs: [(source: String, target: String)], _ languages: LanguagePair, lexicon: Lexicon?
  ) {
    let headwords = lexicon?.headwordLanguage.code
    func placed(_ texts: [String], _ language: Language) -> PlacedTexts {
      PlacedTexts(
        texts, Tokenizer(language: language, headwords: headwords == language.code ? lexicon : nil))
    }
    source = placed(pairs.map(\.source), languages.from)
    target = placed(pairs.map(\.target), languages.to)
    var known = StartTable(source.tokens.vocabulary, target.tokens.vocabulary)
    known.addEqualTokens()
    known.addWordsAlike((languages.from, languages.to))
    if let lexicon, headwords == languages.from.code || headwords == languages.to.code {
      known.add(lexicon, headwordsOnSource: headwords == languages.from.code)
    }
    let expectation = Expectation(
      start: known.associations, source: source.tokens.vocabulary, target: target.tokens.vocabulary)
    let pairings = pairs.indices.map { [source, target] pair in
      Expectation.Pairing(
        source: source.tokens.tokens(pair), target: target.tokens.tokens(pair), weight: 1)
    }
    links = (0..<Self.rounds).reduce(expectation.start) { table, _ in
      expectation.round(pairings, from: table)
    }
    stops = [
      .source: Self.stops(source.tokens.vocabulary, languages.from),
      .target: Self.stops(target.tokens.vocabulary, languages.to),
    ]
  }

  /// Words that no stretch begins or ends with: those of grammar, figures and marks.
  private static func stops(_ vocabulary: Vocabulary, _ language: Language) -> Set<Int32> {
    let grammar = PhraseEnds.words(language)
    return Set(
      vocabulary.keys.indices.filter {
        vocabulary.kinds[$0] != .word || grammar.contains(vocabulary.keys[$0])
      }.map { Int32($0) })
  }

  /// The stretches of a pair that belong together, by their places. O(links · longest²).
  public func phrases(_ pair: Int) -> [Phrase] {
    let (from, to) = (source.tokens.tokens(pair), target.tokens.tokens(pair))
    let links = links(from, to)
    var found: [Phrase] = []
    for start in from.indices where !isStop(.source, from[start]) {
      for end in start..<min(start + Self.longest, from.endIndex) {
        guard !isStop(.source, from[end]),
          source.runs(from.startIndex + (start - from.startIndex), end)
        else {
          if !source.runs(start, end) { break }
          continue
        }
        if let phrase = phrase(start...end, from, to, links) { found.append(phrase) }
      }
    }
    return found
  }

  /// How often every stretch of a pair's texts stands there, as keys: what the frequencies are counted by.
  public func keys(_ pair: Int, _ side: Side) -> Set<UInt64> {
    let texts = side == .source ? source : target
    let tokens = texts.tokens.tokens(pair)
    var keys: Set<UInt64> = []
    for start in tokens.indices where !isStop(side, tokens[start]) {
      for end in start..<min(start + Self.longest, tokens.endIndex) where texts.runs(start, end) {
        if !isStop(side, tokens[end]) { keys.insert(Self.key(tokens[start...end])) }
      }
    }
    return keys
  }

  private func isStop(_ side: Side, _ token: Int32) -> Bool {
    stops[side]?.contains(token) ?? false
  }

  private static func key(_ tokens: ArraySlice<Int32>) -> UInt64 {
    tokens.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64(UInt32(bitPattern: $1))) &* 0x100_0000_01b3
    }
  }

  // MARK: Links

  private struct Link {
    var source: Int
    var target: Int
    var weight: Float
  }

  /// For each word of either side the word of the other that it goes with best.
  private func links(_ from: ArraySlice<Int32>, _ to: ArraySlice<Int32>) -> [Link] {
    var weights: [Link] = []
    for i in from.indices where !isStop(.source, from[i]) {
      for j in to.indices where !isStop(.target, to[j]) {
        let weight =
          (weight(links.forward[Int(from[i])], to[j]) + weight(links.backward[Int(to[j])], from[i]))
          / 2
        if weight >= Self.least { weights.append(Link(source: i, target: j, weight: weight)) }
      }
    }
    var best: (source: [Int: Float], target: [Int: Float]) = ([:], [:])
    for link in weights {
      best.source[link.source] = max(best.source[link.source] ?? 0, link.weight)
      best.target[link.target] = max(best.target[link.target] ?? 0, link.weight)
    }
    return weights.filter {
      $0.weight == best.source[$0.source] || $0.weight == best.target[$0.target]
    }
  }

  private func weight(_ row: [Associations.Link], _ word: Int32) -> Float {
    row.first { $0.word == word }?.probability ?? 0
  }

  /// The stretch of the target that a stretch of the source goes with, if no link leads out of either and
  /// all their ends are linked.
  private func phrase(
    _ range: ClosedRange<Int>, _ from: ArraySlice<Int32>, _ to: ArraySlice<Int32>, _ links: [Link]
  ) -> Phrase? {
    let inside = links.filter { range.contains($0.source) }
    guard let first = inside.map(\.target).min(), let last = inside.map(\.target).max(),
      last - first < Self.longest, target.runs(first, last),
      inside.contains(where: { $0.source == range.lowerBound }),
      inside.contains(where: { $0.source == range.upperBound }),
      !links.contains(where: { (first...last).contains($0.target) && !range.contains($0.source) })
    else { return nil }
    return Phrase(
      source: source.bytes(range.lowerBound, range.upperBound), target: target.bytes(first, last),
      sourceKey: Self.key(from[range]), targetKey: Self.key(to[first...last]),
      words: Shape(range.count, last - first + 1), strength: strength(inside, range, first...last))
  }

  private func strength(
    _ links: [Link], _ source: ClosedRange<Int>, _ target: ClosedRange<Int>
  ) -> Double {
    func sum(_ places: ClosedRange<Int>, _ place: KeyPath<Link, Int>) -> Float {
      places.reduce(0) { sum, index in
        sum + (links.filter { $0[keyPath: place] == index }.map(\.weight).max() ?? 0)
      }
    }
    let total = sum(source, \.source) + sum(target, \.target)
    return Double(total) / Double(source.count + target.count)
  }
}
