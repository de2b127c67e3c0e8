// What each format's files are read as: a file, and its units.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct ReadingTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var format: Format
    var text: String
    var units: String
    var testDescription: String { name }
  }

  static let tables: [Case] = [
    Case(
      name: "our.tsv", format: .tsv,
      text: """
        source\ttarget\tstatus\tscore\tsource-lang\ttarget-lang
        网络\tnetwork\tconfirmed\t0.98\tzh-Hans\ten
        好。\tGood.\t\t\tzh-Hans\ten

        """,
      units: """
        zh-Hans → en  网络 | network  confirmed
        zh-Hans → en  好。 | Good.  unreviewed
        """),
    Case(
      name: "languages.tsv", format: .tsv, text: "id\tzh-CN\ten-US\n7\t网络\tnetwork\n8\t好\t\n",
      units: """
        zh-CN → en-US  网络 | network  unreviewed
        zh-CN → en-US  好 |   unreviewed
        """),
    Case(
      name: "bare.tsv", format: .tsv, text: "\u{FEFF}网络\tnetwork\r\n“好\"\tGood\r\n",
      units: """
        und → und  网络 | network  unreviewed
        und → und  “好" | Good  unreviewed
        """),
    Case(
      name: "quotes.csv", format: .csv,
      text: "原文,译文\r\n\"一,二\",\"One\nand \"\"two\"\"\"\r\n'=1+1,'-5\r\n",
      units: """
        und → und  一,二 | One
        and "two"  unreviewed
        und → und  =1+1 | -5  unreviewed
        """),
    Case(
      name: "semicolons.csv", format: .csv, text: "source;target;status\n网络;network;accepted\n",
      units: "und → und  网络 | network  accepted"),
    Case(
      name: "objects.jsonl", format: .jsonl,
      text: """
        {"translation":{"en":"network","zh":"网络"}}
        {"source":"好","target":"Good","status":"confirmed","id":12}
        {"src":"是","tgt":"Yes"}

        """,
      units: """
        zh → en  网络 | network  unreviewed
        und → und  好 | Good  confirmed
        und → und  是 | Yes  unreviewed
        """),
  ]

  static let messages: [Case] = [
    Case(
      name: "messages.po", format: .po,
      text: """
        # Translators of this file.
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Language: zh_CN\\n"
        "Plural-Forms: nplurals=1; plural=0;\\n"

        #. Said at the door.
        #: main.c:12
        msgctxt "door"
        msgid "Open \\"it\\"\\n"
        msgstr ""
        "打开"
        "“它”\\n"

        #, fuzzy, c-format
        #| msgid "%d file"
        msgid "%d files"
        msgstr "%d 文件"

        msgid "one"
        msgid_plural "many"
        msgstr[0] "几个"

        msgid "later"
        msgstr ""

        #~ msgid "old"
        #~ msgstr "旧"

        """,
      units: """
        en → zh-CN  Open "it"
         | 打开“它”
          accepted
        en → zh-CN  %d files | %d 文件  unreviewed
        en → zh-CN  many | 几个  accepted
        en → zh-CN  later |   unreviewed
        en → zh-CN  old | 旧  unreviewed
        """),
    Case(
      name: "forms.po", format: .po,
      text: """
        msgid ""
        msgstr "Language: ru\\nX-Source-Language: de\\n"
        msgid "ein"
        msgid_plural "viele"
        msgstr[0] "один"
        msgstr[1] "два"
        msgstr[2] "пять"
        """,
      units: """
        de → ru  ein | один  accepted
        de → ru  viele | два  accepted
        de → ru  viele | пять  accepted
        """),
  ]

  static let xliff: [Case] = [
    Case(
      name: "job.xlf", format: .xliff,
      text: """
        <?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="a.html" source-language="en" target-language="zh-CN" datatype="html"><body>
        <group id="g"><trans-unit id="1" approved="yes"><source>The <g id="1">net</g>work</source>
        <target>网<g id="1">络</g></target><note from="lin">see T1</note>
        <alt-trans><source>no</source><target>否</target></alt-trans></trans-unit></group>
        <trans-unit id="2"><source>a<bpt id="1">&lt;b></bpt>b<ept id="1">&lt;/b></ept><x id="2"/></source>
        <target state="translated">甲乙</target></trans-unit>
        <trans-unit id="3"><source>later</source></trans-unit>
        <trans-unit id="4" translate="no"><source>v1.0</source><target>v1.0</target></trans-unit>
        <trans-unit id="5"><source>x</source><target state="needs-review-translation">错</target></trans-unit>
        </body></file></xliff>
        """,
      units: """
        en → zh-CN  The network | 网络  confirmed
        en → zh-CN  ab | 甲乙  accepted
        en → zh-CN  later |   unreviewed
        en → zh-CN  v1.0 | v1.0  non-text
        en → zh-CN  x | 错  unreviewed
        """),
    Case(
      name: "job.sdlxliff", format: .sdlxliff,
      text: """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" \
        xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" sdl:version="1.0">
        <file original="a.docx" source-language="en-US" target-language="zh-CN"><body>
        <trans-unit id="u"><source>One. Two. Three.</source>
        <seg-source><g id="9"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk>
        <mrk mtype="seg" mid="3">Three.</mrk></g></seg-source>
        <target><g id="9"><mrk mtype="seg" mid="1">一。</mrk><mrk mtype="seg" mid="2">二<x id="1"/>。</mrk>
        <mrk mtype="seg" mid="3"/></g></target>
        <sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2" conf="Translated"/>
        <sdl:seg id="3"/></sdl:seg-defs></trans-unit></body></file></xliff>
        """,
      units: """
        en-US → zh-CN  One. | 一。  confirmed
        en-US → zh-CN  Two. | 二。  accepted
        en-US → zh-CN  Three. |   unreviewed
        """),
    Case(
      name: "job2.xlf", format: .xliff2,
      text: """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" \
        xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="en" trgLang="zh-TW">
        <file id="f"><unit id="u1"><mtc:matches><mtc:match ref="#m"><source>no</source>
        <target>否</target></mtc:match></mtc:matches><notes><note>see T1</note></notes>
        <originalData><data id="d1">&lt;b></data></originalData>
        <segment state="final"><source>The <sc id="1" dataRef="d1"/>net<ec startRef="1"/>work</source>
        <target>網<ph id="1"/>路</target></segment><ignorable><source> </source></ignorable>
        <segment state="translated"><source>One<cp hex="0007"/></source><target>一</target></segment>
        <segment><source>later</source></segment></unit></file></xliff>
        """,
      units: """
        en → zh-TW  The network | 網路  confirmed
        en → zh-TW  One | 一  accepted
        en → zh-TW  later |   unreviewed
        """),
  ]

  @Test(arguments: tables + messages + xliff)
  func oneFile(file: Case) throws {
    let units = try withFolder { folder in
      let path = "\(folder)/\(file.name)"
      try Data(file.text.utf8).write(to: URL(filePath: path))
      #expect(try UnitFile([path]).format == file.format)
      return try readUnits([path])
    }
    #expect(picture(units) == file.units)
    #expect(Set(units.map(\.id)).count == units.count, "identifiers are unique")
  }

  @Test func verticalTexts() throws {
    let zh = "<doc id=\"book\">\n<align>\n<s>\n网络\tn\n<g/>\n。\n</s>\n</align>\n</doc>\n"
    let en = "<doc id=\"book\">\n<align>\nThe\n&lt;net\n<g/>\n.\n</align>\n</doc>\n"
    let units = try read([("a.zh.vert", zh), ("a.en.vert", en)])
    #expect(picture(units) == "zh → en  网络。 | The <net.  unreviewed")
    #expect(units[0].document == "book")
  }

  @Test func mosesPairs() throws {
    let units = try read([("a.zh", "网络\n\n好\n"), ("a.en", "network\n\nGood\n")])
    #expect(
      picture(units) == """
        zh → en  网络 | network  unreviewed
        zh → en  好 | Good  unreviewed
        """)
    #expect(units[1].id == "press-3")
  }

  static let utf16: [UInt8] =
    [0xFF, 0xFE]
    + "网络\tnetwork\n".utf16.flatMap { (unit: UInt16) -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  static let gb18030: [UInt8] = [0xCD, 0xF8, 0xC2, 0xE7] + Array("\tnetwork\n".utf8)

  @Test(arguments: [(utf16, String?.none), (gb18030, "GB18030")])
  func otherEncodings(bytes: [UInt8], encoding: String?) throws {
    try withFolder { folder in
      try Data(bytes).write(to: URL(filePath: "\(folder)/a.tsv"))
      let units = try readUnits(["\(folder)/a.tsv"], as: .tsv, encoding: encoding)
      #expect(picture(units) == "und → und  网络 | network  unreviewed")
    }
  }

  /// What the samples of other programs are: the number of units, or why there is none.
  @Test(
    .needs(.samples),
    arguments: [
      ("okapi-alttrans.xlf", Format.xliff, "en-US → fr  source1 |   unreviewed"),
      (
        "okapi-FFFEBOM.sdlxliff", .sdlxliff,
        "en-US → es-ES  ß=s-zted, ü=u-umlaut |   unreviewed"
      ),
      (
        "heartsome-Test_UTF16LE.txt.xlf", .xliff,
        """
        en-AU → zh-HK  This is the first test. | 这是第一个测试。  non-text
        en-AU → zh-HK  This is  the second test. | 这是第二个测试。  unreviewed
        en-AU → zh-HK  This is the first test. | 这是第一个测试。  non-text
        en-AU → zh-HK  This is  the second test. | 这是第二个测试。  unreviewed
        """
      ),
    ])
  func samples(name: String, format: Format, expected: String) throws {
    let path = try TestData.samples.path("exchange/\(name)")
    #expect(try UnitFile([path]).format == format)
    #expect(picture(try readUnits([path])) == expected)
  }
}
