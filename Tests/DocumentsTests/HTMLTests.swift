internal import Bitext
internal import Documents
internal import Testing

/// What of a page is text, and what each piece of it is.
struct HTMLTests {
  static let pages: [(html: String, picture: [String])] = [
    ("<p>One.<p>Two.", ["One.", "Two."]),
    ("<!DOCTYPE html><title>T</title><h1>Title</h1><p>Text.</p>", ["heading: Title", "Text."]),
    ("<ul><li>a</li><li>b<ul><li>c</ul></ul>", ["list-item: a", "list-item: b", "list-item: c"]),
    (
      "<table><caption>Sums</caption><tr><th>Year<td>1994<tr><td><p>a</p><p>b</p></table>",
      ["caption: Sums", "cell: Year", "cell: 1994", "cell: a", "cell: b"]
    ),
    ("<p>a  <b>bold</b>\n word&nbsp;&amp; &#20013;</p>", ["a bold word\u{A0}& 中"]),
    ("<p>网络\n  治理，\n“法治”\nlaw</p>", ["网络治理，“法治” law"]),
    (
      "<div>One.<br>Two.<br>no end<br>goes on<br><br>Three</div>",
      [
        "One.", "Two.", "no end¶goes on", "Three",
      ]
    ),
    ("<div>标题<br>　　正文开始。<br>　　下一段</div>", ["标题", "正文开始。", "下一段"]),
    ("<pre>a  b\nc\n\nd</pre>", ["a b¶c", "d"]),
    ("<p>漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby></p>", ["漢字"]),
    ("<p> &nbsp;\u{3000}</p><p>\u{200B}</p><p>x</p>", ["x"]),
    ("<p>&lt;b&gt; &copy; &hellip; &#x1F600;</p>", ["<b> © … 😀"]),
  ]

  @Test(arguments: pages)
  func paragraphs(html: String, picture: [String]) throws {
    let document = try read(html)
    #expect(document.picture == picture)
    #expect(document.isCoveredByParagraphs)
  }

  /// Pages and what is left of them, with what is told of the rest.
  static let furnished: [(html: String, picture: [String], notices: [String])] = [
    (
      """
      <html><head><script>var a = "<p>no</p>";</script><style>p{}</style></head><body>
      <nav><a href="/">Home</a></nav><article><header><h1>Title</h1></header><p>Text of the page.</p>
      <aside>Related</aside></article><footer>Imprint</footer></body></html>
      """,
      ["heading: Title", "Text of the page."],
      ["left out: 1 script, 1 style sheet, 2 pieces of page furniture"]
    ),
    (
      "<div class='top-nav'>Menu</div><div id='content'><p>Text.</p></div><div class=share>Share</div>",
      ["Text."], ["left out: 2 pieces of page furniture"]
    ),
    (
      "<div>About</div><main><p>A text that is longer than what stands around it.</p></main>",
      ["A text that is longer than what stands around it."],
      ["left out: 1 piece of page furniture"]
    ),
    (
      "<p>Text.</p><div><a>one</a></div><div><a>two</a></div><div><a>three</a></div>", ["Text."],
      ["left out: 1 piece of page furniture"]
    ),
    (
      "<p>Text <a>with a link</a>.</p><p><a>one</a></p><p><a>two</a></p>",
      ["Text with a link.", "one", "two"], []
    ),
    ("<nav>All there is</nav>", ["All there is"], []),
    ("<p>a</p><p hidden>b</p><p style='display: none'>c</p>", ["a"], ["left out: 2 hidden parts"]),
    ("<p>a&#xD800;b</p>", ["ab"], ["left out: 1 invalid character"]),
    ("<p>x <button>Send</button></p>", ["x"], ["left out: 1 form field"]),
  ]

  @Test(arguments: furnished)
  func furnitureIsLeftOutAndCounted(html: String, picture: [String], notices: [String]) throws {
    let document = try read(html)
    #expect(document.picture == picture)
    #expect(document.notices == notices)
  }

  /// `网络治理` in a page that states its encoding, or does not.
  @Test(arguments: [
    ("gb2312", "<meta charset=gb2312>", "cdf8c2e7d6cec0ed", "GB18030"),
    (
      "gbk", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GBK\">",
      "cdf8c2e7d6cec0ed", "GB18030"
    ),
    ("none", "", "cdf8c2e7d6cec0ed", "GB18030"),
    ("utf-8", "<meta charset='gbk'>", "e7bd91e7bb9ce6b2bbe79086", "UTF-8"),
  ])
  func encodings(stated: String, head: String, hex: String, found: String) throws {
    let words = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(hex.dropFirst($0).prefix(2), radix: 16)
    }
    let page = Array("<html><head>\(head)</head><p>".utf8) + words + Array("</p>".utf8)
    let document = try read(page)
    #expect(document.text == "网络治理")
    #expect(document.origin.encoding == found)
    #expect(document.notices == (found == "UTF-8" ? [] : ["read as \(found)"]))
  }
}
