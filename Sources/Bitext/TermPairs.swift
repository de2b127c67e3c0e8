/// A term and a term of another language that renders it.
public struct TermPair: Hashable, Sendable {
  /// The concept both name.
  public var concept: Concept.ID
  /// The term of the source language.
  public var source: Term
  /// The term of the target language.
  public var target: Term
}

extension Concept {
  /// Which terms of two languages render each other. A concept's order says it: terms of one
  /// language in a row, then the other language's terms that render them, and so on. Terms at the
  /// end that no rendering follows pair with all the renderings. Languages are compared by their
  /// primary subtag and must differ in it. O(pairs).
  public func pairs(_ source: Language, _ target: Language) -> [TermPair] {
    let both = terms.filter { [source.code, target.code].contains($0.language.code) }
    guard let first = both.first, source.code != target.code else { return [] }
    let groups = Self.groups(of: both) { $0.language.code != first.language.code }
    let all = groups.flatMap(\.renderings)
    return groups.flatMap { group in
      group.heads.flatMap { head in
        (group.renderings.isEmpty ? all : group.renderings).map { rendering in
          head.language.code == source.code
            ? TermPair(concept: id, source: head, target: rendering)
            : TermPair(concept: id, source: rendering, target: head)
        }
      }
    }
  }

  /// Runs of terms with the run of renderings after each. Only the first may lack heads, only the
  /// last renderings.
  public static func groups(of terms: [Term], isRendering: (Term) -> Bool)
    -> [(heads: [Term], renderings: [Term])]
  {
    var groups: [(heads: [Term], renderings: [Term])] = []
    for term in terms {
      if groups.isEmpty || (!isRendering(term) && !groups[groups.count - 1].renderings.isEmpty) {
        groups.append(([], []))
      }
      if isRendering(term) {
        groups[groups.count - 1].renderings.append(term)
      } else {
        groups[groups.count - 1].heads.append(term)
      }
    }
    return groups
  }
}
