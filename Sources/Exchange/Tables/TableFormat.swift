/// The kinds of file that a table of texts is kept in.
public enum TableFormat: String, Sendable, Codable, CaseIterable {
  /// Comma-separated values (RFC 4180), UTF-8.
  case csv
  /// A spreadsheet (Office Open XML, ECMA-376).
  case xlsx
  /// A table in a document for printing (Office Open XML, ECMA-376).
  case docx
  /// A page that needs nothing beside it.
  case html

  /// The format that a path's ending names; `nil` for another ending.
  public init?(ending path: String) {
    guard
      let format = Self.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") })
    else { return nil }
    self = format
  }

  /// The format that a file's bytes show, whatever it is called; `nil` for what is no text.
  init?(of bytes: [UInt8], parts: [String]?) {
    if let parts {
      guard let format = parts.lazy.compactMap(Self.init(part:)).first else { return nil }
      self = format
    } else if bytes.contains(0), !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF])
    {
      return nil
    } else {
      let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
      self = start.first == UInt8(ascii: "<") ? .html : .csv
    }
  }

  private init?(part: String) {
    if part.hasPrefix("xl/") {
      self = .xlsx
    } else if part.hasPrefix("word/") {
      self = .docx
    } else {
      return nil
    }
  }

  /// What reading gives back of a text that was written. White space runs together in a page.
  func asRead(_ text: String) -> String { self == .html ? text.collapsed : text }

  func writer(_ head: TableHead, hasMark: Bool) -> any TableWriter {
    switch self {
    case .csv: CSVWriter(head, hasMark: hasMark)
    case .xlsx: XLSXWriter(head)
    case .docx: DOCXWriter(head)
    case .html: HTMLTableWriter(head)
    }
  }
}

/// A table becomes the text of a file, row by row. Knows no files.
protocol TableWriter {
  /// The part of a zip file that the text is; `nil` when the text is the file.
  var part: String? { get }
  /// The other parts of the zip file, by name.
  var otherParts: [String: String] { get }
  /// Everything before the first row.
  mutating func open()
  /// One row, with as many clean texts as there are columns.
  /// - Returns: why it does not fit into such a file; `nil` when it does.
  mutating func add(_ fields: [String]) -> String?
  /// Everything after the last row.
  mutating func close()
  /// Hands over what was written since the last time.
  mutating func take() -> [UInt8]
  /// How many bytes there are to take.
  var count: Int { get }
}
