public import Bitext

/// A concept found by looking a text up.
public struct GlossaryHit: Hashable, Sendable {
  /// How near the term is to the text looked up, the nearest first.
  public enum Nearness: Hashable, Sendable, Comparable {
    /// The same, but for letter case, width, script or hyphens.
    case same
    /// The same words, inflected.
    case inflected
    /// The term begins with the text.
    case begins
    /// The text stands in the term.
    case contains
    /// The term fits the pattern that the text is.
    case fits
    /// So many code points must change; 1, or 2 in a text of eight or more.
    case misspelt(Int)
  }

  /// The concept, with all its terms and their statuses.
  public var concept: Concept
  /// The term that fits best.
  public var term: Term
  /// How well it fits.
  public var nearness: Nearness
}

/// A glossary in memory: looked up in any of its languages, matched in texts, paired for the
/// aligner.
public struct Glossary: Sendable {
  /// The concepts, in the glossary's order.
  public let concepts: [Concept]
  private let keys: [[SearchKey]]
  private let matchers: [String: TermMatcher]
  private let words: [String: Headwords]

  /// A glossary of these concepts. O(terms).
  /// - Parameter words: the words of languages without spaces, by primary subtag, as far as they are known.
  public init(_ concepts: [Concept], words: [String: Headwords] = [:]) {
    (self.concepts, self.words) = (concepts, words)
    keys = concepts.map { concept in concept.terms.map { SearchKey($0.text) } }
    let languages = concepts.flatMap { $0.terms.map(\.language) }
    matchers = Dictionary(languages.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      .mapValues { TermMatcher(concepts, language: $0, words: words[$0.code]) }
  }

  /// The glossary of some of the concepts.
  public func filter(_ isKept: (Concept) -> Bool) -> Glossary {
    Glossary(concepts.filter(isKept), words: words)
  }

  /// The matcher of a language's terms.
  public func matcher(for language: Language) -> TermMatcher {
    matchers[language.code] ?? TermMatcher([], language: language)
  }

  /// Whether a text is one of its terms, in whatever language, inflected or not.
  public func holds(_ text: String) -> Bool {
    matchers.values.contains { !$0.terms(equalTo: text).isEmpty }
  }

  /// All pairs of terms that render each other, in the glossary's order: what the aligner knows.
  /// Each pair's statuses say how it may be used; a forbidden rendering still is evidence.
  public func termPairs(_ source: Language, _ target: Language) -> [TermPair] {
    concepts.flatMap { $0.pairs(source, target) }
  }

  /// The concepts a text may name, in whatever language: one hit a concept, nearest first, then by
  /// the term's status, then the shorter term, then the glossary's order. Traditional Chinese finds
  /// simplified, case and hyphens do not matter. Misspellings are looked for in texts of four code
  /// points or more. A text with `*` or `?` is a pattern that whole terms must fit. O(terms · text · longest term) at worst, where no length rules a term out.
  public func find(_ text: String, limit: Int = .max) -> [GlossaryHit] {
    let query = SearchKey(text)
    guard !query.scalars.isEmpty else { return [] }
    let pattern = TermQuery(text)
    if pattern.isPattern { return find(pattern, limit) }
    let inflected = Set(matchers.values.flatMap { $0.terms(equalTo: text) })
    let found = concepts.indices.compactMap { index in
      best(index, query, inflected).map { (index, $0.length, $0.hit) }
    }
    let sorted = found.sorted { a, b in
      (a.2.nearness, a.2.term.status, a.1, a.0) < (b.2.nearness, b.2.term.status, b.1, b.0)
    }
    return sorted.prefix(limit).map(\.2)
  }

  /// The concepts with a term that fits a pattern: best status first, then the shorter term.
  private func find(_ pattern: TermQuery, _ limit: Int) -> [GlossaryHit] {
    let hits = concepts.indices.compactMap { index -> (length: Int, hit: GlossaryHit)? in
      let fitting = concepts[index].terms.indices.filter { pattern.fits(keys[index][$0]) }
      return fitting.map { place in
        let hit = GlossaryHit(
          concept: concepts[index], term: concepts[index].terms[place], nearness: .fits)
        return (keys[index][place].scalars.count, hit)
      }.min { ($0.hit.term.status, $0.length) < ($1.hit.term.status, $1.length) }
    }
    return hits.sorted { ($0.hit.term.status, $0.length) < ($1.hit.term.status, $1.length) }
      .prefix(limit).map(\.hit)
  }

  private func best(_ index: Int, _ query: SearchKey, _ inflected: Set<TermUse>)
    -> (hit: GlossaryHit, length: Int)?
  {
    let concept = concepts[index]
    let hits = concept.terms.indices.compactMap { place -> (hit: GlossaryHit, length: Int)? in
      let term = concept.terms[place]
      let known = inflected.contains(TermUse(concept: concept.id, term: term))
      guard let nearness = query.nearness(to: keys[index][place], inflected: known) else {
        return nil
      }
      let hit = GlossaryHit(concept: concept, term: term, nearness: nearness)
      return (hit, keys[index][place].scalars.count)
    }
    return hits.min { a, b in
      (a.hit.nearness, a.hit.term.status, a.length) < (b.hit.nearness, b.hit.term.status, b.length)
    }
  }
}
