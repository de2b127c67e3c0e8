internal import Bitext

/// A spreadsheet (Office Open XML, ECMA-376 part 1, chapter 18): one sheet whose cells are all texts,
/// so that nothing in it is a formula, a number or a date. The header stays in sight and is printed on
/// each page.
struct XLSXWriter: TableWriter {
  /// What Excel takes: rows of a sheet, and UTF-16 units of a cell.
  private static let limits = (rows: 1_048_576, units: 32_767)

  private let head: TableHead
  private var markup = MarkupText()
  private var row = 0
  private let letters: [String]

  init(_ head: TableHead) {
    self.head = head
    letters = head.columns.indices.map(Self.letters)
  }

  let part: String? = "xl/worksheets/sheet1.xml"
  var otherParts: [String: String] { XLSXParts(head).all }
  var count: Int { markup.count }
  mutating func take() -> [UInt8] { markup.take() }

  mutating func open() {
    markup.raw(
      """
      \(XLSXParts.declaration)<worksheet xmlns="\(XLSXParts.main)">\
      <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
      </sheetViews><cols>
      """)
    for (index, column) in head.columns.enumerated() {
      markup.raw(
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" "
          + "style=\"\(XLSXParts.style(of: index))\" customWidth=\"1\"/>")
    }
    markup.raw("</cols><sheetData>")
    _ = add(head.columns.map(\.title))
  }

  mutating func add(_ fields: [String]) -> String? {
    guard row < Self.limits.rows else { return "a sheet takes \(Self.limits.rows) rows" }
    row += 1
    markup.raw("<row r=\"\(row)\">")
    for (index, field) in fields.enumerated() where !field.isEmpty {
      guard field.utf16.count <= Self.limits.units else {
        return "a cell takes \(Self.limits.units) characters; row \(row) has a longer one"
      }
      let style = row == 1 ? XLSXParts.header : XLSXParts.style(of: index)
      markup.raw("<c r=\"\(letters[index])\(row)\" s=\"\(style)\" t=\"inlineStr\"><is>")
      markup.raw("<t xml:space=\"preserve\">")
      markup.text(CellText.written(field))
      markup.raw("</t></is></c>")
    }
    markup.raw("</row>")
    return nil
  }

  mutating func close() {
    let whole = "A1:\(letters.last ?? "A")\(row)"
    markup.raw("</sheetData><autoFilter ref=\"\(whole)\"/>")
    addChoices()
    markup.raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" ")
    markup.raw("header=\"0.3\" footer=\"0.3\"/>")
    markup.raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>")
    markup.raw("<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>")
    markup.raw("<ignoredErrors><ignoredError sqref=\"\(whole)\" numberStoredAsText=\"1\"/>")
    markup.raw("</ignoredErrors></worksheet>")
  }

  private mutating func addChoices() {
    let chosen = head.columns.indices.filter { !head.columns[$0].choices.isEmpty }
    guard !chosen.isEmpty, row > 1 else { return }
    markup.raw("<dataValidations count=\"\(chosen.count)\">")
    for index in chosen {
      let column = letters[index]
      markup.raw("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" ")
      markup.raw("sqref=\"\(column)2:\(column)\(row)\"><formula1>\"")
      markup.text(head.columns[index].choices.joined(separator: ","))
      markup.raw("\"</formula1></dataValidation>")
    }
    markup.raw("</dataValidations>")
  }

  /// `A` for 0, `AA` for 26.
  private static func letters(of index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letters(of: index / 26 - 1) + last
  }
}

/// How a cell's text is spelled: `_x000A_` stands for a character by its number (ECMA-376 part 1,
/// 22.9.2.19), so a text that says just that has its underscore spelled so.
enum CellText {
  static func written(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  static func read(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        ?? String(match.output.0)
    }
  }
}
