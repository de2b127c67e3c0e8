/// What a glossary is kept in. Each format has a file of its own in this folder; all of them read into
/// and write from concepts.
public enum GlossaryFormat: String, Sendable, Codable, CaseIterable {
  /// A table with tabs between the columns; quotation marks are text.
  case tsv
  /// A table with commas between the columns (RFC 4180).
  case csv
  /// A table in a spreadsheet (Office Open XML).
  case xlsx
  /// TermBase eXchange, ISO 30042:2019, TBX-Basic, the category of data in an attribute (DCA).
  case tbx
  /// The same with the category of data as a tag (DCT).
  case tbxDCT = "tbx-dct"
  /// TermBase eXchange, ISO 30042:2008 (martif), which most tools still read.
  case tbx2
  /// An OmegaT glossary: source, target and comment, tabs between, no header.
  case omegat

  /// The format that a file is called by; a table with tabs where the name says nothing.
  public init(fileName: String) {
    let ending = fileName.lowercased().split(separator: ".").last ?? ""
    self = ending == "txt" ? .omegat : GlossaryFormat(rawValue: String(ending)) ?? .tsv
  }

  /// The format that a file's bytes show, whatever it is called.
  /// - Throws: `GlossaryError` for what is none, saying what it is.
  static func recognise(_ bytes: [UInt8], name: String) throws(GlossaryError) -> GlossaryFormat {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) { return .xlsx }
    let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }
    guard let first = start.first else { throw GlossaryError(file: name, .empty) }
    if first == UInt8(ascii: "<") { return .tbx }
    if bytes.contains(0) {
      let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      guard isWide else { throw GlossaryError(file: name, .unknownFormat("a binary file")) }
      return .csv
    }
    let line = start.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.contains(0x09) else { return isTabbed(start) ? .omegat : .csv }
    return isHeader(line) ? .tsv : .omegat
  }

  /// Whether a line names columns of ours rather than terms.
  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let titles = String(decoding: line, as: UTF8.self).split(separator: "\t")
    return titles.contains { GlossaryColumn.means($0.trimmingSpaces) != nil }
  }

  /// Whether the first line that is no comment has a tab in it: OmegaT's comments begin with `#`.
  private static func isTabbed(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "#") else { return false }
    let line = bytes.split(separator: 0x0A).first { $0.first != UInt8(ascii: "#") }
    return line?.contains(0x09) ?? false
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
