internal import Bitext

/// A glossary as a table with a term a row: `concept`, `lang`, `term`, `status` and the columns of
/// `GlossaryColumn`. A concept's terms keep the order of their rows; fields of the concept may stand in
/// any of its rows. Nothing that has a field of its own is lost in it.
enum TermTable {
  /// Reads the rows. O(rows).
  static func read(_ table: GlossaryTable) throws(GlossaryError) -> GlossaryReading {
    guard let single = table.single else { return GlossaryReading() }
    var order: [String] = []
    var concepts: [String: Concept] = [:]
    var lines: [[String]: Int] = [:]
    var reading = GlossaryReading(isNumbered: table.concept != nil)
    for row in table.table.rows.indices {
      let term = try term(table, row, single)
      let id = try table.id(row)
      let key = id ?? "\(row)"
      if concepts[key] == nil { order.append(key) }
      var concept = concepts[key] ?? Concept(id: id ?? "", terms: [])
      if let line = lines[[key, term.language.tag, term.text]] {
        throw table.fault(row, .repeatedRow(firstLine: line))
      }
      lines[[key, term.language.tag, term.text]] = table.line(row)
      let remarks = table.describe(&concept, row)
      reading.remarks += remarks.map { "\(table.name):\(table.line(row)): \($0)" }
      concept.domain = concept.domain ?? term.domain
      concept.terms.append(term)
      if concept.terms[concept.terms.count - 1].domain == concept.domain {
        concept.terms[concept.terms.count - 1].domain = nil
      }
      concepts[key] = concept
    }
    reading.concepts = order.compactMap { concepts[$0] }
    return reading
  }

  private static func term(
    _ table: GlossaryTable, _ row: Int, _ single: (term: Int, language: Int)
  ) throws(GlossaryError) -> Term {
    guard let text = table.text(row, single.term) else {
      throw table.fault(row, .emptyField(table.table.columns[single.term].title))
    }
    let tag = table.text(row, single.language) ?? ""
    guard let language = Language(tag) else { throw table.fault(row, .unknownLanguage(tag)) }
    var term = Term(language: language, text: text, status: try table.status(row))
    table.describe(&term, row)
    return term
  }

  /// Concepts as such a table; columns that nothing needs are left out. O(terms).
  static func table(of concepts: [Concept]) -> TextTable {
    let fields = GlossaryColumn.all.filter { column in
      concepts.contains { concept in
        concept.terms.contains { text(column, concept, $0, isFirst: true) != "" }
      }
    }
    let columns = ["concept", "lang", "term", "status"] + fields.map(\.title)
    let rows = concepts.flatMap { concept in
      concept.terms.enumerated().map { index, term in
        [concept.id, term.language.tag, term.text, term.status.rawValue]
          + fields.map { text($0, concept, term, isFirst: index == 0) }
      }
    }
    return TextTable(columns.map { TextTable.Column($0) }, rows: rows)
  }

  /// What the concept has stands in its first row alone; its field in each, since a term may have
  /// another.
  private static func text(
    _ column: GlossaryColumn, _ concept: Concept, _ term: Term, isFirst: Bool
  ) -> String {
    switch column.field {
    case .concept(let path): isFirst ? concept[keyPath: path] ?? "" : ""
    case .term(let path):
      term[keyPath: path] ?? (column.title == "domain" ? concept.domain : nil) ?? ""
    }
  }
}
