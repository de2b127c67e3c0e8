public import Bitext

/// What a glossary file holds.
public struct GlossaryReading: Hashable, Sendable {
  /// What the file is.
  public internal(set) var format = GlossaryFormat.tsv
  /// The concepts, in the order of the file. Where the file numbers none their ids are empty.
  public internal(set) var concepts: [Concept] = []
  /// Whether the concepts have ids.
  public internal(set) var isNumbered: Bool
  /// What could not be kept, or was taken for something else, one line each: `terms.tsv:68: …`.
  public internal(set) var remarks: [String] = []

  init(isNumbered: Bool = false) { self.isNumbered = isNumbered }

  /// Reads a glossary of any format, told by what the file holds. O(bytes).
  /// - Parameters:
  ///   - name: what messages call the file.
  ///   - languages: of columns that only say `source` and `target`; by default the script tells.
  /// - Throws: `GlossaryError`; `ExchangeError` for a spreadsheet that cannot be read.
  public init(
    _ bytes: [UInt8], name: String, languages: GlossaryLanguages = GlossaryLanguages()
  ) throws {
    let format = try GlossaryFormat.recognise(bytes, name: name)
    switch format {
    case .tbx, .tbxDCT, .tbx2: self = try TBXReader.read(bytes, name: name)
    case .omegat: self = try OmegaTGlossary.read(bytes, name: name, languages: languages)
    case .tsv: self = try Self(TextTable(tabbed: bytes, name: name), name, languages)
    case .csv: self = try Self(TextTable(bytes, name: name, format: .csv), name, languages)
    case .xlsx: self = try Self(TextTable(bytes, name: name, format: .xlsx), name, languages)
    }
    self.format = format
    guard !concepts.isEmpty else { throw GlossaryError(file: name, .empty) }
  }

  /// Reads a table that was taken apart.
  init(_ table: TextTable, _ name: String, _ languages: GlossaryLanguages) throws(GlossaryError) {
    let table = try GlossaryTable(table, name: name, languages: languages)
    self = try table.single == nil ? PairTable.read(table) : TermTable.read(table)
    if !table.unkept.isEmpty {
      remarks.insert("\(name):1: not kept: \(table.unkept.joined(separator: ", "))", at: 0)
    }
  }
}
