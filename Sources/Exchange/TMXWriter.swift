// The words of a TMX 1.4b file (LISA OSCAR, 2005): two variants a unit, the source first, in the
// element order its DTD asks for. Text only: nothing here knows files.
internal import Bitext
internal import Glibc

struct TMXWriter {
  /// What was written and not yet taken away.
  private(set) var bytes: [UInt8] = []
  /// The texts between `<seg>` and `</seg>` so far.
  private(set) var fingerprint = Fingerprint()
  /// Characters left out because XML forbids them.
  private(set) var illegalCharacters = 0

  /// Hands over what was written since the last time.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Everything before the first unit; `date` in seconds since 1970 UTC.
  mutating func open(sourceCode: String, toolVersion: String, date: Int) {
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n")
    raw("<tmx version=\"1.4\">\n  <header creationtool=\"bitext\"")
    attribute("creationtoolversion", toolVersion)
    raw(" segtype=\"sentence\" o-tmf=\"bitext\" adminlang=\"en-US\"")
    attribute("srclang", sourceCode)
    raw(" datatype=\"plaintext\" o-encoding=\"UTF-8\"")
    attribute("creationdate", Self.date(date))
    raw("/>\n  <body>\n")
  }

  /// One unit; `source` and `target` are its texts on one line.
  mutating func add(_ unit: Unit, source: String, target: String) {
    raw("    <tu")
    attribute("tuid", line(unit.id))
    if let created = unit.created { attribute("creationdate", Self.date(created)) }
    if let changed = unit.changed { attribute("changedate", Self.date(changed)) }
    if let author = unit.author { attribute("changeid", line(author)) }
    raw(">\n")
    if let comment = unit.comment, case let note = line(comment), !note.isEmpty {
      raw("      <note>")
      escape(note)
      raw("</note>\n")
    }
    properties(of: unit)
    variant(source, unit.sourceLanguage)
    variant(target, unit.targetLanguage)
    raw("    </tu>\n")
  }

  /// Everything after the last unit.
  mutating func close() { raw("  </body>\n</tmx>\n") }

  private mutating func properties(of unit: Unit) {
    property("document", unit.document)
    property("kind", unit.kind == .text ? nil : unit.kind.rawValue)
    property("time", unit.time?.clock)
    property("speaker", unit.speaker)
    property("target-speaker", unit.targetSpeaker)
    property("para", unit.paragraph.map(String.init))
    property("bead", unit.shape)
    property("score", unit.confidence.map(Self.score))
    property("status", unit.status.rawValue)
    property("client", unit.facts.client)
    property("domain", unit.facts.domain)
    property("date", unit.facts.date)
    property("note", unit.facts.note)
  }

  private mutating func property(_ name: String, _ value: String?) {
    guard let value, case let text = line(value), !text.isEmpty else { return }
    raw("      <prop type=\"x-")
    raw(name)
    raw("\">")
    escape(text)
    raw("</prop>\n")
  }

  private mutating func variant(_ text: String, _ language: Language) {
    let code = language.regionalCode
    raw("      <tuv")
    attribute("xml:lang", code)
    raw(">")
    if code != language.tag {
      raw("<prop type=\"x-bcp47\">")
      escape(language.tag)
      raw("</prop>")
    }
    raw("<seg>")
    escape(text)
    raw("</seg></tuv>\n")
    fingerprint.add(text)
  }
}

extension TMXWriter {
  private mutating func line(_ text: String) -> String {
    let line = OneLine(text, unspaced: false)
    illegalCharacters += line.illegalCharacters
    return line.text
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func attribute(_ name: String, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    escape(value, quotes: true)
    raw("\"")
  }

  private mutating func escape(_ text: String, quotes: Bool = false) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let name: StaticString
        switch utf8[index] {
        case UInt8(ascii: "&"): name = "&amp;"
        case UInt8(ascii: "<"): name = "&lt;"
        case UInt8(ascii: ">"): name = "&gt;"
        case UInt8(ascii: "\"") where quotes: name = "&quot;"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// A probability to three digits, as in the bead notation.
  private static func score(_ confidence: Double) -> String {
    let thousandths = Int((min(max(confidence, 0), 1) * 1000).rounded())
    return "\(thousandths / 1000).\(padded(thousandths % 1000, 3))"
  }

  /// `YYYYMMDDThhmmssZ`, the one form that all importers take. Years beyond 1970–9999 are clamped.
  static func date(_ seconds: Int) -> String {
    var time = time_t(min(max(seconds, 0), 253_402_300_799))
    var parts = tm()
    gmtime_r(&time, &parts)
    let day = [parts.tm_mon + 1, parts.tm_mday].map { padded(Int($0), 2) }.joined()
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }.joined()
    return "\(parts.tm_year + 1900)\(day)T\(clock)Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
