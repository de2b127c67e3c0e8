// What each format writes, word for word, and that what it says it carries comes back.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct WritingTests {
  static let full: Unit = {
    var unit = Unit.of("press-1", "我们增进了解，深化“互信”。", "We deepen trust & <understanding>.")
    unit.confidence = 0.875
    unit.kind = .subtitle
    unit.time = 3_723_004..<3_724_500
    unit.speaker = "曹淑敏"
    unit.targetSpeaker = "Cao Shumin"
    unit.paragraph = 3
    unit.shape = "1-2"
    unit.author = "lin"
    unit.comment = "see \"T068\""
    unit.facts = PairFacts(client: "A & B", domain: "law", date: "2023-03-16", note: "draft")
    unit.changed = 1_700_000_000
    unit.carried = Carried(
      unit: .init(
        attributes: ["resname": "btn"],
        remarks: [.init(.property, "a.txt", attributes: ["type": "x-file"])]),
      source: .init(markup: "我们增进了解，<g id=\"1\">深化“互信”</g>。"),
      target: .init(
        markup: "We <bpt i=\"1\">&lt;b&gt;</bpt>deepen<ept i=\"1\">&lt;/b&gt;</ept> trust &amp; "
          + "&lt;understanding&gt;<ph x=\"1\">{1}</ph>."))
    unit.segments = .init(
      source: [.init("我们增进了解，深化“互信”。", paragraph: 3)],
      target: [.init("We deepen trust", paragraph: 2), .init("& <understanding>.", paragraph: 3)])
    return unit
  }()

  static let plain = Unit.of("press-2", "谢谢！", "=Thank\tyou.", .unreviewed)
  static let null = Unit.of("press-3", "好。", "", .unreviewed, shape: "1-0")

  /// The files that a format makes of the three units, under their names.
  static func files(_ format: Format, _ name: String) throws -> String {
    try withFolder { folder in
      try write([full, plain, null], as: format, to: "\(folder)/\(name)")
      let all = try names(in: folder)
      guard all.count > 1 else { return try read("\(folder)/\(all[0])") }
      return try all.map { "== \($0)\n" + (try read("\(folder)/\($0)")) }.joined()
    }
  }

  @Test func tsv() throws {
    #expect(
      try Self.files(.tsv, "press.tsv").replacing("\t", with: "⇥") == """
        source⇥target⇥status⇥score⇥document⇥speaker⇥id⇥source-lang⇥target-lang⇥author⇥created⇥changed⇥comment
        我们增进了解，深化“互信”。⇥We deepen trust & <understanding>.⇥confirmed⇥0.875⇥press⇥曹淑敏⇥press-1⇥\
        zh-Hans⇥en⇥lin⇥2023-03-16T03:30:00Z⇥2023-11-14T22:13:20Z⇥see "T068"
        谢谢！⇥=Thank you.⇥unreviewed⇥⇥press⇥⇥press-2⇥zh-Hans⇥en⇥⇥2023-03-16T03:30:00Z⇥2023-03-16T03:30:00Z⇥

        """)
  }

  @Test func csvGuardsAgainstFormulas() throws {
    let text = try Self.files(.csv, "press.csv")
    #expect(text.contains("\r\n谢谢！,\"'=Thank\tyou.\",unreviewed,"))
    #expect(text.contains(",\"see \"\"T068\"\"\"\r\n"))
    try withFolder { folder in
      try write([Self.plain], as: .csv, to: "\(folder)/a.csv", byteOrderMark: true)
      #expect(
        try Data(contentsOf: URL(filePath: "\(folder)/a.csv")).starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test func po() throws {
    #expect(
      try Self.files(.po, "press.po") == #"""
        msgid ""
        msgstr ""
        "Project-Id-Version: press\n"
        "PO-Revision-Date: 2023-11-14 22:13+0000\n"
        "Language: en\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "X-Generator: bitext 1.2\n"
        "X-Source-Language: zh_CN\n"

        # see "T068"
        msgid "我们增进了解，深化“互信”。"
        msgstr "We deepen trust & <understanding>."

        #, fuzzy
        msgid "谢谢！"
        msgstr "=Thank\tyou."

        """#)
  }

  @Test func xliff() throws {
    #expect(
      try Self.files(.xliff, "press.xlf") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
          <file original="press" source-language="zh-CN" target-language="en-US" \
        datatype="plaintext" tool-id="bitext" date="2023-11-14T22:13:20Z">
            <header>
              <tool tool-id="bitext" tool-name="bitext" tool-version="1.2"/>
            </header>
            <body>
              <trans-unit id="press-1" resname="btn" approved="yes" xml:space="preserve">
                <source>我们增进了解，<g id="1">深化“互信”</g>。</source>
                <target state="final">We <bpt id="1">&lt;b&gt;</bpt>deepen<ept id="1">&lt;/b&gt;</ept> \
        trust &amp; &lt;understanding&gt;<ph id="2">{1}</ph>.</target>
                <context-group purpose="information">
                  <context context-type="x-document">press</context>
                  <context context-type="x-kind">subtitle</context>
                  <context context-type="x-time">01:02:03.004-01:02:04.500</context>
                  <context context-type="x-speaker">曹淑敏</context>
                  <context context-type="x-target-speaker">Cao Shumin</context>
                  <context context-type="x-para">3</context>
                  <context context-type="x-bead">1-2</context>
                  <context context-type="x-score">0.875</context>
                  <context context-type="x-status">confirmed</context>
                  <context context-type="x-author">lin</context>
                  <context context-type="x-created">2023-03-16T03:30:00Z</context>
                  <context context-type="x-changed">2023-11-14T22:13:20Z</context>
                  <context context-type="x-client">A &amp; B</context>
                  <context context-type="x-domain">law</context>
                  <context context-type="x-date">2023-03-16</context>
                  <context context-type="x-note">draft</context>
                  <context context-type="x-file">a.txt</context>
                </context-group>
                <note>see &quot;T068&quot;</note>
              </trans-unit>
              <trans-unit id="press-2" approved="no" xml:space="preserve">
                <source>谢谢！</source>
                <target state="needs-review-translation">=Thank\tyou.</target>
                <context-group purpose="information">
                  <context context-type="x-document">press</context>
                  <context context-type="x-bead">1-1</context>
                  <context context-type="x-status">unreviewed</context>
                  <context context-type="x-created">2023-03-16T03:30:00Z</context>
                  <context context-type="x-changed">2023-03-16T03:30:00Z</context>
                </context-group>
              </trans-unit>
            </body>
          </file>
        </xliff>

        """)
  }

  @Test func xliff2() throws {
    let text = try Self.files(.xliff2, "press.xlf")
    #expect(
      text.contains(
        """
            <unit id="u2" name="press-2">
              <mda:metadata>
                <mda:metaGroup>
                  <mda:meta type="x-document">press</mda:meta>
                  <mda:meta type="x-bead">1-1</mda:meta>
                  <mda:meta type="x-status">unreviewed</mda:meta>
                  <mda:meta type="x-created">2023-03-16T03:30:00Z</mda:meta>
                  <mda:meta type="x-changed">2023-03-16T03:30:00Z</mda:meta>
                </mda:metaGroup>
              </mda:metadata>
              <segment state="initial">
                <source xml:space="preserve">谢谢！</source>
                <target xml:space="preserve">=Thank\tyou.</target>
              </segment>
            </unit>
        """))
    #expect(text.contains(#"我们增进了解，<sc id="1"/>深化“互信”<ec startRef="1"/>。"#))
    #expect(
      text.contains(#"We <sc id="1" disp="&lt;b&gt;"/>deepen<ec startRef="1" disp="&lt;/b&gt;"/>"#))
  }

  @Test func ladders() throws {
    #expect(
      try Self.files(.ladder, "press.beads") == """
        == press.beads
        [0]:[0, 1]:0.875
        [1]:[2]
        [2]:[]
        == press.en
        We deepen trust

        & <understanding>.

        =Thank you.
        == press.zh
        我们增进了解，深化“互信”。

        谢谢！

        好。

        """)
    #expect(try Self.files(.hunalign, "press.hun").hasPrefix("== press.en\n"))
    #expect(
      try Self.files(.hunalign, "press.hun").contains(
        "== press.hun\n0\t0\t0.875\n1\t2\t0.000\n2\t3\t0.000\n3\t3\t0.000\n"))
  }

  @Test func vertical() throws {
    #expect(
      try Self.files(.vertical, "press") == """
        == press.en.vert
        <doc id="press" client="A &amp; B" domain="law" date="2023-03-16">
        <align>
        <s>
        We
        deepen
        trust
        &amp;
        &lt;
        <g/>
        understanding
        <g/>
        &gt;
        <g/>
        .
        </s>
        </align>
        <align>
        <s>
        =
        <g/>
        Thank
        you
        <g/>
        .
        </s>
        </align>
        </doc>
        == press.zh.vert
        <doc id="press" client="A &amp; B" domain="law" date="2023-03-16">
        <align>
        <s>
        我们
        <g/>
        增进
        <g/>
        了解
        <g/>
        ，
        <g/>
        深化
        <g/>
        “
        <g/>
        互信
        <g/>
        ”
        <g/>
        。
        </s>
        </align>
        <align>
        <s>
        谢谢
        <g/>
        ！
        </s>
        </align>
        </doc>

        """)
  }

  @Test(arguments: [Format.xliff, .xliff2, .tsv, .csv, .jsonl])
  func whatIsCarriedComesBack(format: Format) throws {
    let carries = try #require(
      format.table.map(UnitTable.carries) ?? format.writer?.carries
    ).subtracting(
      format == .xliff2 ? [.codes] : [])
    try withFolder { folder in
      let path = "\(folder)/press"
      let receipt = try write([Self.full, Self.plain], as: format, to: path)
      #expect(receipt.isReadBack)
      let units = try readUnits([path], as: format)
      #expect(units.map { said($0, carries) } == [Self.full, Self.plain].map { said($0, carries) })
    }
  }

  @Test func receiptTellsWhatIsLost() throws {
    try withFolder { folder in
      let receipt = try write([Self.full, Self.plain], as: .moses, to: "\(folder)/press.moses")
      #expect(try names(in: folder) == ["press.en", "press.zh"])
      #expect(
        receipt.description.contains(
          """
          no place in this format for: identifiers (2 units), statuses (1 unit), probabilities \
          (1 unit), segment borders (1 unit), document names (2 units), client, domain, date and \
          note (1 unit), kinds of paragraph (1 unit), times (1 unit), speakers (1 unit), paragraph \
          numbers (1 unit), authors (1 unit), dates (2 units), comments (1 unit), inline codes \
          (1 unit), notes, properties and attributes of the original file (1 unit), line breaks and \
          tabs inside texts (1 unit)
          """))
    }
  }

  /// Texts that are hard on a format, whatever it is.
  static let hard = [
    "a\nb", "a\r\nb", "\ttab ", "\"quoted\"", "a,b;c", "=1+1", "'=1", "''-", "<b>&amp;</b> ]]>",
    "back\\slash\\n", "𠮷野家😀", "ＡＢＣ　全角", "e\u{301}", "a\u{A0}b", "\u{FEFF}bom", "#, fuzzy",
    "[0]:[0]", "msgid \"x\"", "{\"a\":1}", "\u{2028}line", "a\u{7}bell", "~~~", "\u{85}next",
  ]

  @Test(arguments: Format.allCases.filter(\.isWritten))
  func hardTexts(format: Format) throws {
    let units = Self.hard.enumerated().map { index, text in
      Unit.of("u\(index)", "源\(text)源", text == " " ? "x" : text)
    }
    try withFolder { folder in
      let receipt = try write(units, as: format, to: "\(folder)/press")
      #expect(receipt.units == units.count && receipt.isReadBack)
    }
  }

  /// Units made at random, the same each time: every format reads back what it wrote.
  @Test(arguments: Format.allCases.filter(\.isWritten))
  func randomUnits(format: Format) throws {
    var chance = SeededGenerator(7)
    let alphabet = Array("abc 。中文，\t\n\"'=<>&;,\\\u{3000}é😀-#[]|%")
    func text() -> String {
      "x" + String((0..<chance.below(20)).map { _ in alphabet[chance.below(alphabet.count)] }) + "x"
    }
    let units = (0..<2000).map { Unit.of("u\($0)", text(), text()) }
    try withFolder { folder in
      let receipt = try write(units, as: format, to: "\(folder)/press")
      #expect(receipt.units == units.count && receipt.isReadBack)
    }
  }

  /// What a unit says under each aspect that a format carries.
  private func said(_ unit: Unit, _ aspects: Set<Aspect>) -> [String] {
    Aspect.allCases.filter(aspects.contains).map { aspect in
      switch aspect {
      case .id: unit.id
      case .status: unit.status.rawValue
      case .confidence: "\(unit.confidence ?? -1)"
      case .shape: unit.shape ?? ""
      case .document: unit.document
      case .facts: "\(unit.facts)"
      case .kind: unit.kind.rawValue
      case .time: "\(String(describing: unit.time))"
      case .speaker: unit.speaker ?? ""
      case .paragraph: "\(String(describing: unit.paragraph))"
      case .author: unit.author ?? ""
      case .dates: "\(unit.created ?? 0) \(unit.changed ?? 0)"
      case .comment: unit.comment ?? ""
      case .codes: unit.carried?.source.markup ?? ""
      case .remarks, .lines: ""
      }
    }
  }
}
