// The exact text of an exported TMX, and what becomes of the characters in a unit.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct TMXTextTests {
  @Test func wholeFile() throws {
    var full = Unit.of("press-1", "我们增进了解，深化“互信”。", "We deepen trust & \"understanding\".")
    full.confidence = 0.8749
    full.kind = .subtitle
    full.time = 3_723_004..<3_724_500
    full.speaker = "曹淑敏"
    full.targetSpeaker = "Cao Shumin"
    full.paragraph = 3
    full.shape = "1-2"
    full.author = "lin <l@x>"
    full.comment = "see T068\nagain"
    full.facts = PairFacts(client: "A & B", domain: "law", date: "2023-03-16", note: "draft")
    full.changed = 1_700_000_000
    let plain = Unit.of("press-2", "谢谢！", "Thank you.", .unreviewed)
    try withFolder { folder in
      try export([full, plain], to: "\(folder)/press.tmx")
      #expect(
        try read("\(folder)/press.tmx") == """
          <?xml version="1.0" encoding="UTF-8"?>
          <!DOCTYPE tmx SYSTEM "tmx14.dtd">
          <tmx version="1.4">
            <header creationtool="bitext" creationtoolversion="1.2" segtype="sentence" \
          o-tmf="bitext" adminlang="en-US" srclang="zh-CN" datatype="plaintext" \
          o-encoding="UTF-8" creationdate="20231114T221320Z"/>
            <body>
              <tu tuid="press-1" creationdate="20230316T033000Z" changedate="20231114T221320Z" \
          changeid="lin &lt;l@x&gt;">
                <note>see T068 again</note>
                <prop type="x-document">press</prop>
                <prop type="x-kind">subtitle</prop>
                <prop type="x-time">01:02:03.004-01:02:04.500</prop>
                <prop type="x-speaker">曹淑敏</prop>
                <prop type="x-target-speaker">Cao Shumin</prop>
                <prop type="x-para">3</prop>
                <prop type="x-bead">1-2</prop>
                <prop type="x-score">0.875</prop>
                <prop type="x-status">confirmed</prop>
                <prop type="x-client">A &amp; B</prop>
                <prop type="x-domain">law</prop>
                <prop type="x-date">2023-03-16</prop>
                <prop type="x-note">draft</prop>
                <tuv xml:lang="zh-CN"><prop type="x-bcp47">zh-Hans</prop>\
          <seg>我们增进了解，深化“互信”。</seg></tuv>
                <tuv xml:lang="en-US"><prop type="x-bcp47">en</prop>\
          <seg>We deepen trust &amp; "understanding".</seg></tuv>
              </tu>
              <tu tuid="press-2" creationdate="20230316T033000Z" changedate="20230316T033000Z">
                <prop type="x-document">press</prop>
                <prop type="x-bead">1-1</prop>
                <prop type="x-status">unreviewed</prop>
                <tuv xml:lang="zh-CN"><prop type="x-bcp47">zh-Hans</prop><seg>谢谢！</seg></tuv>
                <tuv xml:lang="en-US"><prop type="x-bcp47">en</prop><seg>Thank you.</seg></tuv>
              </tu>
            </body>
          </tmx>

          """)
    }
  }

  @Test(arguments: [
    ("plain, “quoted” — 全角ＡＢＣ１２３", false, "plain, “quoted” — 全角ＡＢＣ１２３", 0),
    ("  both ends \t", false, "both ends", 0),
    ("\u{3000}全角空格\u{A0}", true, "全角空格", 0),
    ("one\ntwo\r\nthree\rfour", false, "one two three four", 0),
    ("第一行\n第二行\r\n\n  第三行", true, "第一行第二行第三行", 0),
    ("spaces  \n\t around", false, "spaces around", 0),
    (
      "next\u{85}line\u{2028}line\u{2029}paragraph\u{C}page", false,
      "next line line paragraph page", 0
    ),
    ("tab\tstays", false, "tab\tstays", 0),
    ("bell\u{7}null\u{0}escape\u{1B}", false, "bellnullescape", 3),
    ("non\u{FFFE}char\u{FFFF}acters", false, "noncharacters", 2),
    ("\u{FFFD}𠮷野家😀", true, "\u{FFFD}𠮷野家😀", 0),
    ("é stays two scalars: e\u{301}", false, "é stays two scalars: e\u{301}", 0),
    ("\u{0}\n \u{3000}", true, "", 1),
    ("", false, "", 0),
  ])
  func oneLine(original: String, unspaced: Bool, expected: String, illegal: Int) {
    let line = OneLine(original, unspaced: unspaced)
    #expect(Array(line.text.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(line.illegalCharacters == illegal)
  }

  @Test(arguments: [
    ("zh", "zh-CN"), ("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW"), ("zh-Hant-HK", "zh-HK"),
    ("zh-TW", "zh-TW"), ("en", "en-US"), ("en-GB", "en-GB"), ("de", "de"), ("es-419", "es-419"),
  ])
  func regionalCode(tag: String, code: String) throws {
    #expect(try #require(Language(tag)).regionalCode == code)
  }

  @Test func regionalTagNeedsNoProperty() throws {
    let unit = Unit.of(
      "a", "好", "Good", from: try #require(Language("zh-TW")), into: try #require(Language("en-GB"))
    )
    try withFolder { folder in
      try export([unit], to: "\(folder)/a.tmx")
      let text = try read("\(folder)/a.tmx")
      #expect(text.contains("<tuv xml:lang=\"zh-TW\"><seg>好</seg></tuv>"))
      #expect(text.contains("<tuv xml:lang=\"en-GB\"><seg>Good</seg></tuv>"))
      #expect(text.contains(" srclang=\"zh-TW\" "))
    }
  }

  @Test(arguments: [
    (0, "19700101T000000Z"), (951_782_400, "20000229T000000Z"), (1_678_937_400, "20230316T033000Z"),
    (-5, "19691231T235955Z"), (Int.max, "99991231T235959Z"),
  ])
  func date(seconds: Int, expected: String) {
    #expect(TMXDate.text(seconds) == expected)
  }
}
