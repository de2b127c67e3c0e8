internal import Markup

/// Reads the first table of a file of any `TableFormat`, told by what the file holds.
struct TableReader {
  /// More columns than any table of texts has.
  static let mostColumns = 256
  /// More bytes than a text in a table has; Excel's own limit is 32,767 characters.
  static let longestText = 1 << 24

  private let bytes: [UInt8]
  private let name: String
  private let format: TableFormat
  private let zip: ZipArchive<ExchangeError>?

  /// - Parameter format: what the file must be; `nil` for what it shows to be.
  init(_ bytes: [UInt8], name: String, _ format: TableFormat? = nil) throws(ExchangeError) {
    self.bytes = bytes
    self.name = name
    let isZip = bytes.starts(with: "PK\u{3}\u{4}".utf8)
    zip = isZip ? try ZipArchive(bytes, name: name) : nil
    guard let found = TableFormat(of: bytes, parts: zip?.names) else {
      throw .notTable(
        name, problem: "this is no table", fix: "name a file of CSV, XLSX, DOCX or HTML")
    }
    if let format, format != found {
      throw .notTable(
        name,
        problem: "this is \(found.rawValue.uppercased()), not \(format.rawValue.uppercased())",
        fix: "name a file of \(format.rawValue.uppercased())")
    }
    self.format = found
  }

  /// Hands on every row but the first and the blank ones, with its number, until `take` gives a
  /// reason to stop. Each has as many texts as the first, which is the header and is returned; it
  /// is handed on too, as number 0.
  func eachRow(
    _ take: @escaping (_ fields: [String], _ line: Int) -> String?
  ) throws(ExchangeError) -> [String] {
    var header: [String]?
    try eachRecord { fields, line in
      guard fields.contains(where: { !$0.isEmpty }) else { return nil }
      guard fields.count <= Self.mostColumns else {
        return "row \(line) has more than \(Self.mostColumns) columns"
      }
      guard let titles = header else {
        let titles = Array(fields[...(fields.lastIndex { !$0.isEmpty } ?? 0)])
        header = titles
        return take(titles, 0)
      }
      var fields = fields
      while fields.count > titles.count, fields.last?.isEmpty == true { fields.removeLast() }
      guard fields.count <= titles.count else {
        return "row \(line) has \(fields.count) columns, the header \(titles.count)"
      }
      fields += Array(repeating: "", count: titles.count - fields.count)
      return take(fields, line)
    }
    guard let header else {
      throw .notTable(name, problem: "there is no table in it", fix: "name a file that has one")
    }
    return header
  }

  private func eachRecord(_ take: @escaping ([String], Int) -> String?) throws(ExchangeError) {
    switch (format, zip) {
    case (.xlsx, let zip?): try XLSXReader(zip).eachRow(take)
    case (.docx, let zip?): try DOCXReader.read(zip, take)
    case (.html, _): try HTMLTableReader.read(bytes, name, take)
    default: try CSVReader(bytes, name: name).eachRow(take)
    }
  }
}

extension TextTable {
  /// Reads the first table of a CSV, XLSX, DOCX or HTML file, whose first row is its header.
  /// O(size); the whole table is held.
  /// - Parameters:
  ///   - name: what messages call the file.
  ///   - format: what the file must be; `nil` for what it shows to be.
  /// - Throws: `damaged` for a file that cannot be read or means harm, `notTable` for another.
  public init(
    _ bytes: [UInt8], name: String, format: TableFormat? = nil
  ) throws(ExchangeError) {
    var rows: [[String]] = []
    var lines: [Int] = []
    let header = try TableReader(bytes, name: name, format).eachRow { fields, line in
      if line > 0 {
        rows.append(fields)
        lines.append(line)
      }
      return nil
    }
    self.init(header.map { Column($0) }, rows: rows)
    self.lines = lines
  }
}
