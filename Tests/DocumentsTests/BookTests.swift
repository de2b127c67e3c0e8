internal import Bitext
internal import Documents
internal import Testing

/// EPUB, Markdown and subtitles.
struct BookTests {
  /// An EPUB of these chapters, which stand in the file in the order of their names.
  static func epub(
    _ chapters: [(name: String, html: String)], order: [String], _ parts: [(String, String)] = []
  ) -> [UInt8] {
    let items = chapters.map {
      "<item id='\($0.name)' href='text/\($0.name)%20a.xhtml' media-type='application/xhtml+xml'/>"
    }
    let spine = order.map { "<itemref idref='\($0)'/>" }
    let package =
      "<package><manifest>\(items.joined())<item id='nav' href='nav.xhtml' properties='nav' "
      + "media-type='application/xhtml+xml'/></manifest><spine>\(spine.joined())</spine></package>"
    return Zip.file(
      [
        ("mimetype", "application/epub+zip"),
        (
          "META-INF/container.xml",
          "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"
        ), ("OEBPS/book.opf", package), ("OEBPS/nav.xhtml", "<html><p>Contents</p></html>"),
      ] + chapters.map { ("OEBPS/text/\($0.name) a.xhtml", $0.html) } + parts)
  }

  static let chapters = [
    (
      "one",
      "<?xml version='1.0'?><html><head><title>T</title></head><h1>One</h1><p>A &mdash; b.</p>"
    ),
    ("two", "<html><h1>Two</h1><p>C.</p><aside epub:type='footnote'><p>A note.</p></aside></html>"),
  ]

  @Test func chaptersComeInReadingOrder() throws {
    let document = try read(Self.epub(Self.chapters, order: ["nav", "two", "one"]))
    #expect(
      document.picture
        == ["heading: Two", "C.", "note: A note.", "heading: One", "A — b."])
    #expect(document.notices == ["left out: 1 table of contents"])
    #expect(document.isCoveredByParagraphs)
  }

  @Test func aProtectedBookIsRefused() throws {
    let encryption =
      "<encryption><CipherReference URI='OEBPS/text/one%20a.xhtml'/></encryption>"
    #expect {
      try read(
        Self.epub(
          Self.chapters, order: ["one"], [("META-INF/encryption.xml", encryption)]), "b.epub")
    } throws: {
      "\($0)"
        == "b.epub: this is a book protected against copying, not a text\n"
        + "  fix: ask the publisher for a copy without protection, or for the text"
    }
    let fonts = "<encryption><CipherReference URI='OEBPS/font.otf'/></encryption>"
    let book = Self.epub(Self.chapters, order: ["one"], [("META-INF/encryption.xml", fonts)])
    #expect(try read(book).picture.count == 2)
  }

  static let markdown: [(text: String, picture: [String])] = [
    (
      "# Title\n\nOne *line*\nand [another](http://x.org).\n",
      [
        "heading: Title", "One line and another.",
      ]
    ),
    ("- a\n- b\n\n1. c\n", ["list-item: a", "list-item: b", "list-item: c"]),
    ("| a | b |\n|---|---|\n| 一 | two |\n", ["cell: a", "cell: b", "cell: 一", "cell: two"]),
    ("网络\n治理。\n\n> quote\n", ["网络治理。", "quote"]),
    ("```\nlet a = 1\nlet b\n```\n\nText &amp; more.", ["let a = 1¶let b", "Text & more."]),
  ]

  @Test(arguments: markdown)
  func markdownIsRead(text: String, picture: [String]) throws {
    let document = try read(text, "a.md")
    #expect(document.picture == picture)
    #expect(document.isCoveredByParagraphs)
  }

  /// Texts without a name that tells, and whether they are Markdown.
  @Test(arguments: [
    ("# T\n\nSee [x](http://x.org) and **this** or **that**.\n", true),
    ("# T\n\n- a\n- b\n\n```\ncode\n```\n", true),
    ("# not a heading\nbut hashtags\n- a list\n", false),
    ("2 * 3 * 4 = 24\n\n- dash\n", false),
  ])
  func markdownIsToldByItsSigns(text: String, isMarkdown: Bool) throws {
    #expect((try read(text, "-").text != text) == isMarkdown)
    #expect(try read(text, "a.zh").text == text)
  }

  static let subtitles: [(text: String, picture: [String], notices: [String])] = [
    (
      "1\n00:00:11,201 --> 00:01:00,005\nFirst <i>title</i>\n\n2\n00:01:01,5 --> 00:01:02\n{\\an8}Two\nlines\n",
      ["subtitle: 11201-60005 First title", "subtitle: 61500-62000 Two¶lines"], []
    ),
    (
      "1\r\r\n0:00:11,201 --> 0:00:12,0\r\r\nA\r\r\n\r\r\n2\r\r\n0:01:00,000 --> 0:01:01,000\r\r\n3 men\r\r\n",
      ["subtitle: 11201-12000 A", "subtitle: 60000-61000 3 men"], []
    ),
    (
      """
      WEBVTT - title

      STYLE
      ::cue { color: red }

      NOTE a remark
      on two lines

      intro
      00:01.000 --> 00:04.000 align:start
      <v Ann>Hi &amp; <00:02.000>bye</v>

      00:05.000 --> 00:06.000
      5 < 6

      00:07.000 --> 00:08.000
      7

      00:09.000 --> 00:10.000
      9
      """,
      [
        "subtitle: 1000-4000 Ann: Hi & bye", "subtitle: 5000-6000 5 < 6", "subtitle: 7000-8000 7",
        "subtitle: 9000-10000 9",
      ],
      ["left out: 1 style sheet, 1 comment"]
    ),
    ("1\n00:00:01,000 --> 00:00:00,500\nbackwards\n", ["subtitle: 1000-1000 backwards"], []),
  ]

  @Test(arguments: subtitles)
  func subtitlesAreRead(text: String, picture: [String], notices: [String]) throws {
    let document = try read(text)
    #expect(document.picture == picture)
    #expect(document.notices == notices)
    #expect(document.isCoveredByParagraphs)
  }
}
