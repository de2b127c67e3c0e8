public import Bitext

/// A glossary as a table of tab-separated columns, one pair of terms a row.
///
/// The first line names the columns, in any order: `concept`, `status`, one column a language named
/// by its tag (`en`, `zh`), and, where wanted, `pos`, `domain`, `note`, `definition`. UTF-8, a byte
/// order mark and CRLF allowed; blank lines are skipped; quotation marks are text.
///
/// A row judges its *rendering*: the term in the English column, or in the first language column
/// where there is no English. The row's status and note are the rendering's. The terms it renders
/// are never wrong on account of their partner: they are preferred when a row that holds them is,
/// else admitted. The rows of one concept become one `Concept`, in which a rendering stands after
/// the terms it renders, so that who renders whom can be read from the order (`Concept.pairs`).
public enum GlossaryTSV {
  /// What a file holds.
  public struct Reading: Hashable, Sendable {
    /// The concepts, in the order of their first rows.
    public var concepts: [Concept]
    /// What a concept has no place for, one line each: `terms.tsv:68: …`.
    public var remarks: [String]
  }

  /// Reads a glossary; `name` is the file's name for messages. O(bytes).
  public static func read(_ bytes: [UInt8], from name: String) throws(TerminologyError) -> Reading {
    let table = try TSVTable(bytes, name: name)
    var order: [String] = []
    var drafts: [String: ConceptDraft] = [:]
    var remarks: [String] = []
    for row in table.rows {
      if drafts[row.concept] == nil { order.append(row.concept) }
      let remark = try drafts[row.concept, default: ConceptDraft()].add(row, of: table)
      remarks += remark.map { "\(name):\(row.line): \($0)" }
    }
    return Reading(
      concepts: order.compactMap { id in drafts[id]?.concept(id: id) }, remarks: remarks)
  }
}

/// A concept while its rows are read.
private struct ConceptDraft {
  /// Terms and the renderings that follow them.
  private var groups: [(heads: [Term], renderings: [Term])] = []
  private var firstLines: [[String]: Int] = [:]
  private var domain: String?
  private var definition: String?

  /// Takes a row in; returns what of it finds no place.
  mutating func add(_ row: TSVRow, of table: TSVTable) throws(TerminologyError) -> [String] {
    let texts = row.terms.map { $0?.text ?? "" }
    if let line = firstLines[texts] {
      throw TerminologyError(file: table.name, line: row.line, .repeatedRow(firstLine: line))
    }
    firstLines[texts] = row.line
    var remarks: [String] = []
    Self.settle(&domain, row.domain, "domain", &remarks)
    Self.settle(&definition, row.definition, "definition", &remarks)
    guard let rendering = row.terms[table.judged] else { return remarks }
    let heads = row.heads(judged: table.judged)
    let isKnown = groups.contains { $0.renderings.contains { $0.text == rendering.text } }
    if isKnown {
      remarks.append(
        "'\(rendering.text)' stands in this concept already: its first status and note are kept")
    }
    place(heads, isKnown ? nil : rendering)
    return remarks
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

  private static func settle(
    _ kept: inout String?, _ new: String?, _ name: String, _ remarks: inout [String]
  ) {
    guard let new else { return }
    if let kept, kept != new {
      remarks.append("the \(name) '\(new)' is not kept: the concept has '\(kept)'")
    }
    kept = kept ?? new
  }

  func concept(id: String) -> Concept {
    var terms: [Term] = []
    for term in groups.flatMap({ $0.heads + $0.renderings }) {
      if let at = terms.firstIndex(where: { $0.language == term.language && $0.text == term.text })
      {
        terms[at].status = min(terms[at].status, term.status)
      } else {
        terms.append(term)
      }
    }
    return Concept(id: id, domain: domain, definition: definition, terms: terms)
  }
}
