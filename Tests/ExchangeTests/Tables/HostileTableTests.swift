// Table files that are broken or mean harm: each is refused with a reason, quickly.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct HostileTableTests {
  static func xlsx(_ sheet: String, strings: String? = nil) throws -> [UInt8] {
    let relations = OfficePackage.relations([
      ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
    ])
    let workbook =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>"
    return try zip(
      [
        ("[Content_Types].xml", "<Types/>"), ("xl/_rels/workbook.xml.rels", relations),
        ("xl/workbook.xml", workbook), ("xl/worksheets/sheet1.xml", sheet),
      ] + (strings.map { [("xl/sharedStrings.xml", $0)] } ?? []))
  }

  static func docx(_ text: String) throws -> [UInt8] {
    try zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", text)])
  }

  private static func zip(_ parts: [(String, String)]) throws -> [UInt8] {
    try withFolder { folder in
      let sink = try OutputSink("\(folder)/z")
      let zip = try ZipWriter(to: sink)
      for (name, text) in parts {
        try zip.begin(name)
        try zip.write(Array(text.utf8))
      }
      try zip.finish()
      try sink.file.replace()
      return Array(try Data(contentsOf: URL(filePath: "\(folder)/z")))
    }
  }

  static func rows(_ cells: String) -> String {
    "<worksheet><sheetData><row r=\"1\">\(cells)</row></sheetData></worksheet>"
  }

  private static let laughs =
    "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"

  static let files: [(String, @Sendable () throws -> [UInt8], String)] = [
    ("nothing", { [] }, "there is no table in it"),
    ("a picture", { [0x89, 0x50, 0x4E, 0x47, 0, 1] }, "this is no table"),
    ("a zip file of something", { try zip([("a.txt", "x")]) }, "this is no table"),
    ("half a zip file", { Array(try docx("<document/>").prefix(60)) }, "cannot be read: "),
    ("no table", { try docx("<document><p><r><t>x</t></r></p></document>") }, "there is no table"),
    ("a page without a table", { Array("<p>x</p>".utf8) }, "there is no table in it"),
    ("billion laughs", { try xlsx(laughs) }, "it declares entities of its own"),
    (
      "external entity",
      {
        try docx("<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><document>&a;</document>")
      },
      "it declares entities of its own"
    ),
    (
      "zip bomb", { try docx(String(repeating: " ", count: 60_000_000)) }, "would inflate to 60 MB"
    ),
    (
      "deep", { try docx(String(repeating: "<tbl>", count: 10_000)) }, "nested more than 4000 deep"
    ),
    (
      "a column far to the right", { try xlsx(rows("<c r=\"XFD1\" t=\"str\"><v>x</v></c>")) },
      "row 1 has more than 256 columns"
    ),
    (
      "a place that is none", { try xlsx(rows("<c r=\"1\" t=\"str\"><v>x</v></c>")) },
      "row 1 has more than 256 columns"
    ),
    (
      "a text that is not there", { try xlsx(rows("<c r=\"A1\" t=\"s\"><v>7</v></c>")) },
      "row 1 names a text that is not there"
    ),
    (
      "a span without end",
      {
        try docx(
          "<document><tbl><tr><tc><tcPr><gridSpan val=\"2000000000\"/></tcPr><p/></tc>"
            + "<tc><p/></tc></tr></tbl></document>")
      }, "a row has more than 256 columns"
    ),
    (
      "too many columns", { Array(String(repeating: "a,", count: 300).utf8) + [0x61] },
      "256 columns"
    ),
    ("a longer row", { Array("a,b\n1,2,3\n".utf8) }, "row 2 has 3 columns, the header 2"),
    ("an open quotation mark", { Array("a,b\n1,\"2\n".utf8) }, "mark on line 2 is not closed"),
    ("not UTF-8", { [0x61, 0x0A, 0xD6, 0xD0] }, "line 2 is not UTF-8"),
  ]

  @Test(arguments: files.indices) func isRefused(index: Int) throws {
    let (name, bytes, reason) = Self.files[index]
    let file = try bytes()
    let start = ContinuousClock.now
    let error = try #require(throws: ExchangeError.self, "\(name)") {
      try TextTable(file, name: "t.file")
    }
    #expect(error.place == "t.file")
    #expect(error.problem.contains(reason), "\(name): \(error.problem)")
    #expect(error.kind == .badInput)
    #expect(ContinuousClock.now - start < .seconds(20), "\(name)")
  }

  @Test func anotherFormatThanAskedFor() throws {
    let error = try #require(throws: ExchangeError.self) {
      try TextTable(Array("a,b\n".utf8), name: "t", format: .xlsx)
    }
    #expect(error.description == "t: this is CSV, not XLSX\n  fix: name a file of XLSX")
  }

  @Test func sharedStringsWithRunsAndReadings() throws {
    let strings = """
      <sst><si><t>源</t></si><si><r><t>文</t></r><r><t>字</t></r><rPh><t>もじ</t></rPh></si></sst>
      """
    let cells = "<c r=\"A1\" t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c>"
    let table = try TextTable(try Self.xlsx(Self.rows(cells), strings: strings), name: "t")
    #expect(table.columns.map(\.title) == ["源"])
    #expect(table.rows == [["文字"]])
    #expect(table.lines == [2])
  }

  @Test func trackedChangesAreTaken() throws {
    let cell = """
      <tc><p><del><r><delText>old</delText></r></del><ins><r><t>new</t></r></ins></p><p><r>
      <t>second</t></r></p></tc>
      """
    let table = try TextTable(
      try Self.docx(
        "<document><tbl><tr><tc><p><r><t>en</t></r></p></tc></tr><tr>\(cell)</tr></tbl></document>"),
      name: "t")
    #expect(table.rows == [["new\nsecond"]])
  }
}
