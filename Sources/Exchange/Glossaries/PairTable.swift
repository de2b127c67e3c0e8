internal import Bitext

/// A glossary as a table with a pair of terms a row: one column a language named by its tag (`en`, `zh`),
/// or `source` and `target`.
///
/// A row judges its *rendering*: the term in the English column, or in the first language column where
/// there is no English. The row's status, note and other fields are the rendering's. The terms it
/// renders are never wrong on account of their partner: they are preferred when a row that holds them
/// is, else admitted. The rows of one concept become one `Concept`, in which a rendering stands after
/// the terms it renders, so that who renders whom can be read from the order (`Concept.pairs`). The
/// concept's field is that of its first row; a term of a row with another keeps its own.
enum PairTable {
  /// Reads the rows. Where the table has no ids, rows of one source term are one concept. O(rows).
  static func read(_ table: GlossaryTable) throws(GlossaryError) -> GlossaryReading {
    let judged = table.terms.firstIndex { $0.language.code == "en" } ?? 0
    var order: [String] = []
    var drafts: [String: ConceptDraft] = [:]
    var reading = GlossaryReading(isNumbered: table.concept != nil)
    for row in table.table.rows.indices {
      let pair = try PairRow(table, row, judged: judged)
      let key = pair.id ?? (pair.heads.first ?? pair.rendering)?.text ?? ""
      if drafts[key] == nil { order.append(key) }
      let remarks = try drafts[key, default: ConceptDraft(id: pair.id ?? "")].add(pair, of: table)
      reading.remarks += remarks.map { "\(table.name):\(table.line(row)): \($0)" }
    }
    reading.concepts = order.compactMap { drafts[$0]?.finished }
    return reading
  }
}

/// One row: the term judged, and those it renders.
private struct PairRow {
  let row: Int
  let id: Concept.ID?
  var rendering: Term?
  var heads: [Term]

  init(_ table: GlossaryTable, _ row: Int, judged: Int) throws(GlossaryError) {
    self.row = row
    id = try table.id(row)
    let status = try table.status(row)
    var terms = table.terms.map { place in
      table.text(row, place.column).map { Term(language: place.language, text: $0, status: status) }
    }
    guard let own = terms[judged] == nil ? terms.firstIndex(where: { $0 != nil }) : judged else {
      throw table.fault(row, .emptyField(table.table.columns[table.terms[judged].column].title))
    }
    for index in terms.indices {
      guard var term = terms[index] else { continue }
      table.describe(&term, row)
      if index != own {
        term = Term(
          language: term.language, text: term.text,
          status: min(max(status, .preferred), .admitted), partOfSpeech: term.partOfSpeech,
          domain: term.domain)
      }
      terms[index] = term
    }
    rendering = terms[judged]
    terms[judged] = nil
    heads = terms.compactMap { $0 }
  }

  var texts: [String] { ([rendering] + heads).map { $0.map { "\($0.language) \($0.text)" } ?? "" } }
}

/// A concept while its rows are read.
private struct ConceptDraft {
  /// Terms and the renderings that follow them.
  private var groups: [(heads: [Term], renderings: [Term])] = []
  private var firstLines: [[String]: Int] = [:]
  private var concept: Concept

  init(id: Concept.ID) { concept = Concept(id: id, terms: []) }

  /// Takes a row in; returns what of it finds no place.
  mutating func add(
    _ pair: PairRow, of table: GlossaryTable
  ) throws(GlossaryError) -> [String] {
    if let line = firstLines[pair.texts] {
      throw table.fault(pair.row, .repeatedRow(firstLine: line))
    }
    firstLines[pair.texts] = table.line(pair.row)
    var remarks = table.describe(&concept, pair.row)
    let domain = (pair.rendering ?? pair.heads.first)?.domain
    concept.domain = concept.domain ?? domain
    let heads = pair.heads.map(withoutSharedDomain)
    let rendering = pair.rendering.map(withoutSharedDomain)
    let known = rendering.flatMap { self.known($0) }
    if let rendering, var known {
      known.domain = rendering.domain
      if known != rendering {
        remarks.append(
          "'\(rendering.text)' stands in this concept already: its first status and note are kept")
      }
    }
    place(heads, known == nil ? rendering : nil)
    return remarks
  }

  private func known(_ rendering: Term) -> Term? {
    for group in groups {
      let same = group.renderings.first {
        $0.text == rendering.text && $0.language == rendering.language
      }
      if let same { return same }
    }
    return nil
  }

  private func withoutSharedDomain(_ term: Term) -> Term {
    var term = term
    if term.domain == concept.domain { term.domain = nil }
    return term
  }

  private mutating func place(_ heads: [Term], _ rendering: Term?) {
    let added = rendering.map { [$0] } ?? []
    let texts = heads.map(\.text)
    guard let group = groups.firstIndex(where: { $0.heads.map(\.text) == texts }) else {
      groups.append((heads, added))
      return
    }
    groups[group].renderings += added
    for index in heads.indices where heads[index].status < groups[group].heads[index].status {
      groups[group].heads[index].status = heads[index].status
    }
  }

  var finished: Concept {
    var concept = concept
    for term in groups.flatMap({ $0.heads + $0.renderings }) {
      let at = concept.terms.firstIndex { $0.language == term.language && $0.text == term.text }
      if let at {
        concept.terms[at].status = min(concept.terms[at].status, term.status)
      } else {
        concept.terms.append(term)
      }
    }
    return concept
  }
}
