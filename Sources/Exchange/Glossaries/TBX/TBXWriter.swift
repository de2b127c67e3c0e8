internal import Bitext

/// Writes concepts as TBX-Basic: an entry a concept, its terms by language, what TBX-Basic has no
/// category for in notes. Text only: nothing here knows files.
struct TBXWriter {
  /// How data categories are written.
  enum Style {
    /// ISO 30042:2008.
    case version2
    /// ISO 30042:2019, the category in the attribute `type`.
    case dca
    /// ISO 30042:2019, the category as an element of its own.
    case dct
  }

  private let style: Style
  private var markup = MarkupText()
  /// The ids of the entries, which references point to.
  private var ids: [Concept.ID: String] = [:]

  /// Concepts as a whole file.
  /// - Parameters:
  ///   - tool: what wrote it, for the header: `bitext 0.1.0`.
  ///   - date: when, in seconds since 1970 UTC.
  static func text(of concepts: [Concept], _ style: Style, tool: String, date: Int) -> [UInt8] {
    var writer = TBXWriter(style: style)
    writer.ids = xmlIDs(of: concepts)
    writer.open(tool: tool, date: date)
    for concept in concepts { writer.add(concept) }
    writer.close()
    return writer.markup.take()
  }

  private init(style: Style) { self.style = style }

  private var isOld: Bool { style == .version2 }

  private mutating func open(tool: String, date: Int) {
    markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let namespace = " xmlns=\"urn:iso:std:iso:30042:ed-2\""
    let modules =
      " xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\""
    switch style {
    case .version2: markup.raw("<martif type=\"TBX-Basic\" xml:lang=\"en\">\n  <martifHeader>\n")
    case .dca:
      markup.raw("<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\"\(namespace)>\n")
      markup.raw("  <tbxHeader>\n")
    case .dct:
      markup.raw("<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\"\(namespace)\(modules)>\n")
      markup.raw("  <tbxHeader>\n")
    }
    markup.raw("    <fileDesc>\n      <titleStmt><title>Glossary</title></titleStmt>\n")
    markup.raw("      <sourceDesc><p>")
    markup.text("Exported by \(tool) on \(TMXDate.text(date).prefix(8))")
    markup.raw("</p></sourceDesc>\n    </fileDesc>\n")
    if isOld {
      markup.raw("    <encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc>\n")
    }
    markup.raw(isOld ? "  </martifHeader>\n" : "  </tbxHeader>\n")
    markup.raw("  <text>\n    <body>\n")
  }

  private mutating func close() {
    markup.raw("    </body>\n  </text>\n\(isOld ? "</martif>" : "</tbx>")\n")
  }

  private mutating func add(_ concept: Concept) {
    let id = ids[concept.id] ?? concept.id
    markup.raw(isOld ? "      <termEntry id=\"" : "      <conceptEntry id=\"")
    markup.text(id)
    markup.raw("\">\n")
    if id != concept.id { note(TBXNotes.note(TBXNotes.id, concept.id), 8) }
    let languages = concept.languages
    for fact in concept.statements where !languages.contains(where: { $0 == fact.language }) {
      write(fact, .concept, 8)
    }
    for language in languages { add(language, of: concept) }
    markup.raw(isOld ? "      </termEntry>\n" : "      </conceptEntry>\n")
  }

  private mutating func add(_ language: Language, of concept: Concept) {
    markup.raw(isOld ? "        <langSet xml:lang=\"" : "        <langSec xml:lang=\"")
    markup.text(language.termbaseCode)
    markup.raw("\">\n")
    for fact in concept.facts where fact.language == language { write(fact, .language, 10) }
    let renders = concept.renders
    for term in concept.terms where term.language == language {
      markup.raw(isOld ? "          <tig>\n" : "          <termSec>\n")
      markup.raw("            <term>")
      markup.text(term.text.clean.text)
      markup.raw("</term>\n")
      let statements = term.statements(renders: renders[term] ?? [])
      for fact in statements where isTermNote(fact) { write(fact, .term, 12) }
      for fact in statements where !isTermNote(fact) { write(fact, .term, 12) }
      markup.raw(isOld ? "          </tig>\n" : "          </termSec>\n")
    }
    markup.raw(isOld ? "        </langSet>\n" : "        </langSec>\n")
  }
}

extension TBXWriter {
  /// A statement where TBX-Basic has a place for it, else a note.
  private mutating func write(_ fact: TermFact, _ level: TBXCategory.Level, _ indent: Int) {
    if fact.kind == .note { return note(fact.value, indent) }
    if fact.kind == .transaction { return write(transaction: fact, indent) }
    guard let category = category(of: fact, level), let target = target(of: fact) else {
      return note(fact.words, indent)
    }
    let hasSource = fact.source != nil && category.kind == .description
    pad(indent)
    if hasSource { markup.raw("<descripGrp>") }
    element(category, fact.value, target: target)
    if hasSource, let source = TBXCategory.named("source") {
      element(source, fact.source ?? "", target: "")
      markup.raw("</descripGrp>")
    }
    markup.raw("\n")
  }

