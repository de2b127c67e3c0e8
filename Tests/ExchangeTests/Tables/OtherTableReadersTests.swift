// Programs we did not write open our tables: LibreOffice, and two Python packages.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct OtherTableReadersTests {
  private static let openpyxl = """
    import json, sys
    from openpyxl import load_workbook
    sheet = load_workbook(sys.argv[1]).worksheets[0]
    print(json.dumps([[c or "" for c in r] for r in sheet.iter_rows(values_only=True)]))
    """

  private static let pythonDOCX = """
    import json, sys
    from docx import Document
    table = Document(sys.argv[1]).tables[0]
    print(json.dumps([[c.text for c in row.cells] for row in table.rows]))
    """

  @Test(.needs(.readers), arguments: [(TableFormat.xlsx, openpyxl), (.docx, pythonDOCX)])
  func sameTextsInPython(format: TableFormat, script: String) throws {
    let python = try TestData.readers.path("bin/python")
    try withFile(format) { path, _ in
      let (status, output) = try run(python, ["-c", script, path])
      try #require(status == 0 && output.hasPrefix("["), "\(output)")
      let read = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
      // openpyxl leaves characters spelled by number as they are in the file.
      let rows = TableTests.rows.map { $0.map { format == .xlsx ? CellText.written($0) : $0 } }
      #expect(read == [["row", "zh-CN", "en", "status"]] + rows)
    }
  }

  /// LibreOffice converts without repairing: what it could not read it would leave out.
  @Test(.needsOffice, arguments: [(TableFormat.xlsx, "csv"), (.docx, "html"), (.html, "docx")])
  func sameTextsInLibreOffice(format: TableFormat, ending: String) throws {
    try withFile(format) { path, folder in
      let filter = ending == "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76" : ending
      let reader = format == .html ? ["--infilter=HTML (StarWriter)"] : []
      let (status, output) = try run(
        "soffice",
        ["-env:UserInstallation=file://\(folder)/profile", "--headless"] + reader
          + ["--convert-to", filter, "--outdir", folder, path])
      try #require(status == 0, "\(output)")
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/table.\(ending)")))
      let table = try TextTable(bytes, name: "t")
      let expected = TableTests.rows.map { $0.map { Self.kept($0, by: ending) } }
      #expect(table.columns.map(\.title) == ["row", "zh-CN", "en", "status"])
      #expect(table.rows == expected)
    }
  }

  /// What LibreOffice makes of a text: it guards no formulas in CSV, where reading takes guards away,
  /// and spells characters by number in DOCX, which only XLSX has.
  private static func kept(_ text: String, by ending: String) -> String {
    switch ending {
    case "csv": FormulaGuard.unguarded(text)
    case "docx": text.replacing(/_(x[0-9A-F]{4}_)/) { "_x005F_" + $0.output.1 }
    default: text.collapsed
    }
  }

  private func withFile(
    _ format: TableFormat, _ body: (_ path: String, _ folder: String) throws -> Void
  ) throws {
    let bytes = try TableTests.file(format)
    try withFolder { folder in
      let path = "\(folder)/table.\(format.rawValue)"
      try Data(bytes).write(to: URL(filePath: path))
      try body(path, folder)
    }
  }
}
