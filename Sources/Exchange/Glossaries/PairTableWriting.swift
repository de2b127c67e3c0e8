internal import Bitext

/// The way back: concepts as the table that `PairTable.read` reads.
extension PairTable {
  /// One pair of terms a row, renderings in the first column. Columns that nothing needs are left out,
  /// but for those every glossary has. O(rows).
  static func table(of concepts: [Concept]) -> TextTable {
    let languages = columns(of: concepts)
    let rows: [(concept: Concept, row: Row)] = concepts.flatMap { concept in
      Self.rows(of: concept, judged: languages[0]).map { (concept, $0) }
    }
    let usual = GlossaryColumn.all.prefix { $0.title != "definition" }
    let needed = GlossaryColumn.all.dropFirst(usual.count).filter { column in
      rows.contains { !$0.row.text(column, $0.concept).isEmpty }
    }
    let titles = usual.map(\.title) + ["status", "concept"] + needed.map(\.title)
    return TextTable(
      languages.map { TextTable.Column($0.tag, width: 32, language: $0) }
        + titles.map { TextTable.Column($0) },
      rows: rows.map { concept, row in
        let fields = (usual + needed).map { row.text($0, concept) }
        return row.terms(languages) + fields.prefix(usual.count)
          + [row.judged.status.rawValue, concept.id] + fields.dropFirst(usual.count)
      })
  }

  /// The rendering's language, then the others as the concepts bring them.
  private static func columns(of concepts: [Concept]) -> [Language] {
    var seen: Set<Language> = []
    let languages = concepts.flatMap(\.terms).map(\.language).filter { seen.insert($0).inserted }
    let judged = languages.firstIndex { $0.code == "en" } ?? languages.count - 1
    guard languages.count > 1 else {
      return languages + [.en, .zh].filter { !languages.contains($0) }
    }
    return [languages[judged]] + languages[..<judged] + languages[(judged + 1)...]
  }

  /// A rendering with the term of each other language that it renders.
  private struct Row: Hashable {
    /// The term whose status and note the row has: the rendering, or one that has none.
    var judged: Term
    var heads: [Language: Term]

    func terms(_ languages: [Language]) -> [String] {
      languages.map { $0 == judged.language ? judged.text : heads[$0]?.text ?? "" }
    }

    func text(_ column: GlossaryColumn, _ concept: Concept) -> String {
      switch column.field {
      case .concept(let path): concept[keyPath: path] ?? ""
      case .term(let path):
        judged[keyPath: path] ?? (column.title == "domain" ? concept.domain : nil) ?? ""
      }
    }
  }

  private static func rows(of concept: Concept, judged: Language) -> [Row] {
    let languages = concept.languages
    guard languages.count == 2, let other = languages.first(where: { $0 != judged }),
      languages.contains(judged), other.code != judged.code
    else { return rowsOfMany(concept, judged: judged) }
    let pairs = concept.pairs(other, judged)
    let lone = concept.terms.filter { term in
      !pairs.contains { $0.source == term || $0.target == term }
    }
    return pairs.map { Row(judged: $0.target, heads: [other: $0.source]) }
      + lone.map { Row(judged: $0, heads: [:]) }
  }

  /// The rows of a concept in one language, or in three and more.
  private static func rowsOfMany(_ concept: Concept, judged: Language) -> [Row] {
    let groups = Concept.groups(of: concept.terms) { $0.language == judged }
    guard let first = groups.first(where: { !$0.renderings.isEmpty })?.renderings[0],
      let heads = groups.first(where: { !$0.heads.isEmpty })?.heads
    else { return concept.terms.map { Row(judged: $0, heads: [:]) } }
    var rows: [Row] = []
    var met: [Language: Term] = [:]
    for group in groups {
      let sets = headSets(group.heads.isEmpty ? heads : group.heads, after: met)
      met = sets.last ?? met
      for set in sets {
        for rendering in group.renderings.isEmpty ? [first] : group.renderings {
          let row = Row(judged: rendering, heads: set)
          if !rows.contains(row) { rows.append(row) }
        }
      }
    }
    return rows
  }

  /// The heads of one run, one a language in each row; a language the run does not speak keeps the
  /// term last met.
  private static func headSets(_ heads: [Term], after met: [Language: Term]) -> [[Language: Term]] {
    var sets = [met]
    var fresh: Set<Language> = []
    for head in heads {
      if !fresh.insert(head.language).inserted {
        sets.append(sets[sets.count - 1])
        fresh = [head.language]
      }
      sets[sets.count - 1][head.language] = head
    }
    return sets
  }
}
