// Tables of texts, written in each format and read again.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct TableTests {
  static let head = TableHead(
    title: "press: 'a/b' <c>", note: "Correct the target & send it back.",
    columns: [
      .init("row", width: 6), .init("zh-CN", width: 40, language: .zhHans),
      .init("en", width: 50, language: .en, isEditable: true),
      .init("status", choices: ["confirmed", "rejected"]),
    ])

  /// What people write, and what programs stumble on.
  static let rows: [[String]] = [
    ["1", "“四梁八柱”基本构建。", "The groundwork, \"so to speak\", is laid.", "confirmed"],
    ["2", "=1+1", "=HYPERLINK(\"http://x\",\"y\")", "rejected"],
    ["3", "+86", "-5 °C", "@here"],
    ["4", "'=quoted", "''-twice", "'plain"],
    ["5", "第一行\n第二行", "first\nsecond", ""],
    ["6", "<script>alert(1)</script>", "a & b &amp; c ]]> <td>", "x"],
    ["7", "𠮷野家😀", "e\u{301}migré\u{A0}noir", "１２３"],
    ["8", "", "only target", ""],
    ["9", "_x0041_x0042_ _x005F_", "semi;colon, comma", "1994-01-02"],
    ["10", "007", "1e5", "TRUE"],
  ]

  static func file(
    _ format: TableFormat, _ rows: [[String]] = rows, hasMark: Bool = false
  ) throws -> [UInt8] {
    try withFolder { folder in
      let path = "\(folder)/table.\(format.rawValue)"
      let export = try TableExport(to: path, as: format, head, hasMark: hasMark)
      for row in rows { try export.add(row) }
      let receipt = try export.finish()
      #expect(receipt.isReadBack)
      #expect(receipt.rows == rows.count)
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      #expect(receipt.bytes == bytes.count)
      return bytes
    }
  }

  @Test(arguments: TableFormat.allCases) func comesBackAsItWas(format: TableFormat) throws {
    let table = try TextTable(try Self.file(format), name: "t")
    #expect(table.columns.map(\.title) == ["row", "zh-CN", "en", "status"])
    #expect(table.rows == Self.rows)
    #expect(table.column("EN") == 2)
    #expect(table.column("fr") == nil)
  }

  @Test(arguments: TableFormat.allCases) func sameBytes(format: TableFormat) throws {
    #expect(try Self.file(format) == Self.file(format))
  }

  @Test func textsWithSpacesAndTabs() throws {
    let rows = [["1", "  two  ", "tab\tbed ", " "]]
    for format in [TableFormat.csv, .xlsx, .docx] {
      #expect(try TextTable(try Self.file(format, rows), name: "t").rows == rows, "\(format)")
    }
    #expect(
      try TextTable(try Self.file(.html, rows), name: "t").rows == [["1", "two", "tab bed", ""]])
  }

  @Test(arguments: TableFormat.allCases) func whatNoTableCarries(format: TableFormat) throws {
    try withFolder { folder in
      let export = try TableExport(to: "\(folder)/t", as: format, Self.head)
      try export.add(["1", "a\u{0}b\u{7}c\u{FFFF}", "line\r\nend\rend", "x"])
      #expect(try export.finish().illegalCharacters == 3)
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/t")))
      #expect(try TextTable(bytes, name: "t").rows == [["1", "abc", "line\nend\nend", "x"]])
    }
  }

  @Test func csvAsItIsWritten() throws {
    let bytes = try Self.file(.csv, Array(Self.rows[1...4]), hasMark: true)
    let text = """
      \u{FEFF}row,zh-CN,en,status\r
      2,'=1+1,"'=HYPERLINK(""http://x"",""y"")",rejected\r
      3,'+86,'-5 °C,'@here\r
      4,''=quoted,'''-twice,'plain\r
      5,"第一行
      第二行","first
      second",\r

      """
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]), ("a;b\r\n1;\"2,5\"", [["1", "2,5"]]),
    ("a\tb\r1\t2\r", [["1", "2"]]), ("\u{FEFF}a,b\n\n,\n\"x\"\"y\",\n", [["x\"y", ""]]),
    ("a,b\n1\n", [["1", ""]]),
  ]) func csvOfOtherPrograms(text: String, rows: [[String]]) throws {
    let table = try TextTable(Array(text.utf8), name: "t")
    #expect(table.columns.map(\.title) == ["a", "b"])
    #expect(table.rows == rows)
  }

  @Test func csvInUTF16() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "源\t译\n好\tGood".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try TextTable(bytes, name: "t").rows == [["好", "Good"]])
  }

  @Test func linesAreCountedForMessages() throws {
    let table = try TextTable(Array("a\n\n\"1\n2\"\n3\n".utf8), name: "t")
    #expect(table.lines == [3, 5])
  }

  @Test func pageSavedByAnotherProgram() throws {
    let page = """
      <html><body><p>before</p><table><tr><td>source<td>target
      <tr><td>这是一段很长的
         中文。<td>This is a
         long <b>English</b><script>x()</script> text.<p>Second</p>
      <tr><td colspan=2>whole</table><table><tr><td>another</table>
      """
    let table = try TextTable(Array(page.utf8), name: "t")
    #expect(
      table.rows == [
        ["这是一段很长的中文。", "This is a long English text.\nSecond"], ["whole", ""],
      ])
  }

  @Test func formulaGuardIsUndone() {
    for text in ["", "'", "''", "=", "'=", "''=", "a", "'a", "-", "\t", "\r", "@'", "'@'"] {
      #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
      #expect(!"=+-@\t\r".contains(FormulaGuard.guarded(text).first ?? "a"))
    }
  }

  @Test(arguments: [
    ("press", "press"), ("a/b:c?[d]*\\", "a b c  d"), ("'x'", "x"), ("", "Table"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
  ]) func sheetNames(title: String, name: String) { #expect(XLSXParts.sheetName(title) == name) }

  @Test func cellTooLongForExcel() throws {
    let error = try #require(throws: ExchangeError.self) {
      try Self.file(.xlsx, [["1", "", String(repeating: "长", count: 32_768), ""]])
    }
    #expect(error.problem == "a cell takes 32767 characters; row 2 has a longer one")
    #expect(error.fix == "write CSV, or fewer rows")
  }
}
