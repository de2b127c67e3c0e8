public import Bitext
internal import Foundation

/// How tables divide terms into rows.
public enum GlossaryRows: String, Sendable, Codable, CaseIterable {
  /// A pair of terms a row, a column for each language.
  case pairs
  /// A term a row; nothing that has a field is lost.
  case terms
  /// A source term a row with the rendering to use, as Weblate reads CSV.
  case weblate
}

/// A glossary that leaves as a file. The file is read back before it takes its place, and what is not
/// in it any more is named: losses are found by comparing what was read with what was written, not by
/// what the writer believes.
public struct GlossaryExport: Sendable {
  /// What to write.
  public var format: GlossaryFormat
  /// How tables divide terms into rows.
  public var rows = GlossaryRows.pairs
  /// What a glossary for OmegaT or Weblate goes from and into; by default the two languages that have most terms.
  public var languages = GlossaryLanguages()
  /// What writes it, for headers: `bitext 0.1.0`.
  public var tool: String

  /// An export of a format.
  public init(_ format: GlossaryFormat, tool: String) {
    self.format = format
    self.tool = tool
  }

  /// Writes concepts, at least one, to a file; `-` is standard output, which cannot be read back.
  /// O(terms), the whole file is held.
  /// - Parameter date: in seconds since 1970 UTC, for headers.
  /// - Throws: `ExchangeError`; whatever stood at the path stands there still.
  public func write(
    _ concepts: [Concept], to path: String, date: Int
  ) throws(ExchangeError) -> GlossaryReceipt {
    var receipt = GlossaryReceipt(path: path, format: format)
    receipt.concepts = concepts.count
    receipt.terms = concepts.reduce(0) { $0 + $1.terms.count }
    switch format {
    case .csv, .xlsx: try write(table(of: concepts), of: concepts, &receipt)
    case .tsv: try write(Array(table(of: concepts).tabbed.utf8), of: concepts, &receipt)
    case .omegat:
      let (source, target) = languages(of: concepts)
      let text = OmegaTGlossary.text(of: concepts, from: source, into: target)
      try write(Array(text.utf8), of: concepts, &receipt)
    case .tbx, .tbxDCT, .tbx2:
      let style = format == .tbx ? TBXWriter.Style.dca : format == .tbx2 ? .version2 : .dct
      try write(
        TBXWriter.text(of: concepts, style, tool: tool, date: date), of: concepts, &receipt)
    }
    return receipt
  }

  private func table(of concepts: [Concept]) -> TextTable {
    switch rows {
    case .pairs: return PairTable.table(of: concepts)
    case .terms: return TermTable.table(of: concepts)
    case .weblate:
      let (source, target) = languages(of: concepts)
      return WeblateTable.table(of: concepts, from: source, into: target)
    }
  }

  /// The languages asked for, else the two that have most terms, that of the first term first.
  private func languages(of concepts: [Concept]) -> (Language, Language) {
    var counts: [String: Int] = [:]
    for term in concepts.flatMap(\.terms) { counts[term.language.code, default: 0] += 1 }
    let codes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let first = concepts.first?.terms.first?.language.code
    let ordered = codes.prefix(2).sorted { a, _ in a == first }.compactMap { Language($0) }
    let source = languages.source ?? ordered.first { $0.code != languages.target?.code } ?? .zh
    let target = languages.target ?? ordered.first { $0.code != source.code } ?? .en
    return (source, target)
  }

  private func write(
    _ bytes: [UInt8], of concepts: [Concept], _ receipt: inout GlossaryReceipt
  ) throws(ExchangeError) {
    var file = try OutputFile(receipt.path)
    try file.write(bytes)
    try file.sync()
    let written = try file.temporary.map { path throws(ExchangeError) in
      try Self.bytes(of: path, name: receipt.path)
    }
    do {
      let reading = try GlossaryReading(
        written ?? bytes, name: receipt.path, languages: languages)
      receipt.losses = GlossaryLosses(of: concepts, readAs: reading).lines
    } catch {
      throw .readBack(path: receipt.path, reason: (error as? any Fault)?.problem ?? "\(error)")
    }
    try file.replace()
    receipt.isReadBack = written != nil
    receipt.bytes = file.count
    receipt.sha256 = file.digest.hex
  }

  private static func bytes(of path: String, name: String) throws(ExchangeError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .readBack(path: name, reason: error.localizedDescription)
    }
  }

  private func write(
    _ table: TextTable, of concepts: [Concept], _ receipt: inout GlossaryReceipt
  ) throws(ExchangeError) {
    guard let format = TableFormat(rawValue: format.rawValue) else { return }
    let export = try TableExport(
      to: receipt.path, as: format, TableHead(title: "Glossary", columns: table.columns),
      hasMark: format == .csv)
    for row in table.rows { try export.add(row) }
    let written = try export.finish()
    do {
      let reading = try GlossaryReading(table, receipt.path, languages)
      receipt.losses = GlossaryLosses(of: concepts, readAs: reading).lines
    } catch {
      throw .readBack(path: receipt.path, reason: error.problem)
    }
    receipt.isReadBack = written.isReadBack
    receipt.bytes = written.bytes
    receipt.sha256 = written.sha256
  }
}

/// What the export of a glossary wrote, and what the file has no place for.
public struct GlossaryReceipt: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The file, as the user named it; `-` for standard output.
  public var path: String
  /// What was written.
  public var format: GlossaryFormat
  /// How many concepts.
  public var concepts = 0
  /// How many terms they have.
  public var terms = 0
  /// What is not in the file, one line each: `the status of 3 terms: T001 'x', …`.
  public var losses: [String] = []
  /// The file's size.
  public var bytes = 0
  /// SHA-256 of the file, 64 lower-case hexadecimal digits.
  public var sha256 = ""
  /// Whether the file was read again before it took its place. A stream cannot be.
  public var isReadBack = false

  init(path: String, format: GlossaryFormat) {
    self.path = path
    self.format = format
  }

  /// Some lines for a person.
  public var description: String {
    let count = "\(concepts) \(concepts == 1 ? "concept" : "concepts") with \(terms) terms"
    let place = path == "-" ? "standard output" : path
    let lines =
      ["wrote \(count) to \(place)" + (isReadBack ? ", read back and compared" : "")]
      + (losses.isEmpty ? ["nothing is lost"] : losses.map { "not in the file: \($0)" })
    return (lines + ["\(bytes) bytes, sha256 \(sha256)"]).joined(separator: "\n")
  }
}
