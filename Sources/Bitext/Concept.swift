/// How a term may be used.
public enum TermStatus: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// The rendering to use.
  case preferred
  /// Allowed beside the preferred one.
  case admitted
  /// No longer to be used.
  case deprecated
  /// An official wording that a newer one has replaced.
  case superseded
  /// Wrong; never to be used.
  case forbidden

  /// From the best to the worst.
  public static func < (a: TermStatus, b: TermStatus) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A word or phrase that names a concept in one language.
public struct Term: Hashable, Sendable, Codable {
  /// The language it belongs to.
  public var language: Language
  /// The term as written.
  public var text: String
  /// How it may be used.
  public var status: TermStatus
  /// Its part of speech as the glossary has it: `np`, `verb`.
  public var partOfSpeech: String?
  /// A remark on this term.
  public var note: String?
  /// Its field, where that is not the concept's.
  public var domain: String?
  /// Where it was found: a law, a text, a person.
  public var source: String?
  /// The customer who wants it, where that is not the concept's.
  public var client: String?
  /// The level of language it belongs to: `formal`, `colloquial`.
  public var register: String?
  /// Where it is in use: `Taiwan`, `CA`.
  public var region: String?
  /// What kind of wording it is: `fullForm`, `acronym`, `abbreviation`, `shortForm`, `variant`,
  /// `phrase`.
  public var type: String?
  /// When it was made, and by whom.
  public var created = Stamp()
  /// When it was last changed, and by whom.
  public var changed = Stamp()
  /// What else a glossary file says of it, in the file's order.
  public var facts: [TermFact] = []

  /// A term of a language.
  public init(
    language: Language, text: String, status: TermStatus = .preferred,
    partOfSpeech: String? = nil, note: String? = nil, domain: String? = nil
  ) {
    self.language = language
    self.text = text
    self.status = status
    self.partOfSpeech = partOfSpeech
    self.note = note
    self.domain = domain
  }
}

/// A meaning with the terms that name it in each language.
public struct Concept: Hashable, Sendable, Codable, Identifiable {
  /// The glossary's own identifier: `T001`.
  public var id: String
  /// The field it belongs to.
  public var domain: String?
  /// What it means.
  public var definition: String?
  /// Where the definition comes from.
  public var definitionSource: String?
  /// A remark on the concept as a whole.
  public var note: String?
  /// Where the entry comes from.
  public var source: String?
  /// The customer it is for.
  public var client: String?
  /// When it was made, and by whom.
  public var created = Stamp()
  /// When it was last changed, and by whom.
  public var changed = Stamp()
  /// What else a glossary file says of it, in the file's order.
  public var facts: [TermFact] = []
  /// Its terms, in the order the glossary gives them. At least one; none twice in a language.
  public var terms: [Term]

  /// A concept with its terms.
  public init(id: String, domain: String? = nil, definition: String? = nil, terms: [Term]) {
    self.id = id
    self.domain = domain
    self.definition = definition
    self.terms = terms
  }

  /// The domain of the names that speakers have in labels: `记者`, `Reporter`.
  public static let speakers = "speaker"

  /// Whether its terms name a speaker.
  public var isSpeaker: Bool { domain == Self.speakers }

  /// Its terms in a language, compared by the primary subtag, best status first and otherwise in
  /// the glossary's order.
  public func terms(in language: Language) -> [Term] {
    terms.enumerated().filter { $0.element.language.code == language.code }
      .sorted { ($0.element.status, $0.offset) < ($1.element.status, $1.offset) }
      .map(\.element)
  }
}
