internal import Bitext

/// A glossary as OmegaT keeps it: UTF-8, a source term, a target term and a comment a line, tabs between,
/// no header; lines that begin with `#` are comments. Status, field and the rest have no place, so only
/// terms that may be used are offered as renderings; of the others the comment says what is wrong.
enum OmegaTGlossary {
  /// Reads the lines; those of one source term are one concept. O(bytes).
  static func read(
    _ bytes: [UInt8], name: String, languages: GlossaryLanguages
  ) throws(GlossaryError) -> GlossaryReading {
    let lines = try TabbedLine.lines(of: bytes, name: name)
      .filter { $0.fields[0].first != "#" }
    guard !lines.isEmpty else { throw GlossaryError(file: name, .empty) }
    let table = TextTable(
      [.init("source"), .init("target"), .init("note")],
      rows: lines.map { line in (0..<3).map { $0 < line.fields.count ? line.fields[$0] : "" } })
    var reading = GlossaryReading(isNumbered: false)
    let source = languages.source ?? table.language(of: 0)
    let target = languages.target ?? table.language(of: 1)
    var places: [String: Int] = [:]
    for (line, row) in zip(lines, table.rows) {
      guard line.fields.count > 1, !row[0].isEmpty, !row[1].isEmpty else {
        let column = row[0].isEmpty ? "source" : "target"
        throw GlossaryError(file: name, line: line.number, .emptyField(column))
      }
      let place = places[row[0]] ?? reading.concepts.count
      if place == reading.concepts.count {
        places[row[0]] = place
        reading.concepts.append(Concept(id: "", terms: [Term(language: source, text: row[0])]))
      }
      let note = row[2].isEmpty ? nil : row[2]
      let term = Term(language: target, text: row[1], note: note)
      if reading.concepts[place].terms.contains(where: { $0.text == term.text }) {
        reading.remarks.append(
          "\(name):\(line.number): '\(row[1])' stands under '\(row[0])' already")
      } else {
        reading.concepts[place].terms.append(term)
      }
    }
    return reading
  }

  /// Concepts as lines, from one language into another. O(pairs).
  static func text(of concepts: [Concept], from source: Language, into target: Language) -> String {
    concepts.reduce(into: "") { text, concept in
      let pairs = concept.pairs(source, target)
      for pair in pairs where pair.source.status <= .admitted && pair.target.status <= .admitted {
        text += TabbedLine.text([
          pair.source.text, pair.target.text, comment(on: pair, of: concept, pairs),
        ])
      }
    }
  }

  /// What a person should know of a rendering.
  static func comment(
    on pair: TermPair, of concept: Concept, _ pairs: [TermPair]
  ) -> String {
    let own = [
      pair.target.note, concept.definition, concept.note,
      pair.target.status == .admitted ? "admitted" : nil,
    ].compactMap { $0 }
    let isFirst = pairs.first { $0.source == pair.source && $0.target.status <= .admitted } == pair
    let wrong = pairs.filter {
      isFirst && $0.source == pair.source && $0.target.status > .admitted
    }
    return (own + wrong.map { "not \($0.target.text) (\($0.target.status.rawValue))" })
      .joined(separator: "; ")
  }
}
