internal import Bitext
internal import Testing

@testable internal import Segmentation

extension SRXRules {
  /// Rules as a translator writes them.
  static let sample: SRXRules = {
    do { return try SRXRules(Array(SRXTests.sample.utf8), from: "my.srx") } catch {
      Issue.record(error)
      return SRXRules(path: "my.srx")
    }
  }()
}

/// The user's own rules.
struct SRXTests {
  static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <srx xmlns="http://www.lisa.org/srx20" version="2.0">
      <header segmentsubflows="yes" cascade="yes">
        <formathandle type="start" include="no"/>
      </header>
      <body>
        <languagerules>
          <languagerule languagerulename="English">
            <rule break="no"><beforebreak>\\b(Mr|etc)\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
            <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
          </languagerule>
          <languagerule languagerulename="Chinese">
            <rule break="yes"><beforebreak>[。！？]+[”’」』）]*</beforebreak></rule>
          </languagerule>
          <languagerule languagerulename="Default">
            <rule break="no"><beforebreak>^\\s*\\d+\\.</beforebreak></rule>
            <rule><beforebreak>[.?!]+["”’)]*</beforebreak><afterbreak>\\s+\\P{Ll}</afterbreak></rule>
          </languagerule>
        </languagerules>
        <maprules>
          <languagemap languagepattern="[Ee][Nn].*" languagerulename="English"/>
          <languagemap languagepattern="zh.*" languagerulename="Chinese"/>
          <languagemap languagepattern=".*" languagerulename="Default"/>
        </maprules>
      </body>
    </srx>
    """

  @Test(arguments: [
    ("en", "Mr. Li left; |we stayed. |“Why?” |He knew."), ("en", "1. One. |Two, etc. And so on."),
    ("en-GB", "He said so. |(Yes.) no. |No."), ("de", "Mr. |Li kam; er ging. |Gut."),
    ("zh-Hans", "他走了。|“好！”|他说：“是。”|完"), ("zh", "好！！！|坏"), ("en", "3.5 and U.S. |Then;"),
  ])
  func cuts(_ tag: String, _ picture: String) throws {
    let language = try Language.named(tag)
    let text = picture.filter { $0 != "|" }
    let segmenter = try Segmenter(language, rules: .sample)
    let found = try segmenter.segment(.paragraphs([text], language)).texts
    #expect(found.joined(separator: "|") == picture.replacing(" |", with: "|"))
  }

  /// Without cascade only the first map that matches counts.
  @Test func withoutCascadeTheFirstMapCounts() throws {
    let text = Self.sample.replacing("cascade=\"yes\"", with: "cascade=\"no\"")
    let segmenter = try Segmenter(.en, rules: SRXRules(Array(text.utf8), from: "my.srx"))
    #expect(try segmenter.segment(.paragraphs(["He left. We stayed; so."], .en)).texts.count == 2)
  }

  @Test func clausesAreCutByOurSoftBoundaries() throws {
    let segmenter = try Segmenter(.zh, unit: .clause, rules: .sample)
    let texts = try segmenter.segment(.paragraphs(["他走了；我来。“好。”他说。"], .zh)).texts
    #expect(texts == ["他走了；", "我来。", "“好。”", "他说。"])
  }

  @Test(arguments: [
    ("a*b", "a{0,100}b"), ("a+?b*+", "a{1,100}?b{0,100}+"), ("[*+]\\*\\+", "[*+]\\*\\+"),
    ("a{2,}b{2}c{2,4}", "a{2,102}b{2}c{2,4}"), ("\\Qa*\\E*", "\\Qa*\\E{0,100}"),
    ("\\p{L}+", "\\p{L}{1,100}"), ("[^]*]a", "[^]*]a"), ("a?+", "a?+"),
    ("[[a*]b*]*", "[[a*]b*]{0,100}"),
    ("(?:a|b)*", "(?:a|b){0,100}"),
  ])
  func lookBehindIsBounded(_ expression: String, _ bounded: String) {
    #expect(LookBehind.bounded(expression) == bounded)
  }

  private static func file(_ rule: String, map: String = ".*", to name: String = "A") -> String {
    """
    <srx version="2.0"><header cascade="no"/><body><languagerules>
    <languagerule languagerulename="A">
    \(rule)
    </languagerule></languagerules><maprules>
    <languagemap languagepattern="\(map)" languagerulename="\(name)"/>
    </maprules></body></srx>
    """
  }

  static let faults = [
    ("", "my.srx:1: cannot be read as segmentation rules: "),
    ("<tmx/>", "my.srx:1: cannot be read as segmentation rules: its root is <tmx>, not <srx>"),
    ("<srx version=\"1.0\"/>", "my.srx: these are SRX 1.0 rules, and only SRX 2.0 is read"),
    ("<srx version=\"2.0\">\n<body>", "my.srx:2: cannot be read as segmentation rules: "),
    (
      "<srx version=\"2.0\">\n<languagemap languagepattern=\"a\"/></srx>",
      "my.srx:2: cannot be read as segmentation rules: <languagemap> has no languagerulename"
    ),
    (
      "<!DOCTYPE srx [<!ENTITY a \"b\">]>\n" + file("<rule><beforebreak>&a;</beforebreak></rule>"),
      "my.srx:4: cannot be read as segmentation rules: it uses entities of its own"
    ),
    (
      file("<rule><beforebreak>(</beforebreak></rule>"),
      "my.srx:3: the beforebreak of the rule is no regular expression of ICU's: U_REGEX_MISMATCHED_PAREN"
    ),
    (
      file("<rule><beforebreak>a)|(b</beforebreak></rule>"),
      "my.srx:3: the beforebreak of the rule is no regular expression of ICU's: U_REGEX_MISMATCHED_PAREN"
    ),
    (
      file("<rule break=\"no\"><beforebreak>(.)\\1</beforebreak></rule>"),
      "my.srx:3: the beforebreak of the rule is no regular expression of ICU's: U_REGEX_LOOK_BEHIND_LIMIT"
    ),
    (
      file("<rule><afterbreak>[</afterbreak></rule>"),
      "my.srx:3: the afterbreak of the rule is no regular expression of ICU's: U_REGEX_"
    ),
    (file("<rule/>", map: "en"), "my.srx: no rules in it are for zh"),
    (
      file("<rule/>", map: "("),
      "my.srx:5: the languagepattern of the rule is no regular expression of ICU's: "
    ),
    (file("<rule/>", to: "B"), "my.srx:5: there are no rules of the name 'B'"),
    (
      file("<rule><afterbreak>(.+)+$\\b\\B</afterbreak></rule>"),
      "my.srx:3: the rule takes too long on this text"
    ),
  ]

  @Test(arguments: faults)
  func faultsSayWhere(_ file: String, _ words: String) throws {
    let error = #expect(throws: SegmentationError.self) {
      let rules = try SRXRules(Array(file.utf8), from: "my.srx")
      let text = String(repeating: "a", count: 40) + "。"
      _ = try Segmenter(.zh, rules: rules).segment(.paragraphs([text], .zh))
    }
    let fault = try #require(error)
    #expect(fault.description.hasPrefix(words), "\(fault)")
    #expect(!fault.fix.isEmpty && fault.kind == .badInput)
  }

  /// A rule of everything: each position is a break, and the text still comes back.
  @Test func aRuleThatCutsEverywhere() throws {
    let rules = try SRXRules(Array(Self.file("<rule/>").utf8), from: "my.srx")
    let segmented = try Segmenter(.zh, rules: rules).segment(.paragraphs(["a好 é"], .zh))
    #expect(segmented.texts == ["a", "好", "é"])
    try segmented.expectRoundTrip()
  }
}
