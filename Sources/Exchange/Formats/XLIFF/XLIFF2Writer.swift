internal import Bitext

/// XLIFF 2.1: a `file` for each document, a `unit` of one segment for each unit, and the metadata module
/// for what else is known.
struct XLIFF2Writer: UnitWriter {
  static let carries = Set(Aspect.allCases).subtracting([.lines])
  private let options: WritingOptions
  private var document: String?
  private var files = 0
  private var units = 0

  init(_ options: WritingOptions) { self.options = options }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" \
      xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1"\
      \(output.attribute("srcLang", first.sourceLanguage.regionalCode))\
      \(output.attribute("trgLang", first.targetLanguage.regionalCode))>

      """)
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    if unit.document != document {
      closeFile(&output)
      files += 1
      output.write(
        line: "  <file id=\"f\(files)\"\(output.attribute("original", unit.document))>")
      document = unit.document
    }
    units += 1
    // An `id` is a name token; what the unit is called elsewhere may be any words.
    output.write(line: "    <unit id=\"u\(units)\"\(output.attribute("name", unit.id))>")
    writeMetadata(unit, &output)
    writeNotes(unit, &output)
    output.write(line: "      <segment state=\"\(Self.state(unit.status))\">")
    for (side, element) in [(Side.source, "source"), (.target, "target")] {
      output.write(
        line: "        <\(element) xml:space=\"preserve\">\(text(unit, side, &output))</\(element)>"
      )
    }
    output.write(line: "      </segment>\n    </unit>")
    output.expect(UnitOutput.legal(unit.source), UnitOutput.legal(unit.target))
  }

  func close(_ output: inout UnitOutput) {
    closeFile(&output)
    output.write(line: "</xliff>")
  }

  private func closeFile(_ output: inout UnitOutput) {
    if document != nil { output.write(line: "  </file>") }
  }

  /// The word for how far a translation is.
  static func state(_ status: Status) -> String {
    switch status {
    case .confirmed, .edited: "final"
    case .accepted: "translated"
    default: "initial"
    }
  }

  private func text(_ unit: Unit, _ side: Side, _ output: inout UnitOutput) -> String {
    let text = side == .source ? unit.source : unit.target
    if let part = side == .source ? unit.carried?.source : unit.carried?.target, part.markup != nil
    {
      if let markup = InlineVocabulary.xliff2.markup(part, of: text) { return markup }
      output.lost[.codes, default: 0] += 1
    }
    return output.escaped(text)
  }

  private func writeMetadata(_ unit: Unit, _ output: inout UnitOutput) {
    let carried = (unit.carried?.unit.remarks ?? []).filter { $0.kind == .property }
      .map { (name: $0.type ?? "property", value: $0.text) }
    let attributes = (unit.carried?.unit.attributes ?? [:]).sorted { $0.key < $1.key }
      .map { (name: $0.key, value: $0.value) }
    output.write(line: "      <mda:metadata>\n        <mda:metaGroup>")
    for (name, value) in UnitProperties.of(unit) + carried + attributes {
      output.write(
        line:
          "          <mda:meta\(output.attribute("type", name))>\(output.escaped(value))</mda:meta>"
      )
    }
    output.write(line: "        </mda:metaGroup>\n      </mda:metadata>")
  }

  private func writeNotes(_ unit: Unit, _ output: inout UnitOutput) {
    let notes = (unit.carried?.unit.remarks ?? []).filter { $0.kind == .note }
    guard unit.comment != nil || !notes.isEmpty else { return }
    output.write(line: "      <notes>")
    if let comment = unit.comment {
      output.write(line: "        <note>\(output.escaped(comment))</note>")
    }
    for note in notes {
      let category = note.attributes["category"].map { output.attribute("category", $0) } ?? ""
      output.write(line: "        <note\(category)>\(output.escaped(note.text))</note>")
    }
    output.write(line: "      </notes>")
  }
}
