internal import Bitext

/// A document with one table, for printing and correcting (Office Open XML, ECMA-376 part 1, chapter
/// 17): its header comes again on each page, and no row is torn by a page's end.
struct DOCXWriter: TableWriter {
  private let head: TableHead
  private let widths: [Int]
  private var markup = MarkupText()

  /// The room between the margins of A4 on its side, in twentieths of a point.
  private static let room = 15_400

  init(_ head: TableHead) {
    self.head = head
    let whole = max(1, head.columns.reduce(0) { $0 + $1.width })
    widths = head.columns.map { Self.room * $0.width / whole }
  }

  let part: String? = "word/document.xml"
  var otherParts: [String: String] { DOCXParts(head).all }
  var count: Int { markup.count }
  mutating func take() -> [UInt8] { markup.take() }

  mutating func open() {
    markup.raw("\(XLSXParts.declaration)<w:document xmlns:w=\"\(DOCXParts.main)\" ")
    markup.raw("xmlns:r=\"\(OfficePackage.relation)\"><w:body>")
    paragraph(head.title.clean.text, style: "Title")
    if !head.note.isEmpty { paragraph(head.note.clean.text, style: nil) }
    markup.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>")
    markup.raw("<w:tblW w:w=\"\(Self.room)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>")
    markup.raw("</w:tblPr><w:tblGrid>")
    for width in widths { markup.raw("<w:gridCol w:w=\"\(width)\"/>") }
    markup.raw("</w:tblGrid>")
    row(head.columns.map(\.title), isHeader: true)
  }

  mutating func add(_ fields: [String]) -> String? {
    row(fields, isHeader: false)
    return nil
  }

  mutating func close() {
    markup.raw("</w:tbl><w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>")
    markup.raw("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>")
    markup.raw("<w:pgMar w:top=\"850\" w:right=\"720\" w:bottom=\"850\" w:left=\"720\" ")
    markup.raw("w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>")
    markup.raw("</w:body></w:document>")
  }

  private mutating func row(_ fields: [String], isHeader: Bool) {
    markup.raw("<w:tr><w:trPr><w:cantSplit/>\(isHeader ? "<w:tblHeader/>" : "")</w:trPr>")
    for (index, field) in fields.enumerated() {
      markup.raw("<w:tc><w:tcPr><w:tcW w:w=\"\(widths[index])\" w:type=\"dxa\"/>")
      if isHeader { markup.raw("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EEF4\"/>") }
      markup.raw("</w:tcPr>")
      let language = isHeader ? nil : head.columns[index].language
      paragraph(
        field, style: nil, language, isBold: isHeader, isQuiet: head.columns[index].isQuiet)
      markup.raw("</w:tc>")
    }
    markup.raw("</w:tr>")
  }

  private mutating func paragraph(
    _ text: String, style: String?, _ language: Language? = nil, isBold: Bool = false,
    isQuiet: Bool = false
  ) {
    markup.raw("<w:p>")
    if let style { markup.raw("<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>") }
    if !text.isEmpty {
      markup.raw("<w:r>")
      properties(language, isBold, isQuiet)
      run(text)
      markup.raw("</w:r>")
    }
    markup.raw("</w:p>")
  }

  /// Font and language of a run: East Asian ones apart, as the format has them.
  private mutating func properties(_ language: Language?, _ isBold: Bool, _ isQuiet: Bool) {
    guard language != nil || isBold || isQuiet else { return }
    markup.raw("<w:rPr>")
    let font = OfficeFont(language)
    if font.isEastAsian { markup.raw(Self.fonts(font.name)) }
    if isBold { markup.raw("<w:b/>") }
    if isQuiet { markup.raw("<w:color w:val=\"808080\"/><w:sz w:val=\"11\"/>") }
    if let language {
      markup.raw("<w:lang w:\(font.isEastAsian ? "eastAsia" : "val")=\"")
      markup.text(language.regionalCode)
      markup.raw("\"/>")
    }
    markup.raw("</w:rPr>")
  }

  private static func fonts(_ name: String) -> String {
    "<w:rFonts w:hint=\"eastAsia\" w:eastAsia=\"\(name)\"/>"
  }

  /// The text itself; tabs and line ends are elements.
  private mutating func run(_ text: String) {
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "\t" || $0 == "\n" }) {
      piece(rest[..<place])
      markup.raw(rest[place] == "\t" ? "<w:tab/>" : "<w:br/>")
      rest = rest[rest.index(after: place)...]
    }
    piece(rest)
  }

  private mutating func piece(_ text: Substring) {
    guard !text.isEmpty else { return }
    markup.raw("<w:t xml:space=\"preserve\">")
    markup.text(text)
    markup.raw("</w:t>")
  }
}

/// What a document holds beside its text: the list of parts, styles, and the page number.
struct DOCXParts {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private let head: TableHead

  init(_ head: TableHead) { self.head = head }

  var all: [String: String] {
    [
      "[Content_Types].xml": OfficePackage.contentTypes([
        "word/document.xml": "wordprocessingml.document.main",
        "word/styles.xml": "wordprocessingml.styles",
        "word/footer1.xml": "wordprocessingml.footer",
      ]),
      "_rels/.rels": OfficePackage.relations([("officeDocument", "word/document.xml")]),
      "word/_rels/document.xml.rels": OfficePackage.relations([
        ("styles", "styles.xml"), ("footer", "footer1.xml"),
      ]),
      "word/styles.xml": styles,
      "word/footer1.xml": footer,
    ]
  }

  private var styles: String {
    let eastAsian = head.columns.compactMap(\.language).first { OfficeFont($0).isEastAsian }
    let asian = OfficeFont(eastAsian).name
    let code = eastAsian?.regionalCode ?? "zh-CN"
    let latin = head.columns.compactMap(\.language).first { !OfficeFont($0).isEastAsian }
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBFBF\"/>"
    }
    return """
      \(XLSXParts.declaration)<w:styles xmlns:w="\(Self.main)"><w:docDefaults><w:rPrDefault><w:rPr>\
      <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="\(asian)" w:cs="Calibri"/>\
      <w:sz w:val="20"/><w:lang w:val="\((latin?.regionalCode ?? "en-US").escaped)" \
      w:eastAsia="\(code.escaped)"/></w:rPr></w:rPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>\
      <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr>\
      <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>\
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
      <w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>\
      </w:tblCellMar></w:tblPr></w:style>\
      <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>\
      <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\(edges.joined())</w:tblBorders>\
      </w:tblPr></w:style></w:styles>
      """
  }

  private var footer: String {
    """
    \(XLSXParts.declaration)<w:ftr xmlns:w="\(Self.main)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>\
    <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
    """
  }
}
