// The words of a TMX 1.4b file (LISA OSCAR, 2005), in the element order that its DTD asks for. Text
// only: nothing here knows files.
internal import Bitext

struct TMXWriter {
  /// What was written and not yet taken away.
  private(set) var bytes: [UInt8] = []
  /// The texts between `<seg>` and `</seg>` so far, codes included, tags not.
  private(set) var fingerprint = Fingerprint()
  /// Characters left out because XML forbids them.
  private(set) var illegalCharacters = 0
  private let profile: TMXProfile?
  private let hasDoctype: Bool

  /// Dates by their seconds, since a memory has the same again and again.
  private var lastDate = (seconds: Int.min, text: "")
  private var codes = RegionalCodes()

  /// - Parameter hasDoctype: whether the file begins with a DOCTYPE, unless the profile forbids it.
  init(_ profile: TMXProfile? = nil, hasDoctype: Bool = true) {
    self.profile = profile
    self.hasDoctype = hasDoctype && profile?.hasDoctype ?? true
  }

  /// Gives what was written since the last time to `body`, which keeps none of it.
  mutating func drain(_ body: ([UInt8]) throws(ExchangeError) -> Void) throws(ExchangeError) {
    try body(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over what was written since the last time.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Everything before the first unit.
  /// - Parameters:
  ///   - header: what the memory came with, if all units come from one.
  ///   - date: of the export, in seconds since 1970 UTC.
  mutating func open(
    _ header: TMXHeader = TMXHeader(), sourceCode: String, toolVersion: String, date: Int
  ) {
    var all = header.part.attributes
    all["creationtool"] = "bitext"
    all["creationtoolversion"] = toolVersion
    all["o-tmf"] = "bitext"
    all["srclang"] = sourceCode
    all["datatype"] = profile?.dataType ?? all["datatype"] ?? "plaintext"
    for (name, value) in [
      "segtype": "sentence", "adminlang": "en-US", "o-encoding": "UTF-8",
      "creationdate": TMXDate.text(date),
    ] where all[name] == nil { all[name] = value }
    open(header, attributes: all)
  }

  /// Everything before the first unit, with these attributes of the header.
  mutating func open(_ header: TMXHeader, attributes: [String: String]) {
    raw("<?xml version=\"1.0\" encoding=\"")
    raw(profile?.isUTF16 == true ? "UTF-16" : "UTF-8")
    raw("\"?>\n")
    if hasDoctype { raw("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n") }
    raw("<tmx version=\"1.4\">\n  <header")
    let grammar = TMXGrammar.of(.header)
    for name in grammar.required + grammar.optional {
      guard var value = attributes[name] else { continue }
      if let valid = Self.valid(value, of: name) {
        value = valid
      } else if name == "segtype" {
        value = "sentence"
      } else if !grammar.required.contains(name) {
        continue
      }
      if TMXGrammar.languages.contains(name), value.lowercased() != "*all*" {
        value = Language.inExchange(value)?.tag ?? value
      }
      attribute(name, value)
    }
    closeHeader(header)
  }

  private mutating func closeHeader(_ header: TMXHeader) {
    guard !header.part.remarks.isEmpty || !header.encodings.isEmpty else {
      return raw("/>\n  <body>\n")
    }
    raw(">\n")
    for encoding in header.encodings { raw(xml: "    \(encoding)\n") }
    for remark in header.part.remarks { self.remark(remark, indent: "    ") }
    raw("  </header>\n  <body>\n")
  }

  /// Everything after the last unit.
  mutating func close() { raw("  </body>\n</tmx>\n") }
}

extension TMXWriter {
  /// A unit of a document pair or of a memory, with its texts as they are to be written; `others`
  /// are the same unit of a memory in further target languages. `sourceCode` is the header's.
  mutating func add(
    _ written: WritableUnit, hasID: Bool = true, others: some Sequence<WritableUnit> = [],
    sourceCode: String, context: UnitContext? = nil
  ) {
    let carried = written.unit.carried
    beginUnit(written, hasID: hasID, carried, sourceCode)
    if let comment = written.unit.comment { note(comment) }
    if profile?.hasProperties != false { properties(of: written, carried?.unit) }
    if let remarks = carried?.unit.remarks {
      for remark in remarks { self.remark(remark, indent: "      ") }
    }
    variant(written.texts.source, written.unit.sourceLanguage, carried?.source, context)
    variant(written.texts.target, written.unit.targetLanguage, carried?.target)
    for other in others {
      variant(other.texts.target, other.unit.targetLanguage, other.unit.carried?.target)
    }
    raw("    </tu>\n")
  }

  private mutating func beginUnit(
    _ written: WritableUnit, hasID: Bool, _ carried: Carried?, _ sourceCode: String
  ) {
    // Whether the file that it came from has said this of it or of one of its texts, so that it needs
    // not be said again.
    func isSaid(_ attribute: String, _ value: String? = nil) -> Bool {
      carried?.says(attribute, value) ?? false
    }
    raw("    <tu")
    if hasID, written.unit.hasOwnID { attribute("tuid", line(written.unit.id)) }
    if let created = written.unit.created, !isSaid("creationdate") { date("creationdate", created) }
    if let changed = written.unit.changed, !isSaid("changedate") { date("changedate", changed) }
    if let author = written.unit.author, !isSaid("creationid", author), !isSaid("changeid") {
      attribute("changeid", line(author))
    }
    let code = codes.code(of: written.unit.sourceLanguage)
    if code != sourceCode { attribute("srclang", code) }
    attributes(carried?.unit, of: .tu)
    raw(">\n")
  }

  mutating func attributes(_ part: Carried.Part?, of element: TMXElement) {
    guard let part, !part.attributes.isEmpty else { return }
    let allowed = TMXGrammar.of(element).optional
    for (name, value) in part.attributes.sorted(by: { $0.key < $1.key })
    where allowed.contains(name) && name != "lang" {
      if let value = Self.valid(value, of: name) { attribute(name, line(value)) }
    }
  }

  /// The value in the form that the standard asks for; `nil` when it has none.
  private static func valid(_ value: String, of attribute: String) -> String? {
    if value.isEmpty { return nil }
    if TMXGrammar.dates.contains(attribute) {
      return TMXDate.lenient(value).map { TMXDate.text($0) }
    }
    if TMXGrammar.numbers.contains(attribute) {
      return value.utf8.allSatisfy { (0x30...0x39).contains($0) } ? value : nil
    }
    return TMXGrammar.values(attribute)?.contains(value) == false ? nil : value
  }

  private mutating func properties(of written: WritableUnit, _ part: Carried.Part?) {
    func isOwn(_ name: String) -> Bool {
      part?.remarks.contains { $0.type == name } ?? false
    }
    func known(_ name: String, _ value: String?) {
      if let value, !isOwn(name) { property(name, value) }
    }
    if !written.unit.isImported {
      property("x-document", written.unit.document)
      property("x-kind", written.unit.kind == .text ? nil : written.unit.kind.rawValue)
      property("x-time", written.unit.time?.clock)
    }
    property("x-speaker", written.unit.speaker)
    property("x-target-speaker", written.unit.targetSpeaker)
    if !written.unit.isImported {
      property("x-para", written.unit.paragraph.map(String.init))
      property("x-bead", written.unit.shape)
    }
    property("x-score", written.unit.confidence.map(Self.score))
    if !written.unit.isImported || written.unit.status != Unit.importedStatus, !isOwn("x-status") {
      property("x-status", written.unit.status.rawValue)
    }
    known("x-client", written.unit.facts.client)
    known("x-domain", written.unit.facts.domain)
    known("x-date", written.unit.facts.date)
    if !written.unit.isImported { property("x-note", written.unit.facts.note) }
    guard let constants = profile?.constantProperties else { return }
    for (name, value) in constants.sorted(by: { $0.key < $1.key }) { property(name, value) }
  }

  private mutating func variant(
    _ text: UnitTexts.Side, _ language: Language, _ part: Carried.Part?,
    _ context: UnitContext? = nil
  ) {
    let code = codes.code(of: language)
    raw("      <tuv")
    attribute("xml:lang", code)
    attributes(part, of: .tuv)
    raw(">")
    if code != language.tag, profile?.hasProperties != false {
      raw("<prop type=\"x-bcp47\">")
      escape(language.tag)
      raw("</prop>")
    }
    if let context {
      inlineProperty("x-context-pre", context.before)
      inlineProperty("x-context-post", context.after)
    }
    for remark in part?.remarks ?? [] { self.remark(remark, indent: nil) }
    segment(text)
    raw("</tuv>\n")
  }

  mutating func segment(_ text: UnitTexts.Side) {
    raw("<seg>")
    if let markup = text.markup {
      raw(xml: markup)
      fingerprint.add(text.characters)
    } else {
      escape(text.text)
      fingerprint.add(text.text)
    }
    raw("</seg>")
  }
}

extension TMXWriter {
  mutating func note(_ text: String) {
    let note = line(text)
    guard !note.isEmpty else { return }
    raw("      <note>")
    escape(note)
    raw("</note>\n")
  }

  /// A remark that came with the unit, its words untouched.
  mutating func remark(_ remark: Carried.Remark, indent: StaticString?) {
    if remark.kind == .property, profile?.hasProperties == false { return }
    let element: TMXElement = remark.kind == .note ? .note : .prop
    if let indent { raw(indent) }
    raw("<")
    raw(xml: element.rawValue)
    if remark.kind == .property, remark.attributes.count == 1, let type = remark.type {
      attribute("type", type)
    } else {
      attributes(of: remark, element)
    }
    raw(">")
    escape(remark.text.legal(&illegalCharacters))
    raw("</")
    raw(xml: element.rawValue)
    raw(indent == nil ? ">" : ">\n")
  }

  private mutating func attributes(of remark: Carried.Remark, _ element: TMXElement) {
    let grammar = TMXGrammar.of(element)
    for (name, value) in remark.attributes.sorted(by: { $0.key < $1.key })
    where grammar.optional.contains(name) || grammar.required.contains(name) {
      attribute(name == "lang" ? "xml:lang" : name, value)
    }
    if remark.kind == .property, remark.type == nil { attribute("type", "x-unknown") }
  }

  mutating func property(_ name: String, _ value: String?) {
    guard let value, case let text = line(value), !text.isEmpty else { return }
    raw("      ")
    inlineProperty(profile?.propertyNames[name] ?? name, text)
    raw("\n")
  }

  mutating func inlineProperty(_ name: String, _ value: String?) {
    guard let value else { return }
    raw("<prop type=\"")
    raw(xml: name)
    raw("\">")
    escape(value)
    raw("</prop>")
  }

  mutating func date(_ name: String, _ seconds: Int) {
    if lastDate.seconds != seconds { lastDate = (seconds, TMXDate.text(seconds)) }
    attribute(name, lastDate.text)
  }

  mutating func line(_ text: String) -> String {
    let line = OneLine(text, unspaced: false)
    illegalCharacters += line.illegalCharacters
    return line.text
  }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(xml: String) { bytes.append(contentsOf: xml.utf8) }

  mutating func attribute(_ name: String, _ value: String) {
    raw(" ")
    raw(xml: name)
    raw("=\"")
    escape(value, quotes: true)
    raw("\"")
  }

  private mutating func escape(_ text: String, quotes: Bool = false) {
    bytes.appendEscaped(text, quotes: quotes)
  }

  /// A probability to three digits, as in the bead notation.
  static func score(_ confidence: Double) -> String {
    let thousandths = Int((min(max(confidence, 0), 1) * 1000).rounded())
    return String(unsafeUninitializedCapacity: 5) { bytes in
      for (place, unit) in [(0, 1000), (2, 100), (3, 10), (4, 1)] {
        bytes[place] = UInt8(0x30 + thousandths / unit % 10)
      }
      bytes[1] = UInt8(ascii: ".")
      return 5
    }
  }
}

extension Carried {
  /// Whether an attribute says this of the unit or of one of its texts.
  fileprivate func says(_ attribute: String, _ value: String?) -> Bool {
    unit.says(attribute, value) || source.says(attribute, value) || target.says(attribute, value)
  }
}

extension Carried.Part {
  fileprivate func says(_ attribute: String, _ value: String?) -> Bool {
    guard !attributes.isEmpty, let own = attributes[attribute] else { return false }
    return value == nil || own == value
  }
}
