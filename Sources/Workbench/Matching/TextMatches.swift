public import Alignment
public import Bitext
internal import Documents
public import Memory

/// How near texts must be, how many are wanted, and what counts against them.
public typealias MatchOptions = Memory.MatchOptions
/// A reason to trust a match less.
public typealias MatchPenalty = Memory.MatchPenalty

/// What the memory has for one text, as a person sees it, and as `--json` prints it.
public struct TextMatches: Codable, Hashable, Sendable {
  /// The text.
  public var text: String
  /// Its language.
  public var language: Language
  /// What is near it, best first.
  public var matches: [FoundMatch]
}

/// A unit that has a text near another.
public struct FoundMatch: Codable, Hashable, Sendable {
  /// The score in hundredths, rounded down; 101 for the same text between the same neighbours.
  public var percent: Int
  /// What kind of match it is.
  public var kind: Memory.Match.Kind
  /// The score by characters in hundredths, without penalties.
  public var characters: Int
  /// What was taken off the score.
  public var penalties: [MatchPenalty]
  /// The text that is near.
  public var text: String
  /// Its translation.
  public var translation: String
  /// The language of the translation.
  public var translationLanguage: Language
  /// Where the two texts differ: `first` in the memory's, `second` in the one sought, in bytes.
  public var differences: [MatchDifference]
  /// What of the translation probably renders what differs, in bytes: a guess.
  public var affected: [Range<Int>]
  /// The document pair or memory it stands in.
  public var document: String
  /// What is known of the unit.
  public var status: Status
  /// Who last changed it, if that is known.
  public var author: String?
  /// When it was last changed, in seconds since 1970 UTC, if that is known.
  public var changed: Int?

  init(_ match: Memory.Match, for text: String, _ language: Language) {
    let unit = match.unit
    percent = match.percent
    kind = match.kind
    characters = Int((100 * match.characters + 1e-6).rounded(.down))
    penalties = match.penalties
    self.text = match.text
    translation = match.translation
    translationLanguage = match.side == .source ? unit.targetLanguage : unit.sourceLanguage
    differences = MatchDifference.between(match.text, text, language)
    affected = []
    document = unit.document
    status = unit.status
    author = unit.author
    changed = unit.changed
  }
}

extension Bench {
  /// What the memory has that is near a text.
  /// - Parameters:
  ///   - language: `nil` to have it told by the text.
  ///   - lexicon: a dictionary, which helps to tell what renders what differs.
  ///   - progress: is told how many units were read, when many have to be indexed first.
  /// - Throws: `MemoryError`; `WorkbenchError` when the text does not tell its language.
  public func matches(
    for text: String, language: Language? = nil, _ options: MatchOptions, lexicon: Lexicon? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> TextMatches {
    guard let language = language ?? LanguageGuess(text).language else {
      throw WorkbenchError.untoldLanguage
    }
    let matcher = Matcher(store)
    try matcher.refresh(progress: progress)
    let found = try matcher.matches(for: MatchQuery(text, language), options)
    let known = Renderings(lexicon, try store.concepts())
    let matches = try found.map { match in
      var shown = FoundMatch(match, for: text, language)
      let places = shown.differences.map { lexicon.words($0.first, in: match.text, language) }
      shown.affected = try store.renderings(of: places, in: match, known: known.known)
      return shown
    }
    return TextMatches(text: text, language: language, matches: matches)
  }
}

extension Lexicon? {
  /// A place in a text made wider, to the words that it cuts.
  fileprivate func words(_ place: Range<Int>, in text: String, _ language: Language) -> Range<Int> {
    guard let self, !place.isEmpty, self.headwordLanguage.code == language.code else {
      return place
    }
    let words = self.places(ofWordsIn: text).filter { $0.overlaps(place) }
    guard let first = words.first, let last = words.last else { return place }
    return first.lowerBound..<last.upperBound
  }
}

extension WorkbenchError {
  fileprivate static let untoldLanguage = WorkbenchError(
    kind: .badInput, place: "arguments", problem: "the text does not tell which language it is in",
    fix: "state it with `--lang TAG`")
}
