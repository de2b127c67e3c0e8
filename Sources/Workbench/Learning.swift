internal import Alignment
internal import Bitext
internal import Memory

/// What aligning learns from the workspace: the pairs that a person confirmed between the same two
/// languages. They are read once, so that all document pairs of a batch learn from the same ones,
/// whatever the number of threads.
struct Learning: Sendable {
  /// So many pairs are learned from, the last confirmed. A thousand take about 25 ms to read, and
  /// with five thousand the lexicon of an office's present work is known.
  static let most = 5_000

  private let pairs: [ConfirmedPair]
  private let languages: LanguagePair
  private let lexicon: Lexicon?
  private let all: ConfirmedPairs?

  /// How many pairs there are to learn from.
  var count: Int { pairs.count }

  private init(_ pairs: [ConfirmedPair], _ languages: LanguagePair, _ lexicon: Lexicon?) {
    self.pairs = pairs
    self.languages = languages
    self.lexicon = lexicon
    all = Self.cut(pairs, languages, lexicon)
  }

  /// What can be learned for texts in these languages.
  init(
    from store: Store, _ source: Language, _ target: Language, _ lexicon: Lexicon?
  ) throws(MemoryError) {
    self.init(
      try store.confirmedPairs(between: source, and: target, limit: Self.most),
      LanguagePair(from: source, to: target), lexicon)
  }

  /// Nothing, when a person wants to learn nothing.
  static func nothing(_ source: Language, _ target: Language) -> Learning {
    Learning([], LanguagePair(from: source, to: target), nil)
  }

  /// What the document pair of this name learns from: none of its own rows, which stay as they are.
  /// `nil` when there is nothing.
  func confirmed(without name: String) -> ConfirmedPairs? {
    let others = pairs.filter { $0.document != name }
    return others.count == pairs.count ? all : Self.cut(others, languages, lexicon)
  }

  private static func cut(
    _ pairs: [ConfirmedPair], _ languages: LanguagePair, _ lexicon: Lexicon?
  ) -> ConfirmedPairs? {
    pairs.isEmpty
      ? nil : ConfirmedPairs(pairs.map { ($0.source, $0.target) }, languages, lexicon: lexicon)
  }
}
