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
/// letters and digits still end where the word ends. Quotation marks never matter, and a match
/// does not begin or end with one.
public struct TermMatcher: Sendable {
  private let language: Language
  private var uses: [TermUse] = []
  private var trie = TermTrie()
  /// Stems met in terms; 0 is every other word.
  private var vocabulary: [String: UInt32] = [:]

  /// A matcher of the concepts' terms in a language, compared by the primary subtag. O(terms).
  public init(_ concepts: [Concept], language: Language) {
    self.language = language
    let stemmer = Stemmer(language)
    for concept in concepts {
      for term in concept.terms where term.language.code == language.code {
        learn(term.text, stemmer)
        trie.insert(tokens(term.text, stemmer).map(\.key), uses.count)
        uses.append(TermUse(concept: concept.id, term: term))
      }
    }
  }

  /// The terms of a text from left to right, at each place the longest, none overlapping another.
  /// O(text · words of the longest term).
  public func matches(in text: String) -> [TermMatch] {
    if uses.isEmpty { return [] }
    let tokens = tokens(text, Stemmer(language))
    var found: [TermMatch] = []
    var index = 0
    while index < tokens.count {
      if let longest = candidates(text, tokens, at: index).last {
        found.append(match(tokens, index, longest))
        index += longest.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// Every term of a text, those inside or across others too, by start and then by length.
  /// O(text · words of the longest term).
  public func occurrences(in text: String) -> [TermMatch] {
    if uses.isEmpty { return [] }
    let tokens = tokens(text, Stemmer(language))
    return tokens.indices.flatMap { index in
      candidates(text, tokens, at: index).map { match(tokens, index, $0) }
    }
  }

  /// The terms that are the whole text, inflected or not.
  func terms(equalTo text: String) -> [TermUse] {
    let tokens = tokens(text, Stemmer(language))
    guard !tokens.isEmpty else { return [] }
    return candidates(text, tokens, at: 0).last { $0.count == tokens.count }?
      .entries.map { uses[$0] } ?? []
  }

  private func candidates(_ text: String, _ tokens: [Token], at index: Int)
    -> [(count: Int, entries: [Int])]
  {
    let found = trie.matches(in: tokens, from: index)
    guard language.isUnspaced else { return found }
    return found.filter { endsCleanly(tokens, index..<index + $0.count) }
  }

  /// Whether no word in Latin letters is cut at either end.
  private func endsCleanly(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    func cuts(_ index: Int) -> Bool {
      index > 0 && index < tokens.count && Self.isLatin(tokens[index - 1].key)
        && Self.isLatin(tokens[index].key)
    }
    return !cuts(range.lowerBound) && !cuts(range.upperBound)
  }

  private static func isLatin(_ key: UInt32) -> Bool {
    (0x61...0x7A).contains(key) || (0x30...0x39).contains(key)
  }

  private func match(_ tokens: [Token], _ start: Int, _ found: (count: Int, entries: [Int]))
    -> TermMatch
  {
    let end = tokens[start + found.count - 1].range.upperBound
    return TermMatch(
      uses: found.entries.map { uses[$0] }, range: tokens[start].range.lowerBound..<end)
  }

  private mutating func learn(_ text: String, _ stemmer: borrowing Stemmer) {
    guard !language.isUnspaced else { return }
    for word in Word.split(text) {
      let stem = stemmer.stem(word.text)
      if vocabulary[stem] == nil { vocabulary[stem] = UInt32(vocabulary.count + 1) }
    }
  }

  private func tokens(_ text: String, _ stemmer: borrowing Stemmer) -> [Token] {
    guard language.isUnspaced else {
      return Word.split(text).map { word in
        Token(key: vocabulary[stemmer.stem(word.text)] ?? 0, range: word.range)
      }
    }
    var offset = 0
    return text.unicodeScalars.compactMap { scalar in
      let start = offset
      offset += UTF8.width(scalar)
      return Folding.isQuote(scalar)
        ? nil : Token(key: Folding.fold(scalar), range: start..<offset)
    }
  }
}
