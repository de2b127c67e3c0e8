/// Something that a glossary file says of a concept or a term and that has no field of its own, under the
/// name that TBX (ISO 30042) gives it, so that it leaves as it came.
public struct TermFact: Hashable, Sendable, Codable {
  /// What kind of statement it is; the elements of TBX.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A description: `context`, `definition`, `relatedConcept`.
    case description = "descrip"
    /// A matter of administration: `projectSubset`, `source`.
    case administration = "admin"
    /// A property of the wording: `grammaticalGender`, `termLocation`.
    case property = "termNote"
    /// A place in the same file.
    case reference = "ref"
    /// A place elsewhere: a web page, a picture.
    case link = "xref"
    /// Something that was done: `transactionType`.
    case transaction = "transac"
    /// Words for people; it has no name.
    case note
  }

  /// What kind of statement it is.
  public var kind: Kind
  /// The data category: `context`; empty for a note.
  public var name: String
  /// What is said.
  public var value: String
  /// What it points to: the id of a concept or term, an address.
  public var target: String?
  /// Where it comes from; for a transaction, who did it.
  public var source: String?
  /// When it was done: `2023-03-16`.
  public var date: String?
  /// The language whose terms it is about, where it stands at a concept and is not about all.
  public var language: Language?

  /// A statement.
  public init(
    _ kind: Kind, _ name: String, _ value: String, target: String? = nil, source: String? = nil,
    date: String? = nil, language: Language? = nil
  ) {
    self.kind = kind
    self.name = name
    self.value = value
    self.target = target
    self.source = source
    self.date = date
    self.language = language
  }
}

/// When something was done, and by whom, as far as it is known.
public struct Stamp: Hashable, Sendable, Codable {
  /// The day as ISO 8601 writes it, with or without a time: `2023-03-16`.
  public var date: String?
  /// Who did it.
  public var author: String?

  /// By default nothing is known.
  public init(date: String? = nil, author: String? = nil) {
    self.date = date
    self.author = author
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { date == nil && author == nil }
}

extension Term {
  /// A sentence that shows how it is used.
  public var context: String? {
    get { facts.first { $0.isContext }?.value }
    set {
      let place = facts.firstIndex { $0.isContext }
      if let newValue, let place {
        facts[place].value = newValue
      } else if let newValue {
        facts.append(TermFact(.description, TermFact.context, newValue))
      } else if let place {
        facts.remove(at: place)
      }
    }
  }
}

extension TermFact {
  /// The data category of a sentence that shows a term in use.
  public static let context = "context"
  /// The data category of a definition.
  public static let definition = "definition"

  fileprivate var isContext: Bool { kind == .description && name == Self.context }
}

extension Concept {
  /// What it means, in each language that says so.
  public var definitions: [(text: String, language: Language?, source: String?)] {
    let own = definition.map { [(text: $0, language: nil as Language?, source: definitionSource)] }
    let others = facts.filter { $0.kind == .description && $0.name == TermFact.definition }
    return (own ?? []) + others.map { ($0.value, $0.language, $0.source) }
  }
}

// Stamps and facts that say nothing take no room in JSON, and older JSON has none.
extension KeyedDecodingContainer {
  func decode(_ type: Stamp.Type, forKey key: Key) throws -> Stamp {
    try decodeIfPresent(type, forKey: key) ?? Stamp()
  }

  func decode(_ type: [TermFact].Type, forKey key: Key) throws -> [TermFact] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}

extension KeyedEncodingContainer {
  mutating func encode(_ value: Stamp, forKey key: Key) throws {
    try encodeIfPresent(value.isEmpty ? nil : value, forKey: key)
  }

  mutating func encode(_ value: [TermFact], forKey key: Key) throws {
    try encodeIfPresent(value.isEmpty ? nil : value, forKey: key)
  }
}
