public import Bitext

/// A place in a text where a term stands.
public struct TermMatch: Hashable, Sendable {
  /// What the words there may mean: the terms so written, each with its concept. Two concepts may
  /// share a wording (`law-based cyberspace governance` renders two Chinese terms).
  public var uses: [TermUse]
  /// Its place, in UTF-8 bytes.
  public var range: Range<Int>
}

/// A term as a part of its concept.
public struct TermUse: Hashable, Sendable {
  /// The concept it names.
  public var concept: Concept.ID
  /// The term.
  public var term: Term
}

/// Finds the terms of one language in texts.
///
/// Spaced languages are compared by word stems (Snowball), so inflected forms are found, letter case
/// and the choice of hyphen or space do not matter, and nothing is found inside a word. Chinese
/// and its like are compared by code points, traditional as simplified; there a term's Latin
/// letters and digits still end where the word ends, and other words may have a better claim to its
/// characters (`WordBorders`). Quotation marks never matter, and a match does not begin or end with one.
public struct TermMatcher: Sendable {
  private let language: Language
  private let lemmas: Lemmas?
  private let borders: WordBorders?
  private var trie = TermTrie()
  private var isEmpty = true

  /// A matcher of the concepts' terms in a language, compared by the primary subtag. O(terms).
  /// - Parameter words: the words of the language, if it is one without spaces and they are known.
  public init(_ concepts: [Concept], language: Language, words: Headwords? = nil) {
    self.language = language
    lemmas = language.isUnspaced ? nil : Lemmas(language)
    borders = language.isUnspaced ? words.map(WordBorders.init) : nil
    for concept in concepts {
      for term in concept.terms where term.language.code == language.code {
        let keys =
          lemmas?.learn(term.text).map(\.key)
          ?? Characters.withTokens(term.text) { $0.map(\.key) }
        trie.insert(keys, TermUse(concept: concept.id, term: term))
        isEmpty = false
      }
    }
  }

  /// The terms of a text from left to right, at each place the longest, none overlapping another.
  /// O(text · words of the longest term).
  public func matches(in text: String) -> [TermMatch] {
    var found: [TermMatch] = []
    scan(text) { tokens in
      var index = 0
      while index < tokens.count {
        var longest = (count: 0, node: 0)
        forEachCandidate(tokens, at: index) { longest = ($0, $1) }
        if longest.count > 0 { found.append(match(tokens, index, longest)) }
        index += max(1, longest.count)
      }
    }
    return found
  }

  /// Every term of a text, those inside or across others too, by start and then by length.
  /// O(text · words of the longest term).
  public func occurrences(in text: String) -> [TermMatch] {
    var found: [TermMatch] = []
    scan(text) { tokens in
      for index in tokens.indices {
        forEachCandidate(tokens, at: index) { found.append(match(tokens, index, ($0, $1))) }
      }
    }
    return found
  }

  /// The terms that are the whole text, inflected or not.
  func terms(equalTo text: String) -> [TermUse] {
    var found: [TermUse] = []
    scan(text) { tokens in
      if tokens.isEmpty { return }
      forEachCandidate(tokens, at: 0) { if $0 == tokens.count { found = trie.uses[$1] } }
    }
    return found
  }

  private func scan(_ text: String, _ body: (UnsafeBufferPointer<Token>) -> Void) {
    if isEmpty { return }
    if let lemmas {
      lemmas.tokens(text).withUnsafeBufferPointer(body)
    } else {
      Characters.withTokens(text, body)
    }
  }

  @inline(__always)
  private func forEachCandidate(
    _ tokens: UnsafeBufferPointer<Token>, at index: Int, _ body: (_ count: Int, _ node: Int) -> Void
  ) {
    guard lemmas == nil else {
      trie.forEachMatch(in: tokens, from: index, body)
      return
    }
    trie.forEachMatch(in: tokens, from: index) { count, node in
      guard endsCleanly(tokens, index..<index + count),
        borders?.allow(tokens, index..<index + count) ?? true
      else { return }
      body(count, node)
    }
  }

  /// Whether no word in Latin letters is cut at either end.
  private func endsCleanly(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>) -> Bool {
    func cuts(_ index: Int) -> Bool {
      index > 0 && index < tokens.count && Self.isLatin(tokens[index - 1].key)
        && Self.isLatin(tokens[index].key)
    }
    return !cuts(range.lowerBound) && !cuts(range.upperBound)
  }

  private static func isLatin(_ key: UInt32) -> Bool {
    (0x61...0x7A).contains(key) || (0x30...0x39).contains(key)
  }

  private func match(
    _ tokens: UnsafeBufferPointer<Token>, _ start: Int, _ found: (count: Int, node: Int)
  ) -> TermMatch {
    let range = Int(tokens[start].start)..<Int(tokens[start + found.count - 1].end)
    return TermMatch(uses: trie.uses[found.node], range: range)
  }
}
