public import Alignment
public import Bitext
public import Terminology

extension Glossary {
  /// A glossary whose Chinese terms are told from the words around them by a lexicon, if there is one.
  public init(_ concepts: [Concept], _ lexicon: Lexicon?) {
    let words = lexicon.map { lexicon -> [String: Headwords] in
      guard lexicon.headwordLanguage.isUnspaced else { return [:] }
      return [lexicon.headwordLanguage.code: { lexicon.longestHeadword($0, $1) }]
    }
    self.init(concepts, words: words ?? [:])
  }
}
