internal import Bitext

/// XLIFF 1.2 in its strict form: a `file` for each document, a `trans-unit` for each unit.
struct XLIFF1Writer: UnitWriter {
  static let carries = Set(Aspect.allCases).subtracting([.lines])
  private let options: WritingOptions
  private var document: String?

  init(_ options: WritingOptions) { self.options = options }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">

      """)
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    if unit.document != document {
      closeFile(&output)
      openFile(unit, &output)
      document = unit.document
    }
    let isFinal = unit.status.isLocked
    var tag = "      <trans-unit" + output.attribute("id", unit.id)
    for (name, value) in (unit.carried?.unit.attributes ?? [:]).sorted(by: { $0.key < $1.key })
    where Self.attributes.contains(name) {
      tag += output.attribute(name, value)
    }
    output.write(line: tag + " approved=\"\(isFinal ? "yes" : "no")\" xml:space=\"preserve\">")
    output.write(line: "        <source>\(text(unit, .source, &output))</source>")
    output.write(
      line: "        <target state=\"\(Self.state(unit.status))\">"
        + "\(text(unit, .target, &output))</target>")
    writeProperties(unit, &output)
    writeNotes(unit, &output)
    output.write(line: "      </trans-unit>")
    output.expect(UnitOutput.legal(unit.source), UnitOutput.legal(unit.target))
  }

  func close(_ output: inout UnitOutput) {
    closeFile(&output)
    output.write(line: "</xliff>")
  }

  /// Attributes of a `trans-unit` that a file of this format came with and can leave with.
  private static let attributes: Set<String> = [
    "resname", "restype", "extradata", "datatype", "maxbytes", "minbytes", "size-unit",
  ]

  private func openFile(_ unit: Unit, _ output: inout UnitOutput) {
    let tag =
      "  <file" + output.attribute("original", unit.document)
      + output.attribute("source-language", unit.sourceLanguage.regionalCode)
      + output.attribute("target-language", unit.targetLanguage.regionalCode)
      + " datatype=\"plaintext\" tool-id=\"bitext\""
      + output.attribute("date", Timestamp.text(options.date))
    output.write(
      """
      \(tag)>
          <header>
            <tool tool-id="bitext" tool-name="bitext"\
      \(output.attribute("tool-version", options.toolVersion))/>
          </header>
          <body>

      """)
  }

  private func closeFile(_ output: inout UnitOutput) {
    if document != nil { output.write("    </body>\n  </file>\n") }
  }

  private func text(_ unit: Unit, _ side: Side, _ output: inout UnitOutput) -> String {
    let text = side == .source ? unit.source : unit.target
    if let part = side == .source ? unit.carried?.source : unit.carried?.target, part.markup != nil
    {
      if let markup = InlineVocabulary.xliff1.markup(part, of: text) { return markup }
      output.lost[.codes, default: 0] += 1
    }
    return output.escaped(text)
  }

  /// The word for how far a translation is.
  static func state(_ status: Status) -> String {
    switch status {
    case .confirmed, .edited: "final"
    case .accepted: "translated"
    default: "needs-review-translation"
    }
  }

  private func writeProperties(_ unit: Unit, _ output: inout UnitOutput) {
    let carried = (unit.carried?.unit.remarks ?? []).filter { $0.kind == .property }
      .map { (name: Self.contextType($0.type ?? "property"), value: $0.text) }
    output.write(line: "        <context-group purpose=\"information\">")
    for (name, value) in UnitProperties.of(unit) + carried {
      output.write(
        line: "          <context" + output.attribute("context-type", name)
          + ">\(output.escaped(value))</context>")
    }
    output.write(line: "        </context-group>")
  }

  /// A type that the schema allows: one of its own, or one that begins with `x-`.
  private static func contextType(_ type: String) -> String {
    let own: Set<String> = [
      "database", "element", "elementtitle", "linenumber", "numparams", "paramnotes", "record",
      "recordtitle", "sourcefile",
    ]
    return own.contains(type) || type.hasPrefix("x-") ? type : "x-\(type)"
  }

  private func writeNotes(_ unit: Unit, _ output: inout UnitOutput) {
    if let comment = unit.comment {
      output.write(line: "        <note>\(output.escaped(comment))</note>")
    }
    for note in unit.carried?.unit.remarks ?? [] where note.kind == .note {
      let names = ["annotates", "from", "priority", "xml:lang"]
      let attributes = names.compactMap { name in
        note.attributes[name].map { output.attribute(name, $0) }
      }
      output.write(line: "        <note\(attributes.joined())>\(output.escaped(note.text))</note>")
    }
  }
}
