public import Bitext

/// A number or a name in a text.
public struct Figure: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// A number, however it is written.
    case number
    /// A name, or another word that both texts have in the same letters.
    case name
  }

  /// What it is.
  public var kind: Kind
  /// Its place, in UTF-8 bytes of the text.
  public var range: Range<Int>
  /// Whether the other text has its partner.
  public var isMet: Bool
}

/// Finds the numbers and names of two short texts and which of them answer each other, by the rules
/// that the aligner goes by: numbers by value (`140余` and `more than 140`), names by their sound
/// (淑敏 and `Shumin`), words of the same letters as themselves.
public struct PartnerFinder: Sendable {
  private let languages: [Side: Language]
  private let lexicon: Lexicon?
  /// The side whose language the lexicon's headwords are in.
  private let headwords: Side?

  /// A finder for texts in two languages.
  /// - Parameter lexicon: cuts words and knows readings; without it no names are heard.
  public init(source: Language, target: Language, lexicon: Lexicon?) {
    languages = [.source: source, .target: target]
    let code = lexicon?.headwordLanguage.code
    headwords = code == source.code ? .source : code == target.code ? .target : nil
    self.lexicon = lexicon
  }

  /// The figures of each text, in order. A name is told only when it is met; so is a number of 2
  /// and less, which mean much else. O(texts).
  public func partners(source: String, target: String) -> [Side: [Figure]] {
    let texts = [Side.source: PlacedText(source), .target: PlacedText(target)]
    let tokens = texts.reduce(into: [:]) { found, text in
      found[text.key] = tokenizer(text.key)?.places(in: text.value) ?? []
    }
    var figures: [Side: [Figure]] = [:]
    for side in Side.allCases {
      figures[side] =
        numbers(tokens[side] ?? [], tokens[side.other] ?? [])
        + sameWords(tokens[side] ?? [], tokens[side.other] ?? [])
    }
    for (side, names) in heard(texts, tokens) { figures[side, default: []] += names }
    return figures.mapValues(Self.inOrder)
  }

  private func tokenizer(_ side: Side) -> Tokenizer? {
    languages[side].map {
      Tokenizer(language: $0, headwords: headwords == side ? lexicon : nil)
    }
  }

  private func numbers(_ here: [PlacedToken], _ there: [PlacedToken]) -> [Figure] {
    let values = there.compactMap { DoubtFinder.value($0.key) }
    return here.compactMap { token in
      guard let value = DoubtFinder.value(token.key) else { return nil }
      let isMet = values.contains { DoubtFinder.agree($0, value) }
      return isMet || value > 2 ? Figure(kind: .number, range: token.bytes, isMet: isMet) : nil
    }
  }

  private func sameWords(_ here: [PlacedToken], _ there: [PlacedToken]) -> [Figure] {
    let words = Set(there.filter { $0.name != nil }.map(\.key))
    return here.filter { $0.name != nil && words.contains($0.key) }
      .map { Figure(kind: .name, range: $0.bytes, isMet: true) }
  }

  /// Capitalised words of the one text that the characters of the other sound like.
  private func heard(
    _ texts: [Side: PlacedText], _ tokens: [Side: [PlacedToken]]
  ) -> [Side: [Figure]] {
    guard let lexicon, let headwords, let chinese = texts[headwords] else { return [:] }
    let named = (tokens[headwords.other] ?? []).filter { $0.name != nil }
    let characters = Set(chinese.scalars.filter { Script.of($0) == .han })
    let names = Set(named.compactMap(\.name)).sorted()
    guard let index = NameIndex(names, characters: characters, lexicon: lexicon) else { return [:] }
    var found: [Side: [Figure]] = [:]
    index.forEachName(in: chinese.scalars) { name, range in
      let bytes = chinese.bytes(range)
      found[headwords, default: []].append(Figure(kind: .name, range: bytes, isMet: true))
      for token in named where token.name == name {
        found[headwords.other, default: []].append(
          Figure(kind: .name, range: token.bytes, isMet: true))
      }
    }
    return found
  }

  /// By place, none across another.
  private static func inOrder(_ figures: [Figure]) -> [Figure] {
    figures.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    .reduce(into: []) { kept, figure in
      if (kept.last?.range.upperBound ?? 0) <= figure.range.lowerBound { kept.append(figure) }
    }
  }
}
