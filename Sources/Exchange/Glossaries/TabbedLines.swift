// Lines with tabs between their fields: what TSV tables and OmegaT's glossaries are made of. There is
// no quoting: a quotation mark is itself.

/// A line's number, from 1, and its fields without surrounding spaces.
struct TabbedLine {
  let number: Int
  let fields: [String]

  /// The lines that are not blank. A line end is LF or CRLF, a byte order mark is skipped. O(bytes).
  static func lines(of bytes: [UInt8], name: String) throws(GlossaryError) -> [TabbedLine] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    var lines: [TabbedLine] = []
    for (index, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard let text = String(validating: line, as: UTF8.self) else {
        throw GlossaryError(file: name, line: index + 1, .notUTF8)
      }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimmingSpaces }
      guard fields.contains(where: { !$0.isEmpty }) else { continue }
      lines.append(TabbedLine(number: index + 1, fields: fields))
    }
    return lines
  }

  /// Fields as a line ended by LF; tabs and line ends in them become spaces, since a field cannot
  /// hold them.
  static func text(_ fields: [String]) -> String {
    fields.map { $0.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ") }
      .joined(separator: "\t") + "\n"
  }
}

extension TextTable {
  /// Reads a table with tabs between its columns.
  init(tabbed bytes: [UInt8], name: String) throws(GlossaryError) {
    var lines = try TabbedLine.lines(of: bytes, name: name)[...]
    guard let header = lines.popFirst() else { throw GlossaryError(file: name, .empty) }
    for line in lines where line.fields.count != header.fields.count {
      throw GlossaryError(
        file: name, line: line.number,
        .fieldCount(line.fields.count, expected: header.fields.count))
    }
    self.init(header.fields.map { Column($0) }, rows: lines.map(\.fields))
    self.lines = lines.map(\.number)
  }

  /// The table with tabs between its columns, each line ended by LF.
  var tabbed: String {
    rows.reduce(into: TabbedLine.text(columns.map(\.title))) { $0 += TabbedLine.text($1) }
  }
}
