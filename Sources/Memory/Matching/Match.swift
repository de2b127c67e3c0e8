// What a search for near texts is asked for, and what it gives.
public import Bitext

/// A text that near ones are sought for, and what stands around it.
public struct MatchQuery: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Its language: only texts of the same primary subtag are near it.
  public var language: Language
  /// The texts before and after it in its document, where it has one.
  public var before: String?
  public var after: String?

  /// A text, alone or in its place.
  public init(_ text: String, _ language: Language, before: String? = nil, after: String? = nil) {
    self.text = text
    self.language = language
    self.before = before
    self.after = after
  }
}

/// How near texts must be, how many are wanted, and what counts against them.
public struct MatchOptions: Hashable, Sendable {
  /// The least score, from 0 to 1, after penalties.
  public var least: Double
  /// How many texts at most.
  public var limit: Int
  /// The language that the other side must have, by its primary subtag; `nil` for any.
  public var facing: Language?
  /// What is taken off the score of a text, in hundredths.
  public var penalties: [MatchPenalty: Int]

  /// Five texts of 70 % and more.
  public init(
    least: Double = 0.7, limit: Int = 5, facing: Language? = nil,
    penalties: [MatchPenalty: Int] = MatchPenalty.usual
  ) {
    self.least = least
    self.limit = limit
    self.facing = facing
    self.penalties = penalties
  }
}

/// A reason to trust a match less.
public enum MatchPenalty: String, Hashable, Sendable, Codable, CaseIterable {
  /// It was imported, and its file says that nobody has reviewed it.
  case unreviewed
  /// The aligner paired it, and no person has confirmed that.
  case aligned
  /// It is as near only when traditional characters count as simplified ones.
  case script

  /// What each takes off, in hundredths.
  public static let usual: [MatchPenalty: Int] = [.unreviewed: 1, .aligned: 2, .script: 1]
}

/// A unit of which one text is near a query.
public struct Match: Hashable, Sendable {
  /// What kind of match it is.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The same text, with the same texts before and after it.
    case context
    /// The same text.
    case exact
    /// A near text.
    case fuzzy
  }

  /// The unit's number in the workspace.
  public var id: Int
  /// The unit.
  public var unit: Unit
  /// Which of its texts is near the query.
  public var side: Side
  /// What kind of match it is.
  public var kind: Kind
  /// 1 − d / L less penalties, and 1.01 less penalties for a context match.
  public var score: Double
  /// The same by characters, without penalties.
  public var characters: Double
  /// What was taken off.
  public var penalties: [MatchPenalty]

  /// The text that is near the query.
  public var text: String { side == .source ? unit.source : unit.target }
  /// Its translation.
  public var translation: String { side == .source ? unit.target : unit.source }
  /// The score as CAT tools print it, rounded down, so that only a full match has 100.
  public var percent: Int { Int((100 * score + 1e-6).rounded(.down)) }
}
