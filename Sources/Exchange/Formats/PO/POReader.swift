internal import Bitext

/// Messages of programs. A message with plural forms is a unit a form; what a message says beyond its
/// texts is carried, so that it leaves as it came.
enum POReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    ["po", "pot"].contains(head.ending)
      || (head.text.hasPrefix("#") || head.text.hasPrefix("msg"))
        && head.text.contains("msgid \"") && head.text.contains("msgstr \"")
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    let encoding = try options.encoding ?? charset(files[0])
    let entries = try POEntries(files[0], encoding: encoding)
    var languages = (source: Language.en, target: Language.undetermined)
    var number = 0
    while let entry = try entries.next() {
      if entry.isHeader {
        let fields = entry.fields
        languages.source = fields["x-source-language"].flatMap(language) ?? .en
        languages.target = fields["language"].flatMap(language) ?? .undetermined
        continue
      }
      for form in 0..<max(1, entry.translations.count) {
        number += 1
        var unit = unit(entry, form, number, options)
        unit.sourceLanguage = options.sourceLanguage ?? languages.source
        unit.targetLanguage = options.targetLanguage ?? languages.target
        try body(unit)
      }
    }
  }

  /// `zh_CN`, `sr@latin`; `nil` where a template has nothing.
  private static func language(_ locale: String) -> Language? {
    let (name, variant) = (locale.prefix { $0 != "@" && $0 != "." }, locale.drop { $0 != "@" })
    let script = ["@latin": "-Latn", "@cyrillic": "-Cyrl"][variant.lowercased()] ?? ""
    return Language(name + script)
  }

  /// The charset that the header states, unless it is UTF-8. The header itself is ASCII.
  private static func charset(_ file: SourceFile) throws(ExchangeError) -> String? {
    let head = String(decoding: try file.head().prefix(1 << 13), as: UTF8.self)
    guard let start = head.firstRange(of: "charset=") else { return nil }
    let name = head[start.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return ["UTF-8", "UTF8", "CHARSET", ""].contains(name.uppercased()) ? nil : String(name)
  }

  private static func unit(
    _ entry: POEntry, _ form: Int, _ number: Int, _ options: ReadingOptions
  ) -> Unit {
    // With one form for all numbers that form translates the plural.
    let isSingular = form == 0 && entry.translations.count > 1
    let source = isSingular ? entry.id : entry.plural ?? entry.id
    let translation = form < entry.translations.count ? entry.translations[form] : ""
    let isOpen = entry.flags.contains("fuzzy") || entry.isObsolete || translation.isEmpty
    var unit = options.unit(
      number, source, translation, status: isOpen ? .unreviewed : .accepted)
    unit.comment = entry.comments.isEmpty ? nil : entry.comments.joined(separator: "\n")
    unit.carried = carried(entry, form)
    return unit
  }

  private static func carried(_ entry: POEntry, _ form: Int) -> Carried? {
    var part = Carried.Part()
    part.attributes["msgctxt"] = entry.context
    if let plural = entry.plural {
      part.attributes["msgid"] = entry.id
      part.attributes["msgid_plural"] = plural
      part.attributes["form"] = String(form)
    }
    // That a message is fuzzy is its status; of an obsolete one nothing else says so.
    let flags = entry.flags.filter { $0 != "fuzzy" || entry.isObsolete }
    if !flags.isEmpty { part.attributes["flags"] = flags.joined(separator: ", ") }
    if entry.isObsolete { part.attributes["obsolete"] = "yes" }
    func add(_ kind: Carried.Remark.Kind, _ type: String, _ texts: [String]) {
      part.remarks += texts.map { Carried.Remark(kind, $0, attributes: ["type": type]) }
    }
    add(.note, "x-po-extracted", entry.extracted)
    add(.property, "x-po-reference", entry.references)
    add(.property, "x-po-previous", entry.previous)
    return part.isEmpty ? nil : Carried(unit: part)
  }
}
