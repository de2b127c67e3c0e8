public import Bitext

/// A term that stands in a pair, and what the pair makes of it.
public struct TermPresent: Hashable, Sendable {
  /// The source term.
  public var term: Term
  /// Where it stands first in the source text, in UTF-8 bytes.
  public var range: Range<Int>
  /// The term of the target text that names the same; `nil` when there is none.
  public var rendering: Term?
  /// Where that stands first in the target text, in UTF-8 bytes.
  public var renderingRange: Range<Int>?
  /// Where there is no rendering: what would do.
  public var wanted: [Term]
}

extension TermCheck {
  /// The terms of the source text, each once in the order of the text, with their renderings; a
  /// term inside a longer one is not told of. O(texts).
  public func present(source: String, target: String) -> [TermPresent] {
    let renderings = matchers[.target]?.occurrences(in: target) ?? []
    let missing = findings(source: source, target: target).reduce(into: [Range<Int>: [Term]]()) {
      missing, finding in
      if case .missing(let wanted) = finding.problem { missing[finding.range] = wanted }
    }
    var seen: Set<[TermUse]> = []
    let matches = matchers[.source]?.matches(in: source) ?? []
    return matches.filter { seen.insert($0.uses).inserted }.map { match in
      let concepts = Set(match.uses.map(\.concept))
      let found = renderings.filter { $0.uses.contains { concepts.contains($0.concept) } }
        .max { $0.range.count < $1.range.count }
      let use = found?.uses.first { concepts.contains($0.concept) }
      let term = match.uses.first { $0.concept == use?.concept } ?? match.uses[0]
      return TermPresent(
        term: term.term, range: match.range, rendering: use?.term, renderingRange: found?.range,
        wanted: found == nil ? missing[match.range] ?? [] : [])
    }
  }
}
