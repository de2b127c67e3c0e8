internal import Bitext
internal import Memory
internal import Terminology

/// How the terms of a concept in one language are really rendered in what is stored.
public struct TermUsage: Hashable, Sendable, Codable {
  /// A rendering and how often it is used.
  public struct Rendering: Hashable, Sendable, Codable {
    /// The term of the glossary; where it is divided by hyphens otherwise, as it stands.
    public var text: String
    /// How many rows and units have it.
    public var units: Int
  }

  /// How many rows and units hold a term of the concept in the language looked up.
  public var units = 0
  /// The renderings, the commonest first.
  public var renderings: [Rendering] = []
  /// In how many none of the concept's terms stands on the other side.
  public var none = 0
  /// Whether there are more rows and units than were counted.
  public var hasMore = false
}

/// Counts renderings with the rules by which terms are recognised: inflection, case and hyphens aside,
/// the longest term at each place.
struct TermUsageCount {
  private(set) var usage = TermUsage()
  private var found: [Candidate] = []

  /// More than that changes no judgement.
  private static let mostUnits = 5_000

  /// - Parameter term: a term of the concept; those of its language are looked for.
  init(of concept: Concept, like term: Term, in store: Store) throws {
    let code = term.language.code
    let own = TermMatcher([concept], language: term.language)
    let others = concept.terms.map(\.language).filter { $0.code != code }
    let matchers = Dictionary(others.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      .mapValues { TermMatcher([concept], language: $0) }
    var counts: [String: Int] = [:]
    var seen: Set<Place> = []
    for wanted in concept.terms where wanted.language.code == code {
      let units = try store.find(ConcordanceQuery([wanted.text]), limit: Self.mostUnits)
      usage.hasMore = usage.hasMore || units.hasMore
      for unit in units.units where seen.insert(Place(unit)).inserted {
        guard let side = unit.unit.side(in: code),
          !own.occurrences(in: unit.unit.text(side)).isEmpty
        else { continue }
        let other = unit.unit.text(side.other)
        let matches = matchers[unit.unit.language(side.other).code]?.matches(in: other) ?? []
        let texts = Set(matches.map { $0.spelling(in: other) })
        for text in texts { counts[text, default: 0] += 1 }
        usage.units += 1
        usage.none += texts.isEmpty ? 1 : 0
        found.append(Candidate(unit: unit, isRendered: !texts.isEmpty))
      }
    }
    usage.renderings = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { TermUsage.Rendering(text: $0.key, units: $0.value) }
  }

  /// A row or unit that may serve as an example.
  private struct Candidate {
    let unit: FoundUnit
    let isRendered: Bool

    var rank: Int { (unit.unit.status.isLocked ? 0 : 2) + (isRendered ? 0 : 1) }
    var length: Int { unit.unit.source.utf8.count + unit.unit.target.utf8.count }
  }

  private struct Place: Hashable {
    let document: String
    let number: Int
    let source: String

    init(_ found: FoundUnit) {
      document = found.unit.document
      number = found.number
      source = found.unit.source
    }
  }

  /// The best examples: seen by a person, with a rendering, short; each text once.
  func examples(_ limit: Int) -> [TermSearch.Example] {
    var seen: Set<String> = []
    let whole = found.filter { found in
      !found.unit.unit.source.isEmpty && !found.unit.unit.target.isEmpty
        && found.unit.unit.status != .nonText
    }
    let sorted = whole.enumerated().sorted { a, b in
      (a.element.rank, a.element.length, a.offset) < (b.element.rank, b.element.length, b.offset)
    }
    return sorted.map(\.element.unit).filter { seen.insert($0.unit.source).inserted }
      .prefix(limit).map(TermSearch.Example.init)
  }
}

extension Unit {
  func text(_ side: Side) -> String { side == .source ? source : target }

  func language(_ side: Side) -> Language { side == .source ? sourceLanguage : targetLanguage }

  /// The side that is in a language; the source where both are.
  fileprivate func side(in code: String) -> Side? {
    if sourceLanguage.code == code { return .source }
    return targetLanguage.code == code ? .target : nil
  }
}

extension TermMatch {
  /// The term that stands there: of several that differ in hyphens alone, the one that is so written;
  /// where none is, the words as they stand.
  fileprivate func spelling(in text: String) -> String {
    let written = text.slice(range).lowercased()
    if let same = uses.first(where: { $0.term.text.lowercased() == written }) {
      return same.term.text
    }
    let hyphens = written.count { $0.isHyphen }
    let term = uses[0].term.text
    return hyphens == term.count(where: \.isHyphen) ? term : written
  }
}

extension Character {
  fileprivate var isHyphen: Bool { unicodeScalars.first?.properties.isDash ?? false }
}
