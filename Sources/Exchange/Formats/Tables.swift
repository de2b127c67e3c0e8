internal import Bitext

/// Reads units of the first table in a file, whatever kind of table it is.
enum TableUnitReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    ["csv", "xlsx", "docx", "html", "htm"].contains(head.ending)
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    let path = files[0].path
    let table = try TextTable(try files[0].whole(), name: path)
    let header = table.columns.map(\.title)
    let units = try UnitTable(first: header, options, path)
    if !units.hasHeader, let unit = units.unit(header, 1, options) { try body(unit) }
    for (index, row) in table.rows.enumerated() {
      if let unit = units.unit(row, table.lines[index], options) { try body(unit) }
    }
  }
}

extension UnitTable {
  /// What stands above the units in such a table. A document or a page is for people to read: it has the
  /// texts beside each other and says which unit each is.
  static func head(_ format: TableFormat, _ first: Unit) -> TableHead {
    let texts: [TextTable.Column] = [
      .init("source", width: 48, language: first.sourceLanguage),
      .init("target", width: 48, language: first.targetLanguage),
    ]
    let others = header.dropFirst(2).map { TextTable.Column($0, width: 12) }
    let isForReading = format == .docx || format == .html
    return TableHead(
      title: first.document,
      columns: isForReading ? texts + [.init("id", width: 8, isQuiet: true)] : texts + others)
  }

  /// What such a table carries.
  static func carries(_ format: TableFormat) -> Set<Aspect> {
    format == .docx || format == .html ? [.id, .lines] : carries.union([.lines])
  }

  /// A unit as a row of such a table.
  static func row(_ unit: Unit, _ format: TableFormat) -> [String] {
    let row = row(unit) { text, _ in text }
    return format == .docx || format == .html ? [row[0], row[1], unit.id] : row
  }
}
