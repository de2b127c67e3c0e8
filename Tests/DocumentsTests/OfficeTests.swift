internal import Bitext
internal import Documents
internal import Testing

/// Word and OpenDocument files, made here part by part.
struct OfficeTests {
  /// A DOCX of this body, with styles, and other parts.
  static func docx(_ body: String, _ parts: [(String, String)] = []) -> [UInt8] {
    let styles = """
      <w:styles xmlns:w="x"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="mine"><w:name w:val="Mine"/><w:basedOn w:val="1"/></w:style>
      <w:style w:styleId="cap"><w:name w:val="caption"/></w:style></w:styles>
      """
    return Zip.file(
      [
        ("[Content_Types].xml", "<Types/>"), ("word/styles.xml", styles),
        ("word/document.xml", "<w:document xmlns:w=\"x\"><w:body>\(body)</w:body></w:document>"),
      ] + parts)
  }

  private static func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static let bodies: [(body: String, picture: [String])] = [
    (p("One.") + p("") + p("Two."), ["One.", "Two."]),
    (
      p("T", "<w:pStyle w:val='a3'/>") + p("H", "<w:pStyle w:val='1'/>")
        + p("M", "<w:pStyle w:val='mine'/>") + p("O", "<w:outlineLvl w:val='0'/>")
        + p("N", "<w:outlineLvl w:val='9'/>"),
      ["heading: T", "heading: H", "heading: M", "heading: O", "N"]
    ),
    (
      p("a", "<w:numPr><w:numId w:val='1'/></w:numPr>")
        + p("b", "<w:numPr><w:numId w:val='0'/></w:numPr>") + p("c", "<w:pStyle w:val='cap'/>"),
      ["list-item: a", "b", "caption: c"]
    ),
    (
      "<w:tbl><w:tr><w:tc>\(p("a"))</w:tc><w:tc>\(p("b"))\(p("c"))</w:tc></w:tr></w:tbl>" + p("d"),
      ["cell: a", "cell: b", "cell: c", "d"]
    ),
    (
      "<w:p><w:r><w:t>The </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r>"
        + "<w:delText>old</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> text</w:t></w:r></w:p>",
      ["The new text"]
    ),
    (
      p("One ", "<w:rPr><w:del/></w:rPr>") + p("line.")
        + p("Next.", "<w:pPrChange><w:pPr><w:pStyle w:val='1'/></w:pPr></w:pPrChange>"),
      ["One line.", "Next."]
    ),
    (
      "<w:p><w:r><w:t>Before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>"
        + p("Box.", "<w:pStyle w:val='1'/>")
        + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback>"
        + "<w:txbxContent>\(p("Box."))</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        + "<w:r><w:t>after.</w:t></w:r></w:p>", ["Before after.", "heading: Box."]
    ),
    (
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d.</w:t>"
        + "<w:br/><w:t>E</w:t></w:r></w:p>", ["a b¶c-d.", "E"]
    ),
    (
      "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:fldChar/><w:instrText>PAGE"
        + "</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>7</w:t></w:r>"
        + "</w:p>", ["7"]
    ),
  ]

  @Test(arguments: bodies)
  func word(body: String, picture: [String]) throws {
    let body = body.replacing("<w:r><mc:", with: "<w:r xmlns:mc='m' xmlns:wps='s'><mc:")
    let document = try read(Self.docx(body))
    #expect(document.picture == picture)
    #expect(document.isCoveredByParagraphs)
  }

  @Test func notesComeLastAndHeadersAreLeftOut() throws {
    let notes =
      "<w:footnotes xmlns:w='x'><w:footnote w:type='separator'><w:p><w:r><w:t>-</w:t></w:r></w:p>"
      + "</w:footnote><w:footnote w:id='1'>\(Self.p("A note."))</w:footnote></w:footnotes>"
    let body =
      "<w:p><w:r><w:t>Text.</w:t><w:footnoteReference w:id='1'/><w:commentReference w:id='1'/></w:r></w:p>"
      + "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    let document = try read(
      Self.docx(
        body,
        [
          ("word/footnotes.xml", notes), ("word/header1.xml", "<x/>"), ("word/footer1.xml", "<x/>"),
          ("word/footer2.xml", "<x/>"),
        ]))
    #expect(document.picture == ["Text.", "note: A note."])
    #expect(
      document.notices == ["left out: 1 comment, 1 deletion, 1 page header, 2 page footers"])
  }

  @Test func theMainPartIsWhatTheRelationsSay() throws {
    let relations =
      "<Relationships><Relationship Type='http://o/officeDocument' Target='/word/document2.xml'/>"
      + "</Relationships>"
    let file = Zip.file([
      ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations),
      ("word/document2.xml", "<document><body><p><r><t>Yes.</t></r></p></body></document>"),
    ])
    #expect(try read(file).picture == ["Yes."])
  }

  /// An ODT of this text.
  static func odt(_ text: String) -> [UInt8] {
    Zip.file([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d'>"
          + "<office:body><office:text>\(text)</office:text></office:body></office:document-content>"
      ),
    ])
  }

  static let texts: [(text: String, picture: [String])] = [
    (
      "<text:h>Title</text:h><text:p>One\n  two.</text:p><text:p/>", ["heading: Title", "One two."]
    ),
    (
      "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list><table:table>"
        + "<table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
        + "</table:table>", ["list-item: a", "cell: b"]
    ),
    (
      "<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note."
        + "</text:p></text:note-body></text:note> goes on.</text:p><text:p>End.</text:p>",
      ["Text goes on.", "End.", "note: A note."]
    ),
    (
      "<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>a<text:s/>b"
        + "<text:line-break/>c<draw:text-box><text:p>box</text:p></draw:text-box></text:p>",
      ["a b¶c", "box"]
    ),
    ("<text:p>a<office:annotation><text:p>remark</text:p></office:annotation></text:p>", ["a"]),
  ]

  @Test(arguments: texts)
  func openDocument(text: String, picture: [String]) throws {
    let document = try read(Self.odt(text))
    #expect(document.picture == picture)
    #expect(document.isCoveredByParagraphs)
    #expect(document.notices == (text.contains("annotation") ? ["left out: 1 comment"] : []))
  }
}
