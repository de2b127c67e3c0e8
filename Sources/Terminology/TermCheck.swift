public import Bitext

/// A place where a pair does not do what the glossary says.
public struct TermFinding: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The term has none of its concept's terms on the other side; these would do.
    case missing(renderings: [Term])
    /// The term stands for its concept though it should not be used; these would do.
    case discouraged(better: [Term])
  }

  /// What is wrong.
  public var problem: Problem
  /// The term that stands there.
  public var term: Term
  /// The concepts that the words there may name.
  public var concepts: [Concept.ID]
  /// The side it stands on.
  public var side: Side
  /// Its place in that side's text, in UTF-8 bytes.
  public var range: Range<Int>

  /// The finding as a reason to look at a row.
  public var doubt: Doubt {
    switch problem {
    case .missing(let renderings):
      Doubt(.term, "\(term.text) in \(side.rawValue), not \(Self.list(renderings))")
    case .discouraged(let better):
      Doubt(.term, "\(term.text) is \(term.status.rawValue): \(Self.list(better))")
    }
  }

  private static func list(_ terms: [Term]) -> String {
    terms.map(\.text).joined(separator: " / ")
  }
}

/// Checks that a pair renders its terms as a glossary says.
///
/// Made to be quiet: a term inside a longer one makes no demand (longest match), nor does one that
/// runs into another term that is rendered (网络司法 in 未成年人网络司法保护); any term of the concept
/// on the other side satisfies, inflected or inside a longer one; and a term that only has
/// discouraged renderings of its own demands nothing. Where a wording names several concepts, one
/// of them rendered is enough.
public struct TermCheck: Sendable {
  let matchers: [Side: TermMatcher]
  /// What would do for a term, by the side it stands on.
  private var renderings: [Side: [TermUse: [Term]]] = [.source: [:], .target: [:]]
  /// The target terms of a concept that may be used.
  private let usable: [Concept.ID: [Term]]

  /// A check of pairs in two languages. O(pairs of terms).
  public init(_ glossary: Glossary, source: Language, target: Language) {
    matchers = [.source: glossary.matcher(for: source), .target: glossary.matcher(for: target)]
    usable = Dictionary(
      glossary.concepts.map { concept in
        (concept.id, concept.terms(in: target).filter { $0.status <= .admitted })
      }, uniquingKeysWith: +)
    for pair in glossary.termPairs(source, target) {
      let source = TermUse(concept: pair.concept, term: pair.source)
      let target = TermUse(concept: pair.concept, term: pair.target)
      if target.term.status <= .admitted {
        renderings[.source]?[source, default: []].append(target.term)
      }
      if source.term.status <= .admitted {
        renderings[.target]?[target, default: []].append(source.term)
      }
    }
  }

  /// What a pair's two texts do against the glossary: source terms without a rendering, then
  /// discouraged renderings of concepts that the source names, each in the order of its text and
  /// each term once. O(texts).
  public func findings(source: String, target: String) -> [TermFinding] {
    missing(.source, in: source, other: target) + discouraged(in: target, source: source)
  }

  /// The same, of some concepts only.
  public func findings(
    source: String, target: String, of concepts: Set<Concept.ID>
  ) -> [TermFinding] {
    findings(source: source, target: target).filter { !concepts.isDisjoint(with: $0.concepts) }
  }

  /// Target terms that no source term accounts for. A translation often names what its source only
  /// implies, so this is to be read, not to raise doubts. O(texts).
  public func unaccounted(source: String, target: String) -> [TermFinding] {
    missing(.target, in: target, other: source)
  }

  private func missing(_ side: Side, in text: String, other: String) -> [TermFinding] {
    let present = concepts(side.other, in: other)
    let rendered = occurrences(side, in: text).filter { $0.names(anyOf: present) }
    return findings(side, in: text) { match in
      let uses = match.uses
      guard !match.names(anyOf: present), !rendered.contains(where: match.crosses) else {
        return nil
      }
      let wanted = uses.filter { $0.term.status <= .admitted }
        .flatMap { renderings[side]?[$0] ?? [] }
      return wanted.isEmpty ? nil : .missing(renderings: wanted)
    }
  }

  private func discouraged(in text: String, source: String) -> [TermFinding] {
    let present = concepts(.source, in: source)
    return findings(.target, in: text) { match in
      guard match.uses.allSatisfy({ $0.term.status > .admitted }),
        let use = match.uses.first(where: { present.contains($0.concept) })
      else { return nil }
      return .discouraged(better: usable[use.concept] ?? [])
    }
  }

  /// The concepts a text names, in however short or nested a term.
  private func concepts(_ side: Side, in text: String) -> Set<Concept.ID> {
    Set(occurrences(side, in: text).flatMap { $0.uses.map(\.concept) })
  }

  private func occurrences(_ side: Side, in text: String) -> [TermMatch] {
    matchers[side]?.occurrences(in: text) ?? []
  }

  /// What `problem` says of the terms of a text, each term once.
  private func findings(
    _ side: Side, in text: String, problem: (TermMatch) -> TermFinding.Problem?
  ) -> [TermFinding] {
    var seen: Set<[TermUse]> = []
    let matches = matchers[side]?.matches(in: text) ?? []
    return matches.filter { seen.insert($0.uses).inserted }.compactMap { match in
      problem(match).map {
        TermFinding(
          problem: $0, term: match.uses[0].term, concepts: match.uses.map(\.concept), side: side,
          range: match.range)
      }
    }
  }
}

extension TermMatch {
  fileprivate func names(anyOf concepts: Set<Concept.ID>) -> Bool {
    uses.contains { concepts.contains($0.concept) }
  }

  /// Whether the two overlap, each with a part of its own.
  fileprivate func crosses(_ other: TermMatch) -> Bool {
    let shared = range.clamped(to: other.range)
    return !shared.isEmpty && shared != range && shared != other.range
  }
}
