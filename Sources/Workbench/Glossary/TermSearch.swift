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
    /// How well: `same`, `inflected`, `begins`, `contains`, `fits`, `misspelt`.
    public var nearness: String
    /// Stored rows that hold the term.
    public var examples: [Example]
  }

  /// The concepts, nearest first.
  public var hits: [Hit]
  /// Where the glossary has nothing: stored rows that hold the text itself.
  public var examples: [Example]
}

extension Bench {
  /// Looks a text up, in whatever language it is written.
  /// - Parameter examples: at most so many rows a concept.
  public func findTerm(_ text: String, examples limit: Int) throws -> TermSearch {
    let found = Glossary(try store.concepts()).find(text)
    let hits = try found.map { hit in
      TermSearch.Hit(
        concept: hit.concept, term: hit.term.text, nearness: hit.nearness.name,
        examples: try examples(of: hit.term.text, limit))
    }
    return TermSearch(hits: hits, examples: hits.isEmpty ? try examples(of: text, limit) : [])
  }

  /// Rows that hold a phrase in their source text, then in their target text.
  private func examples(of phrase: String, _ limit: Int) throws(MemoryError) -> [Example] {
    let found = try store.pairsContaining(phrase, side: .source, limit: limit)
    guard found.count < limit else { return found }
    return found
      + (try store.pairsContaining(phrase, side: .target, limit: limit - found.count))
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
