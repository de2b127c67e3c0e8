public import Alignment
internal import Bitext
internal import Foundation
public import Memory

/// What to look for in units, and in which.
public typealias ConcordanceQuery = Memory.ConcordanceQuery
/// Which units are meant.
public typealias UnitCondition = Memory.UnitCondition
/// A unit that was found.
public typealias FoundUnit = Memory.FoundUnit
/// Where a text holds what was looked for.
public typealias Mark = Memory.Mark

/// What a search found, with what stands around it.
public struct Concordance: Hashable, Sendable, Codable {
  /// A unit that was found.
  public struct Hit: Hashable, Sendable, Codable {
    /// The unit, with what was looked for in it and what probably renders that marked.
    public var found: FoundUnit
    /// The units before it, where they were asked for.
    public var before: [FoundUnit]
    /// The units after it.
    public var after: [FoundUnit]
  }

  /// The units, those stored first first.
  public var hits: [Hit]
  /// Whether there may be more than were asked for.
  public var hasMore: Bool
}

extension Bench {
  /// Finds units by what stands in them.
  /// - Parameters:
  ///   - context: how many units around each to give too.
  ///   - lexicon: a dictionary, which helps to tell what renders what was looked for.
  public func find(
    _ query: ConcordanceQuery, limit: Int, context: Int = 0, lexicon: Lexicon? = nil
  ) throws -> Concordance {
    let found = try store.find(query, limit: limit)
    let renderings = Renderings(lexicon, try store.concepts())
    let units = try store.markRenderings(in: found.units, known: renderings.known)
    return try around(units, context, hasMore: found.hasMore)
  }

  /// Found units with what stands around them.
  func around(
    _ units: [FoundUnit], _ context: Int, hasMore: Bool
  ) throws(MemoryError) -> Concordance {
    var hits: [Concordance.Hit] = []
    for unit in units {
      let around = try context > 0 ? store.neighbours(of: unit, context) : ([], [])
      hits.append(Concordance.Hit(found: unit, before: around.0, after: around.1))
    }
    return Concordance(hits: hits, hasMore: hasMore)
  }
}

/// What the dictionary and the glossary know to render a text.
struct Renderings {
  private let lexicon: Lexicon?
  private let concepts: [Concept]

  init(_ lexicon: Lexicon?, _ concepts: [Concept]) {
    (self.lexicon, self.concepts) = (lexicon, concepts)
  }

  func known(
    _ found: String, _ from: Language, _ facing: String, _ to: Language
  ) -> [KnownRendering] {
    terms(found, to) + words(found, from, facing, to)
  }

  private func words(
    _ found: String, _ from: Language, _ facing: String, _ to: Language
  ) -> [KnownRendering] {
    guard let lexicon else { return [] }
    let codes = (lexicon.headwordLanguage.code, lexicon.glossLanguage.code)
    let isHeadword = (from.code, to.code) == codes
    guard isHeadword || (to.code, from.code) == codes else { return [] }
    return lexicon.renderings(of: found, isHeadword: isHeadword, in: facing)
      .map { ($0.word, $0.probability) }
  }

  /// The renderings of a term that is just so in the glossary.
  private func terms(_ found: String, _ to: Language) -> [KnownRendering] {
    concepts.filter { concept in
      concept.terms.contains { $0.text.caseInsensitiveCompare(found) == .orderedSame }
    }.flatMap { $0.terms.filter { $0.language.code == to.code } }.map { ($0.text, 1) }
  }
}
