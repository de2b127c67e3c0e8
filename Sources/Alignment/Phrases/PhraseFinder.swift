internal import Bitext

/// A stretch of a text and the stretch of its translation that says the same.
public struct Phrase: Hashable, Sendable {
  /// One side of it.
  public struct Part: Hashable, Sendable {
    /// Its place in the text, in UTF-8 bytes.
    public var bytes: Range<Int>
    /// The same for the same words, however inflected.
    public var key: UInt64
    /// In how many pairs it stands.
    public var count: Int
  }

  public var source: Part
  public var target: Part
  /// How many words both have together, without those of grammar; two characters of Chinese are a word.
  public var length: Double
  /// How well their words answer each other, from 0 to 1: the mean of each word's best link.
  public var strength: Double
}

/// Finds stretches of aligned texts that translate each other.
///
/// Words are linked by IBM Model 1 in both directions, begun with the lexicon, and by their places
/// (`WordLinks`). Two stretches belong together when they are linked and no link leads out of either (Och
/// and Ney 2004). Words without a link may stand at the ends: which of them belong there is told by how
/// often each stretch is met.
public struct PhraseFinder: Sendable {
  private let source: PhraseSide
  private let target: PhraseSide
  private let table: Associations

  /// A weaker link is none.
  private static let least: Float = 0.05
  /// Rounds of Model 1; the table hardly moves after four.
  private static let rounds = 4

  /// A finder over pairs of texts. O(tokens of one side of a pair × of the other, over all pairs).
  public init(
    _ pairs: [(source: String, target: String)], _ languages: LanguagePair, lexicon: Lexicon?
  ) {
    source = PhraseSide(pairs.map(\.source), languages.from, lexicon: lexicon)
    target = PhraseSide(pairs.map(\.target), languages.to, lexicon: lexicon)
    let (sources, targets) = (source.texts.tokens, target.texts.tokens)
    var known = StartTable(sources.vocabulary, targets.vocabulary)
    known.addEqualTokens()
    known.addWordsAlike((languages.from, languages.to))
    if let lexicon,
      [languages.from.code, languages.to.code].contains(lexicon.headwordLanguage.code)
    {
      known.add(
        lexicon, headwordsOnSource: lexicon.headwordLanguage.code == languages.from.code)
    }
    let expectation = Expectation(
      start: known.associations, source: sources.vocabulary, target: targets.vocabulary)
    let pairings = pairs.indices.map {
      Expectation.Pairing(source: sources.tokens($0), target: targets.tokens($0), weight: 1)
    }
    table = (0..<Self.rounds).reduce(expectation.start) { table, _ in
      expectation.round(pairings, from: table)
    }
  }

  /// The stretches of a pair that belong together and stand in so many pairs each, by their places.
  /// O(words of one side × of the other).
  public func phrases(_ pair: Int, atLeast least: Int) -> [Phrase] {
    let links = links(pair)
    var found: [Phrase] = []
    for start in source.range(pair) {
      source.forEachPhrase(from: start, in: pair) { places in
        guard source.count(of: places) >= least else { return }
        for partner in partners(of: places, pair, links) where target.count(of: partner) >= least {
          found.append(phrase(places, partner, pair, links))
        }
      }
    }
    return found
  }

  // MARK: Links

  private func links(_ pair: Int) -> WordLinks {
    let (from, to) = (source.range(pair), target.range(pair))
    var likely: [WordLinks.Link] = []
    for i in from where !source.isStop(i) {
      for j in to where !target.isStop(j) {
        let weight = weight(source.type(i), target.type(j))
        guard weight >= Self.least else { continue }
        likely.append(
          .init(source: i - from.lowerBound, target: j - to.lowerBound, weight: weight))
      }
    }
    return WordLinks(likely, shape: Shape(from.count, to.count)) { side, place in
      side == .source
        ? source.isStop(from.lowerBound + place) : target.isStop(to.lowerBound + place)
    }
  }

  /// How strongly two words call for each other, on the mean of both directions.
  private func weight(_ source: Int32, _ target: Int32) -> Float {
    (probability(table.forward[Int(source)], target)
      + probability(table.backward[Int(target)], source))
      / 2
  }

  /// The probability of a word in a row that is in order.
  private func probability(_ row: [Associations.Link], _ word: Int32) -> Float {
    var (low, high) = (0, row.count)
    while low < high {
      let middle = (low + high) / 2
      if row[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low < row.count && row[low].word == word ? row[low].probability : 0
  }

  // MARK: Stretches

  /// The stretches of the target that hold all partners of a stretch's words and no other's.
  private func partners(of places: ClosedRange<Int>, _ pair: Int, _ links: WordLinks)
    -> [ClosedRange<Int>]
  {
    let (from, to) = (source.range(pair).lowerBound, target.range(pair))
    let linked = places.flatMap { links.ofSource[$0 - from] }.map { $0.target + to.lowerBound }
    guard let first = linked.min(), let last = linked.max(), last - first < PhraseSide.longest
    else { return [] }
    func isOurs(_ place: Int) -> Bool {
      links.ofTarget[place - to.lowerBound].allSatisfy { places.contains($0.source + from) }
    }
    guard (first...last).allSatisfy(isOurs) else { return [] }
    var found: [ClosedRange<Int>] = []
    var start = first
    while start >= to.lowerBound, last - start < PhraseSide.longest, isOurs(start) {
      target.forEachPhrase(from: start, in: pair) { partner in
        if partner.upperBound >= last, partner.allSatisfy(isOurs) { found.append(partner) }
      }
      start -= 1
    }
    return found
  }

  private func phrase(
    _ places: ClosedRange<Int>, _ partner: ClosedRange<Int>, _ pair: Int, _ links: WordLinks
  ) -> Phrase {
    let (from, to) = (source.range(pair).lowerBound, target.range(pair).lowerBound)
    let weights: [Float] =
      source.contentWords(places).map { best(links.ofSource[$0 - from]) }
      + target.contentWords(partner).map { best(links.ofTarget[$0 - to]) }
    return Phrase(
      source: part(source, places), target: part(target, partner),
      length: source.length(places) + target.length(partner),
      strength: Double(weights.reduce(0, +)) / Double(weights.count))
  }

  private func best(_ links: [WordLinks.Link]) -> Float { links.map(\.weight).max() ?? 0 }

  private func part(_ side: PhraseSide, _ places: ClosedRange<Int>) -> Phrase.Part {
    Phrase.Part(bytes: side.bytes(places), key: side.key(places), count: side.count(of: places))
  }
}
