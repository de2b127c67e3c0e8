internal import Bitext

/// Messages of programs, in the form that gettext's own programs write. What nobody has seen leaves as
/// fuzzy. A source that occurred before is told apart by a context, since no two messages may be equal.
struct POWriter: UnitWriter {
  static let carries: Set<Aspect> = [.comment, .remarks, .lines]
  private let options: WritingOptions
  private var seen: Set<String> = []
  /// The message with plural forms whose forms are still coming.
  private var open: (entry: POEntry, texts: [(source: String, target: String)])?

  init(_ options: WritingOptions) { self.options = options }

  mutating func open(_ first: Unit, to output: inout UnitOutput) {
    output.write(
      """
      msgid ""
      msgstr ""
      "Project-Id-Version: \(Self.escaped(first.document))\\n"
      "PO-Revision-Date: \(Self.date(options.date))\\n"
      "Language: \(Self.locale(first.targetLanguage))\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"
      "X-Generator: bitext \(options.toolVersion)\\n"
      "X-Source-Language: \(Self.locale(first.sourceLanguage))\\n"

      """)
  }

  mutating func add(_ unit: Unit, to output: inout UnitOutput) {
    let entry = entry(unit)
    if let held = open?.entry, entry.plural != nil, form(of: unit) == held.translations.count,
      held.id == entry.id, held.plural == entry.plural, held.context == entry.context
    {
      open?.entry.translations.append(unit.target)
      open?.entry.flags = held.flags.contains("fuzzy") ? held.flags : entry.flags
      open?.texts.append((unit.source, unit.target))
      return
    }
    close(&output)
    open = (entry, [(unit.source, unit.target)])
  }

  mutating func close(_ output: inout UnitOutput) {
    guard case (var entry, let texts)? = open else { return }
    open = nil
    if entry.translations.count == 1, texts[0].source == entry.id { entry.plural = nil }
    if !seen.insert("\(entry.context ?? "")\u{4}\(entry.id)").inserted {
      let base = entry.context.map { $0 + " " } ?? ""
      var number = 2
      while !seen.insert("\(base)\(number)\u{4}\(entry.id)").inserted { number += 1 }
      entry.context = "\(base)\(number)"
    }
    Self.write(entry, to: &output)
    for text in texts { output.expect(text.source, text.target) }
  }

  private func form(of unit: Unit) -> Int? {
    unit.carried?.unit.attributes["form"].flatMap(Int.init)
  }

  private func entry(_ unit: Unit) -> POEntry {
    let part = unit.carried?.unit ?? Carried.Part()
    var entry = POEntry()
    entry.context = part.attributes["msgctxt"]
    entry.id = unit.source
    // Forms that came without those before them are messages of their own.
    if let id = part.attributes["msgid"], let plural = part.attributes["msgid_plural"],
      form(of: unit) == 0 || open?.entry.id == id, [id, plural].contains(unit.source)
    {
      (entry.id, entry.plural) = (id, plural)
    }
    entry.translations = [unit.target]
    entry.isObsolete = part.attributes["obsolete"] != nil
    entry.comments = (unit.comment ?? "").split(whereSeparator: \.isNewline).map(String.init)
    entry.flags = (part.attributes["flags"] ?? "").split(separator: ",").map { String($0).trimmed }
      .filter { $0 != "fuzzy" || entry.isObsolete }
    if unit.status == .unreviewed, !entry.isObsolete { entry.flags.insert("fuzzy", at: 0) }
    func texts(_ type: String) -> [String] {
      part.remarks.filter { $0.type == type }.map(\.text)
    }
    entry.extracted = texts("x-po-extracted")
    entry.references = texts("x-po-reference")
    entry.previous = texts("x-po-previous")
    return entry
  }

  private static func write(_ entry: POEntry, to output: inout UnitOutput) {
    output.write("\n")
    func comment(_ mark: String, _ texts: [String]) {
      for text in texts.flatMap({ $0.split(whereSeparator: \.isNewline) }) {
        output.write(line: "\(mark) \(text)")
      }
    }
    comment("#", entry.comments)
    comment("#.", entry.extracted)
    comment("#:", entry.references)
    if !entry.flags.isEmpty { comment("#,", [entry.flags.joined(separator: ", ")]) }
    comment("#|", entry.previous)
    func string(_ keyword: String, _ text: String) {
      let lines = quoted(text)
      let mark = entry.isObsolete ? "#~ " : ""
      output.write(line: "\(mark)\(keyword) \(lines.count > 1 ? "\"\"" : lines[0])")
      if lines.count > 1 { for line in lines { output.write(line: mark + line) } }
    }
    if let context = entry.context { string("msgctxt", context) }
    string("msgid", entry.id)
    if let plural = entry.plural { string("msgid_plural", plural) }
    for (form, text) in entry.translations.enumerated() {
      string(entry.plural == nil ? "msgstr" : "msgstr[\(form)]", text)
    }
  }

  /// The string between quotation marks, a line for each of its own.
  private static func quoted(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for scalar in text.unicodeScalars {
      line += escaped(scalar)
      guard scalar == "\n" else { continue }
      lines.append(line)
      line = ""
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines.map { "\"\($0)\"" }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map(escaped).joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case "\"": "\\\""
    case "\\": "\\\\"
    default: String(scalar)
    }
  }

  /// `2023-03-16 03:30+0000`.
  private static func date(_ seconds: Int) -> String {
    Timestamp.text(seconds).prefix(16).replacing("T", with: " ") + "+0000"
  }

  /// `zh_CN`: gettext knows regions.
  private static func locale(_ language: Language) -> String {
    let code = language.regionalCode
    return (language.region == nil && language.code == "en" ? "en" : code)
      .replacing("-", with: "_")
  }
}
