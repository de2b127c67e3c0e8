extension Lexicon {
  /// A word of a text that may render another text.
  public struct Rendering: Hashable, Sendable {
    /// The word, in dictionary form where the lexicon has no other.
    public var word: String
    /// How probable it is, as the lexicon has it.
    public var probability: Double
  }

  /// The words that may render a phrase in a text of the other language. O(phrase + text).
  /// - Parameters:
  ///   - phrase: in one of the lexicon's two languages; `isHeadword` says in which.
  ///   - text: where the renderings are looked for, in the other one.
  public func renderings(of phrase: String, isHeadword: Bool, in text: String) -> [Rendering] {
    isHeadword ? glosses(ofWordsIn: phrase) : headwords(in: text, rendering: phrase)
  }

  private func glosses(ofWordsIn phrase: String) -> [Rendering] {
    let grammar = GrammarWords.inGlosses(glossLanguage)
    return words(phrase).flatMap { word in
      glosses(word).filter { !grammar.contains($0.word) }
        .map { Rendering(word: $0.word, probability: Double($0.probability)) }
    }
  }

  private func headwords(in text: String, rendering phrase: String) -> [Rendering] {
    let stemmer = Stemmer(glossLanguage.code)
    let wanted = Set(
      phrase.lowercased().split { !$0.isLetter && !$0.isNumber }.map { stemmer.stem(String($0)) }
    ).subtracting(GrammarWords.inGlosses(glossLanguage))
    return Set(words(text)).compactMap { word in
      let best = glosses(word).filter { wanted.contains(stemmer.stem($0.word)) }
        .map(\.probability).max()
      return best.map { Rendering(word: word, probability: Double($0)) }
    }
  }

  /// The headwords that a text is made of, by longest match.
  private func words(_ text: String) -> [String] { places(ofWordsIn: text).map(text.slice) }

  /// Where the headwords stand that a text is made of, by longest match, in UTF-8 bytes. O(text).
  public func places(ofWordsIn text: String) -> [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var places: [Range<Int>] = []
    var (index, start) = (0, 0)
    while index < scalars.count {
      let length = longestHeadword(scalars, index)
      let end = scalars[index..<index + length].reduce(start) { $0 + UTF8.width($1) }
      places.append(start..<end)
      (index, start) = (index + length, end)
    }
    return places
  }
}
