internal import Bitext

/// Pairs that a person confirmed elsewhere, cut into tokens once for any number of documents. Their
/// words serve as beads that are certain: `Expectation` counts them beside the document's own.
public struct ConfirmedPairs: Sendable {
  /// One "segment" a pair.
  private let source: TokenText
  private let target: TokenText

  /// How many there are.
  public var count: Int { source.segmentCount }

  /// - Parameters:
  ///   - pairs: texts in the two languages, each translating the other.
  ///   - lexicon: the one that the documents are aligned with, since it cuts words.
  /// - Complexity: O(text), about 40 µs a pair of sentences.
  public init(
    _ pairs: [(source: String, target: String)], _ languages: LanguagePair, lexicon: Lexicon?
  ) {
    let headwords = lexicon?.headwordLanguage.code
    func tokenize(_ texts: [String], _ language: Language) -> TokenText {
      Tokenizer(language: language, headwords: headwords == language.code ? lexicon : nil)
        .tokenize(texts)
    }
    source = tokenize(pairs.map(\.source), languages.from)
    target = tokenize(pairs.map(\.target), languages.to)
  }

  /// The pairs as token ids of a document's vocabularies. Words that do not stand in the document
  /// tell nothing of it and are left out, so that its tables stay as small as they are; so are pairs
  /// that share no word with it on either side. O(tokens).
  func pairings(_ source: Vocabulary, _ target: Vocabulary) -> [Expectation.Pairing] {
    let (sources, targets) = (Self.kept(self.source, source), Self.kept(self.target, target))
    return (0..<count).compactMap { pair in
      let (from, to) = (sources.tokens(pair), targets.tokens(pair))
      return from.isEmpty || to.isEmpty ? nil : .init(source: from, target: to, weight: 1)
    }
  }

  /// The tokens that a vocabulary has, by its ids.
  private static func kept(_ text: TokenText, _ vocabulary: Vocabulary) -> TokenText {
    let ids = text.vocabulary.keys.map { vocabulary.ids[$0] }
    var kept = TokenText()
    for segment in 0..<text.segmentCount {
      kept.tokens += text.tokens(segment).compactMap { ids[Int($0)] }
      kept.endSegment()
    }
    return kept
  }
}
