public import Bitext

/// The way back: concepts written as the table that `GlossaryTSV.read` reads.
extension GlossaryTSV {
  /// A table, and what it has no place for.
  public struct Writing: Hashable, Sendable {
    /// The table, each line ended by LF.
    public var text: String
    /// What was left out, one line each: `T012: …`.
    public var losses: [String]
  }

  /// Writes concepts, one pair of terms a row, renderings in the first column. O(rows).
  public static func write(_ concepts: [Concept]) -> Writing {
    let languages = columns(of: concepts)
    let defined = concepts.contains { $0.definition != nil }
    let titles =
      languages.map(\.tag) + ["pos", "domain", "note", "status", "concept"]
      + (defined ? ["definition"] : [])
    var writing = Writing(text: line(titles), losses: [])
    for concept in concepts {
      let rows = rows(of: concept, judged: languages[0])
      for row in rows { writing.text += line(row.fields(of: concept, languages, defined: defined)) }
      writing.losses += losses(of: concept, rows).map { "\(concept.id): \($0)" }
    }
    return writing
  }

  /// The rendering's language, then the others as the concepts bring them.
  private static func columns(of concepts: [Concept]) -> [Language] {
    var seen: Set<Language> = []
    let languages = concepts.flatMap(\.terms).map(\.language).filter { seen.insert($0).inserted }
    let judged = languages.firstIndex { $0.code == "en" } ?? languages.count - 1
    guard languages.indices.contains(judged) else { return [.en, .zh] }
    return [languages[judged]] + languages[..<judged] + languages[(judged + 1)...]
  }

  /// A rendering with the term of each other language that it renders.
  private struct Row: Hashable {
    var rendering: Term
    var heads: [Language: Term]

    func fields(of concept: Concept, _ languages: [Language], defined: Bool) -> [String] {
      [rendering.text] + languages.dropFirst().map { heads[$0]?.text ?? "" }
        + [
          rendering.partOfSpeech ?? "", concept.domain ?? "", rendering.note ?? "",
          rendering.status.rawValue, concept.id,
        ] + (defined ? [concept.definition ?? ""] : [])
    }
  }

  private static func rows(of concept: Concept, judged: Language) -> [Row] {
    let groups = Concept.groups(of: concept.terms) { $0.language == judged }
    guard let first = groups.first(where: { !$0.renderings.isEmpty })?.renderings[0],
      let heads = groups.first(where: { !$0.heads.isEmpty })?.heads
    else { return [] }
    var rows: [Row] = []
    var met: [Language: Term] = [:]
    for group in groups {
      let sets = headSets(group.heads.isEmpty ? heads : group.heads, after: met)
      met = sets.last ?? met
      for set in sets {
        for rendering in group.renderings.isEmpty ? [first] : group.renderings {
          let row = Row(rendering: rendering, heads: set)
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

  private static func losses(of concept: Concept, _ rows: [Row]) -> [String] {
    let written = Set(rows.flatMap { [$0.rendering] + $0.heads.values })
    let renderings = Set(rows.map(\.rendering))
    return concept.terms.flatMap { term -> [String] in
      guard written.contains(term) else { return ["'\(term.text)' has no partner to share a row"] }
      guard !renderings.contains(term) else { return [] }
      let own = rows.filter { $0.heads[term.language] == term }.map(\.rendering.status)
      let derived: TermStatus = own.contains(.preferred) ? .preferred : .admitted
      return (term.note == nil ? [] : ["the note on '\(term.text)'"])
        + (term.status == derived ? [] : ["the status '\(term.status.rawValue)' of '\(term.text)'"])
    }
  }

  /// Fields with their tabs and line ends made spaces, since a field cannot hold them.
  private static func line(_ fields: [String]) -> String {
    fields.map { $0.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ") }
      .joined(separator: "\t") + "\n"
  }
}
