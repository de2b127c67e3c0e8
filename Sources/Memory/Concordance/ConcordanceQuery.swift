public import Bitext

/// What to look for in units, and in which.
public struct ConcordanceQuery: Hashable, Sendable {
  /// Texts that must all stand in a unit.
  public var texts: [String] = []
  /// The side on which they stand; `nil` for either.
  public var side: Side?
  /// A regular expression instead.
  public var pattern: String?
  /// Whether only what is written just so is meant.
  public var isExact = false
  /// Which units are meant.
  public var filter = UnitCondition()

  /// Units that hold all these texts.
  public init(_ texts: [String]) { self.texts = texts }

  /// Units in which a regular expression of ICU's matches.
  public init(pattern: String) { self.pattern = pattern }
}

/// What units must be to be found.
public struct UnitCondition: Hashable, Sendable {
  /// The names of document pairs and memories; empty for all.
  public var documents: [String] = []
  /// The statuses; empty for all but the rejected.
  public var statuses: Set<Status> = []
  /// Part of who speaks.
  public var speaker: String?
  /// Who last changed it.
  public var author: String?
  /// For whom its document pair or memory was made.
  public var client: String?
  /// Changed at this time or later, in seconds since 1970 UTC.
  public var since: Int?
  /// Changed before this time.
  public var until: Int?
  /// Only texts in this language are searched: `zh` is `zh-Hans` too.
  public var language: Language?

  /// All units but the rejected.
  public init() {}

  /// Whether a text of this language is searched.
  func searches(_ tag: String) -> Bool {
    guard let wanted = language?.tag else { return true }
    return tag == wanted || tag.hasPrefix(wanted + "-")
  }
}

/// A unit that was found.
public struct FoundUnit: Hashable, Sendable, Codable {
  /// The unit.
  public var unit: Unit
  /// Its row in the document pair or its entry in the memory, counted from 1.
  public var number: Int
  /// What was looked for in it, the source first, and what probably renders it.
  public var marks: [Mark]
  /// How near it is in meaning, a cosine, where that was asked for.
  public var similarity: Double?
}

/// What a search found.
public struct FoundUnits: Hashable, Sendable, Codable {
  /// The units, those stored first first.
  public var units: [FoundUnit]
  /// Whether there may be more than were asked for.
  public var hasMore: Bool
}
