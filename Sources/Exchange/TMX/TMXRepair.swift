internal import Bitext

/// What became of a file that was put right.
public struct RepairReceipt: Hashable, Sendable, Codable {
  /// The file written, as the user named it.
  public var path: String
  /// Units written: all that there were.
  public var units: Int
  /// What was put right on reading.
  public var notes: ReadingNotes
  /// The file's size.
  public var bytes: Int
  /// SHA-256 of it, 64 lower-case hexadecimal digits.
  public var sha256: String
}

/// A TMX file written anew in the form that the standard asks for, its units otherwise as they came.
public enum TMXRepair {
  /// Reads `path` and writes it to `output`, which may be the same file.
  /// - Parameter date: of a header that has none, in seconds since 1970 UTC.
  public static func write(
    _ path: String, to output: String, toolVersion: String, date: Int
  ) throws(ExchangeError) -> RepairReceipt {
    let reader = try TMXReader(InputFile(SourceFile(path)))
    let file = try PackedOutput(output, date: date)
    var writer = TMXWriter()
    var units = 0
    reader.receive = { [unowned reader] unit in
      if units == 0 { writer.open(repairing: reader.header, toolVersion, date, unit) }
      writer.add(unit)
      units += 1
    }
    while try reader.readOn() {
      if writer.bytes.count > 1 << 18 {
        try writer.drain { bytes throws(ExchangeError) in try file.write(bytes) }
      }
    }
    guard units > 0 else {
      throw .badInput(path, "holds no unit", fix: "name a file that has some")
    }
    writer.close()
    try file.write(writer.take())
    try file.sync()
    if let temporary = file.temporary {
      let read = try TMXReadBack(temporary, name: output)
      guard read.units == units, read.fingerprint.agrees(with: writer.fingerprint) else {
        throw .readBack(path: output, reason: "\(read.units) units of \(units), or other texts")
      }
    }
    try file.replace()
    return RepairReceipt(
      path: output, units: units, notes: reader.notes, bytes: file.count, sha256: file.sha256)
  }
}

extension TMXWriter {
  /// The beginning of a file that is put right: what its header says, and what it must say besides.
  mutating func open(
    repairing header: TMXHeader, _ toolVersion: String, _ date: Int, _ first: TMXUnit
  ) {
    let source = first.variants.first.flatMap { $0.language?.tag } ?? "en"
    let otherwise = [
      "creationtool": "bitext", "creationtoolversion": toolVersion, "segtype": "sentence",
      "o-tmf": "unknown", "adminlang": "en", "srclang": source, "datatype": "unknown",
    ]
    open(header, attributes: otherwise.merging(header.part.attributes) { _, own in own })
  }
}

extension TMXWriter {
  /// A unit of a file, in the form that the standard asks for and otherwise as it came.
  mutating func add(_ unit: TMXUnit) {
    raw("    <tu")
    if !unit.id.isEmpty { attribute("tuid", line(unit.text(unit.id))) }
    if let created = unit.stamp.created { date("creationdate", created) }
    if let changed = unit.stamp.changed { date("changedate", changed) }
    if let author = unit.stamp.author { attribute("changeid", line(author)) }
    if let code = unit.sourceCode {
      attribute("srclang", Language.inExchange(code)?.tag ?? code)
    }
    attributes(unit.part, of: .tu)
    raw(">\n")
    if let comment = unit.comment { note(comment) }
    property("x-speaker", unit.speaker)
    property("x-score", unit.confidence.map(Self.score))
    property("x-status", unit.status?.rawValue)
    for remark in unit.part.remarks { self.remark(remark, indent: "      ") }
    for variant in unit.variants { add(variant, unit.text(variant.text)) }
    raw("    </tu>\n")
  }

  private mutating func add(_ variant: TMXUnit.Variant, _ text: String) {
    raw("      <tuv")
    attribute("xml:lang", Language.inExchange(variant.code)?.tag ?? variant.code)
    attributes(variant.part, of: .tuv)
    raw(">")
    if let language = variant.language, language != Language.inExchange(variant.code) {
      inlineProperty("x-bcp47", language.tag)
    }
    for remark in variant.part.remarks { self.remark(remark, indent: nil) }
    segment(UnitTexts.Side(exactly: text, variant.part.markup))
    raw("</tuv>\n")
  }
}
