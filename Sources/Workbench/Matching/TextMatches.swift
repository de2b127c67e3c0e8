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
  ///   - progress: is told how many units were read, when many have to be indexed first.
  /// - Throws: `MemoryError`; `WorkbenchError` when the text does not tell its language.
  public func matches(
    for text: String, language: Language? = nil, _ options: MatchOptions,
    progress: (Int) -> Void = { _ in }
  ) throws -> TextMatches {
    guard let language = language ?? LanguageGuess(text).language else {
      throw WorkbenchError.untoldLanguage
    }
    let matcher = Matcher(store)
    try matcher.refresh(progress: progress)
    let found = try matcher.matches(for: MatchQuery(text, language), options)
    return TextMatches(
      text: text, language: language, matches: found.map { FoundMatch($0, for: text, language) })
  }
}

extension WorkbenchError {
  fileprivate static let untoldLanguage = WorkbenchError(
    kind: .badInput, place: "arguments", problem: "the text does not tell which language it is in",
    fix: "state it with `--lang TAG`")
}
