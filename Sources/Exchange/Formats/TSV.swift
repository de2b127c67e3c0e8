internal import Bitext

/// A table with a tab between columns and a unit a line. There are no quotation marks to undo: a tab or
/// a line break inside a text is written as a space.
enum TSVReader: UnitReader {
  static func recognises(_ head: FileHead) -> Bool {
    guard let first = head.lines.first, first.contains("\t") else { return false }
    let tabs = first.count { $0 == "\t" }
    return head.ending == "tsv" || head.ending == "tab"
      || head.lines.dropLast().allSatisfy { line in line.count { $0 == "\t" } == tabs }
  }

  static func read(
    _ files: [SourceFile], _ options: ReadingOptions, _ body: (Unit) throws -> Void
  ) throws {
    let lines = try TextLines(files[0], encoding: options.encoding)
    var table: UnitTable?
    while let line = try lines.next() {
      if line.isEmpty { continue }
      let row = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      let known = try table ?? UnitTable(first: row, options, files[0].path)
      defer { table = known }
      if table == nil, known.hasHeader { continue }
      guard row.count > 1 else {
        throw ExchangeError.brokenFile(files[0].path, line: lines.number, "the line has no tab")
      }
      if let unit = known.unit(row, lines.number, options) { try body(unit) }
    }
  }
}

struct TSVWriter: UnitWriter {
  static let carries = UnitTable.carries
  static let scope = WritingScope.any
  private let mark: String

  init(_ options: WritingOptions) { mark = options.byteOrderMark ? "\u{FEFF}" : "" }

  func open(_ first: Unit, to output: inout UnitOutput) {
    output.write(line: mark + UnitTable.header.joined(separator: "\t"))
  }

  func add(_ unit: Unit, to output: inout UnitOutput) {
    let row = UnitTable.row(unit) { $0.onOneLine($1) }
    output.write(line: row.joined(separator: "\t"))
    output.expect(row[0], row[1])
  }
}

extension String {
  /// The text on one line, as tables of lines hold it: a break, or a tab, is one space, and a break in
  /// a language written without spaces is nothing.
  func onOneLine(_ language: Language) -> String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return self }
    let line = OneLine(self, unspaced: language.isUnspaced).text
    return line.utf8.contains(0x09) ? line.replacing("\t", with: " ") : line
  }
}
