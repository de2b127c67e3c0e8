public import Bitext
public import Memory
internal import Terminology

/// What a look-up found.
public struct TermSearch: Hashable, Sendable, Codable {
  /// A row that holds a phrase.
  public typealias Example = Memory.Example

  /// A concept with the rows that use the term.
  public struct Hit: Hashable, Sendable, Codable {
    /// The concept, with all its terms and their statuses.
    public var concept: Concept
    /// The term that fits the text looked up.
    public var term: String
    /// How well: `same`, `inflected`, `begins`, `contains`, `fits` a pattern, `misspelt`.
    public var nearness: String
    /// How its terms are rendered in what is stored.
    public var usage: TermUsage
    /// Stored rows and units that hold the term, the best examples first.
    public var examples: [Example]
  }

  /// The concepts, nearest first.
  public var hits: [Hit]
  /// How many more concepts there are.
  public var more: Int
  /// Where the glossary has nothing: stored rows and units that hold the text itself.
  public var examples: [Example]
}

/// How many concepts a look-up shows, and how much of each.
public struct TermSearchLimits: Hashable, Sendable {
  /// At most so many concepts.
  public var hits = 10
  /// At most so many examples of each.
  public var examples = 3

  /// Ten concepts, three examples.
  public init() {}
}

extension Bench {
  /// Looks a text up, in whatever language it is written; `*` and `?` stand for any characters and for
  /// one. O(log n) for n terms where one is the same, else one pass over what they are looked up by.
  public func findTerm(
    _ text: String, _ filter: TermFilter = TermFilter(),
    _ limits: TermSearchLimits = TermSearchLimits()
  ) throws -> TermSearch {
    let found = Glossary(try concepts(like: text).filter(filter.lets)).find(text)
    let hits = try found.prefix(limits.hits).map { hit in
      let usage = try TermUsageCount(of: hit.concept, like: hit.term, in: store)
      return TermSearch.Hit(
        concept: hit.concept, term: hit.term.text, nearness: hit.nearness.name,
        usage: usage.usage, examples: usage.examples(limits.examples))
    }
    return TermSearch(
      hits: hits, more: found.count - hits.count,
      examples: hits.isEmpty ? try examples(of: text, limits.examples) : [])
  }

  /// More concepts than anybody reads.
  private static let mostCandidates = 500

  /// The concepts that a text may mean, and some more.
  private func concepts(like text: String) throws -> [Concept] {
    let query = TermQuery(text)
    guard !query.key.isEmpty else { return [] }
    do throws(MemoryError) {
      try makeKeys()
    } catch {
      // Somebody else is writing, so nothing can be kept now.
      guard error.reason == .locked else { throw error }
      return try store.concepts()
    }
    let keys = TermSearchKeys(
      key: query.key, stems: query.stems, pattern: query.pattern, slack: query.slack,
      isMisspelling: { query.isMisspelling($0) })
    return try store.concepts(store.conceptIDs(like: keys, limit: Self.mostCandidates))
  }

  /// Makes what new terms are looked up by. O(new terms).
  private func makeKeys() throws(MemoryError) {
    let terms = Dictionary(grouping: try store.unkeyedTerms(), by: \.language)
    for (language, terms) in terms.sorted(by: { $0.key.tag < $1.key.tag }) {
      let keys = TermQuery.keys(of: terms.map(\.text), language)
      try store.keep(
        zip(terms, keys).map { ($0, TermKeys(key: $1.key, stems: $1.stems)) })
    }
  }

  private func examples(of text: String, _ limit: Int) throws(MemoryError) -> [TermSearch.Example] {
    try store.find(ConcordanceQuery([text]), limit: limit).units.map(TermSearch.Example.init)
  }
}

extension TermSearch.Example {
  init(_ found: FoundUnit) {
    self.init(
      source: found.unit.source, target: found.unit.target, document: found.unit.document,
      number: found.number)
  }
}

extension GlossaryHit.Nearness {
  fileprivate var name: String {
    switch self {
    case .same: "same"
    case .inflected: "inflected"
    case .begins: "begins"
    case .contains: "contains"
    case .fits: "fits"
    case .misspelt: "misspelt"
    }
  }
}
