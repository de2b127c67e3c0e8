internal import Bitext

/// What a spreadsheet holds beside its sheet: the list of parts, the workbook, fonts and borders.
struct XLSXParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The style of the header's cells, among the cell formats below.
  static let header = 1

  /// The style of a column's cells, counted from 0.
  static func style(of column: Int) -> Int { column + 2 }

  private let head: TableHead

  init(_ head: TableHead) { self.head = head }

  var all: [String: String] {
    [
      "[Content_Types].xml": OfficePackage.contentTypes([
        "xl/workbook.xml": "spreadsheetml.sheet.main", "xl/styles.xml": "spreadsheetml.styles",
        "xl/worksheets/sheet1.xml": "spreadsheetml.worksheet",
      ]),
      "_rels/.rels": OfficePackage.relations([("officeDocument", "xl/workbook.xml")]),
      "xl/_rels/workbook.xml.rels": OfficePackage.relations([
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
      ]),
      "xl/workbook.xml": workbook,
      "xl/styles.xml": styles,
    ]
  }

  private var workbook: String {
    let name = Self.sheetName(head.title)
    let quoted = name.replacing("'", with: "''").escaped
    return """
      \(Self.declaration)<workbook xmlns="\(Self.main)" xmlns:r="\(OfficePackage.relation)">\
      <bookViews><workbookView/></bookViews>\
      <sheets><sheet name="\(name.escaped)" sheetId="1" r:id="rId1"/></sheets>\
      <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'\(quoted)'!$1:$1\
      </definedName></definedNames></workbook>
      """
  }

  /// A title as Excel takes it for a sheet: 31 characters, none of `[]:*?/\`, no apostrophe at its
  /// ends.
  static func sheetName(_ title: String) -> String {
    let allowed = title.clean.text.map { "[]:*?/\\\n\t".contains($0) ? " " : $0 }
    var name = Substring(String(String(allowed).utf16.prefix(31)) ?? String(allowed.prefix(15)))
    while let first = name.first, first == "'" || first == " " { name.removeFirst() }
    while let last = name.last, last == "'" || last == " " { name.removeLast() }
    return name.isEmpty ? "Table" : String(name)
  }

  /// Fonts: one for what has no language, a bold one, one for each column. Cell formats: the same,
  /// all of them of the number format 49, text, so that what is typed stays as it is typed.
  private var styles: String {
    let fonts = head.columns.map { Self.font($0.language, size: $0.isQuiet ? 7 : 11) }.joined()
    let count = head.columns.count + 2
    let cells = head.columns.indices.map {
      """
      <xf numFmtId="49" fontId="\($0 + 2)" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" \
      applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
      """
    }
    let edge = "<color rgb=\"FFBFBFBF\"/>"
    let sides = ["left", "right", "top", "bottom"].map { "<\($0) style=\"thin\">\(edge)</\($0)>" }
    return """
      \(Self.declaration)<styleSheet xmlns="\(Self.main)">\
      <fonts count="\(count)">\(Self.font(nil))\(Self.font(nil, isBold: true))\(fonts)</fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">\
      <fgColor rgb="FFE7EEF4"/></patternFill></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border>\(sides.joined())<diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(count)"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" \
      applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>\
      \(cells.joined())</cellXfs><cellStyles count="1">\
      <cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
  }

  private static func font(
    _ language: Language?, isBold: Bool = false, size: Int = 11
  ) -> String {
    let face = OfficeFont(language)
    let charset = face.charset.map { "<charset val=\"\($0)\"/>" } ?? ""
    return "<font>\(isBold ? "<b/>" : "")<sz val=\"\(size)\"/><name val=\"\(face.name)\"/>"
      + "<family val=\"2\"/>\(charset)</font>"
  }
}