  /// The category of a statement that may stand there and say what it says.
  private func category(of fact: TermFact, _ level: TBXCategory.Level) -> TBXCategory? {
    guard let category = TBXCategory.named(fact.name), category.kind == fact.kind,
      category.levels.contains(level), fact.language == nil || level == .language,
      category.values.isEmpty || category.values.contains(fact.value)
    else { return nil }
    return category
  }

  /// Notes on a term stand before all else that is said of it.
  private func isTermNote(_ fact: TermFact) -> Bool {
    fact.kind == .property && category(of: fact, .term) != nil && fact.target == nil
  }

  /// What a statement points to: empty where it points to nothing, `nil` where that is no place in this
  /// file nor an address, as TBX-Basic asks for.
  private func target(of fact: TermFact) -> String? {
    switch fact.kind {
    case .reference: return fact.target.flatMap { ids[$0] }
    case .link:
      let target = fact.target ?? ""
      return target.hasPrefix("http://") || target.hasPrefix("https://") ? target : nil
    default: return fact.target == nil ? "" : nil
    }
  }

  private mutating func element(_ category: TBXCategory, _ value: String, target: String) {
    let name = style == .dct ? "\(category.module):\(category.name)" : category.kind.rawValue
    markup.raw("<\(name)")
    if style != .dct { markup.raw(" type=\"\(category.name)\"") }
    if !target.isEmpty {
      markup.raw(" target=\"")
      markup.text(target)
      markup.raw("\"")
    }
    markup.raw(">")
    markup.text(value.clean.text)
    markup.raw("</\(name)>")
  }

  private mutating func write(transaction fact: TermFact, _ indent: Int) {
    guard let category = TBXCategory.named("transactionType"), category.values.contains(fact.value)
    else { return note(fact.words, indent) }
    pad(indent)
    markup.raw("<transacGrp>")
    element(category, fact.value, target: "")
    if let day = fact.date?.isoDay { markup.raw("<date>\(day)</date>") }
    if let author = fact.source {
      let tags =
        style == .dct
        ? ("<basic:responsibility>", "</basic:responsibility>")
        : ("<transacNote type=\"responsibility\">", "</transacNote>")
      markup.raw(tags.0)
      markup.text(author.clean.text)
      markup.raw(tags.1)
    }
    markup.raw("</transacGrp>\n")
  }

  private mutating func note(_ text: String, _ indent: Int) {
    pad(indent)
    markup.raw("<note>")
    markup.text(text.clean.text)
    markup.raw("</note>\n")
  }

  private mutating func pad(_ indent: Int) { markup.raw(String(repeating: " ", count: indent)) }

  /// Names that XML allows for ids (NCName), each once.
  private static func xmlIDs(of concepts: [Concept]) -> [Concept.ID: String] {
    var used = Set(concepts.map(\.id).filter(\.isXMLName))
    var ids: [Concept.ID: String] = [:]
    for concept in concepts {
      var id = concept.id
      if !id.isXMLName {
        id = "c-" + String(id.unicodeScalars.map { $0.isNameCharacter ? Character($0) : "-" })
        while !used.insert(id).inserted { id += "-" }
      }
      ids[concept.id] = id
    }
    return ids
  }
}

extension Language {
  /// The code that term banks expect: regions for Chinese, as their language lists have them.
  var termbaseCode: String {
    switch tag {
    case "zh", "zh-Hans": "zh-CN"
    case "zh-Hant": "zh-TW"
    default: tag
    }
  }
}

extension TermFact {
  /// As a note says it that people read: `grammaticalGender: common`.
  fileprivate var words: String {
    let parts = [value, target ?? "", source.map { "(\($0))" } ?? "", date ?? ""]
    let words = language.map { "\(name) (\($0))" } ?? name
    return TBXNotes.note(words, parts.filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension String {
  /// The day at the beginning of a date as ISO 8601 writes it.
  var isoDay: String? {
    let day = prefix(10)
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let month = Int(parts[1]), let date = Int(parts[2]), (1...12).contains(month),
      (1...31).contains(date)
    else { return nil }
    return String(day)
  }

  fileprivate var isXMLName: Bool {
    guard let first = unicodeScalars.first, first == "_" || first.properties.isAlphabetic else {
      return false
    }
    return unicodeScalars.allSatisfy(\.isNameCharacter)
  }
}

extension Unicode.Scalar {
  fileprivate var isNameCharacter: Bool {
    switch value {
    case 0x2D, 0x2E, 0x5F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x3400...0x9FFF, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF: true
    default: false
    }
  }
}
