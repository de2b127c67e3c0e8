// Each rule of TBX with what breaks it and its line; our own exports break none.
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct TBXValidatorTests {
  /// A file of TBX-Basic whose entries begin in line 6.
  private func tbx(_ entries: String, style: String = "dca") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tbx type="TBX-Basic" style="\(style)" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" \
    xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
      <tbxHeader><fileDesc><sourceDesc><p>a test</p></sourceDesc></fileDesc></tbxHeader>
      <text>
        <body>
    \(entries)
        </body>
      </text>
    </tbx>
    """
  }

  private func findings(_ text: String) throws -> [String] {
    try withFolder { folder in
      let path = "\(folder)/in.tbx"
      try Data(text.utf8).write(to: URL(filePath: path))
      return try Validator.validate(path).findings.map { "\($0.line) \($0.rule)" }
    }
  }

  /// An entry with these words before its language, and in its term's section.
  private static func entry(_ before: String = "", _ inside: String = "", code: String = "en")
    -> String
  {
    """
    <conceptEntry id="c1">\(before)<langSec xml:lang="\(code)"><termSec><term>net</term>\(inside)\
    </termSec></langSec></conceptEntry>
    """
  }

  @Test(
    arguments: [
      (entry(), []), (entry(#"<descrip type="subjectField">law</descrip>"#), []),
      (entry("<extra/>"), ["6 tbx-unknown"]), (entry("<term>net</term>"), ["6 tbx-place"]),
      (entry("", "<term>web</term>"), ["6 tbx-repeated"]), (entry("words"), ["6 tbx-text"]),
      (entry("", code: "zh_CN"), ["6 tbx-language"]),
      (entry("", #"<descrip type="context">A net.</descrip>"#), []),
      (entry("", "<descrip>A net.</descrip>"), ["6 tbx-attribute"]),
      (entry(#"<descrip type="context">A net.</descrip>"#), ["6 tbx-category-place"]),
      (entry("", #"<descrip type="subjectField">law</descrip>"#), ["6 tbx-category-place"]),
      (entry("", #"<termNote type="partOfSpeech">noun</termNote>"#), []),
      (
        entry("", #"<termNote type="partOfSpeech">properNoun</termNote>"#),
        ["6 tbx-category-value"]
      ),
      (entry("", #"<termNote type="register">formal</termNote>"#), ["6 tbx-category"]),
      (entry("", #"<descrip type="partOfSpeech">noun</descrip>"#), ["6 tbx-category"]),
      (entry(#"<ref type="crossReference" target="c1">net</ref>"#), []),
      (entry(#"<ref type="crossReference" target="c2">web</ref>"#), ["6 tbx-target"]),
      (entry(#"<xref type="xGraphic" target="https://example.org/a.png">a</xref>"#), []),
      (entry(#"<xref type="xGraphic" target="a.png">a</xref>"#), ["6 tbx-target"]),
      (
        entry(
          """
          <transacGrp><transac type="transactionType">origination</transac><date>2026-11-30</date>\
          <transacNote type="responsibility">Wu</transacNote></transacGrp>
          """), []
      ),
      (
        entry(
          """
          <transacGrp><transac type="transactionType">origination</transac><date>2026</date>\
          </transacGrp>
          """), ["6 tbx-date"]
      ),
      (entry() + "\n" + entry(), ["7 tbx-id"]),
      (
        """
        <conceptEntry><langSec xml:lang="en"><termSec><termNote type="termType">variant</termNote>
        <term>a</term></termSec></langSec><note>late</note></conceptEntry>
        """, ["6 tbx-order", "7 tbx-order"]
      ),
      (
        """
        <conceptEntry><langSec xml:lang="en"><termSec><term>a</term></termSec>
        <termSec><term>a</term></termSec><termSec><term> </term></termSec></langSec>
        <langSec xml:lang="EN"><termSec><term>b</term></termSec></langSec></conceptEntry>
        """, ["7 tbx-term-repeated", "7 tbx-empty", "8 tbx-repeated"]
      ),
      ("<conceptEntry/>", ["6 tbx-missing"]),
      ("<conceptEntry><langSec xml:lang='en'/></conceptEntry>", ["6 tbx-missing"]),
      (
        "<conceptEntry><langSec xml:lang='en'><termSec/></langSec></conceptEntry>",
        ["6 tbx-missing"]
      ),
      ("", ["1 tbx-missing"]),
      ("<termEntry/>", ["1 tbx-missing", "6 tbx-unknown"]),
    ] as [(String, [String])])
  func rules(entries: String, expected: [String]) throws {
    #expect(try findings(tbx(entries)) == expected)
  }

  @Test(
    arguments: [
      (entry("<min:subjectField>law</min:subjectField>"), []),
      (entry("<basic:context>A net.</basic:context>"), ["6 tbx-category-place"]),
      (entry("", "<min:partOfSpeech>np</min:partOfSpeech>"), ["6 tbx-category-value"]),
      (entry("<basic:register>formal</basic:register>"), ["6 tbx-unknown"]),
    ] as [(String, [String])])
  func categoriesAsElements(entries: String, expected: [String]) throws {
    #expect(try findings(tbx(entries, style: "dct")) == expected)
  }

  @Test(arguments: [
    (#"<tbx type="TBX-Basic" xml:lang="en"/>"#, "tbx-version tbx-attribute"),
    (#"<tbx type="TBX-Basic" style="dcx" xml:lang="en"/>"#, "tbx-version"),
    (#"<martif type="TBX" xml:lang="en"/>"#, ""),
    (#"<martif/>"#, "tbx-attribute tbx-attribute"),
  ])
  func roots(text: String, rules: String) throws {
    let found = try findings(text).filter { !$0.hasSuffix("tbx-missing") }
    #expect(found.map { String($0.dropFirst(2)) }.joined(separator: " ") == rules)
  }

  @Test func everyRuleHasATest() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    for rule in Validator.rules where rule.format == "TBX" {
      #expect(source.contains("\(rule.id)"), "\(rule.id)")
    }
  }

  @Test(arguments: TBXTests.styles) func oursBreakNone(format: GlossaryFormat) throws {
    try withFolder { folder in
      let path = "\(folder)/g.tbx"
      _ = try GlossaryExport(format, tool: "bitext 0").write(fullGlossary, to: path, date: 0)
      let report = try Validator.validate(path)
      #expect(report.findings == [])
      #expect(report.items == 2)
    }
  }

  @Test(
    .needs(.samples),
    arguments: [
      ("template.tbx", "TBX-Basic of 2019", [:]),
      ("heartsome-ImportTBXTest.tbx", "TBX of 2008", ["tbx-text": 1, "tbx-missing": 1]),
      ("okapi-ibm_tbx.tbx", "TBX of 2008", ["tbx-repeated": 1]),
    ] as [(String, String, [String: Int])])
  func samples(name: String, format: String, counts: [String: Int]) throws {
    let report = try Validator.validate(try TestData.samples.path("exchange/\(name)"))
    #expect(report.format == format)
    #expect(report.counts == counts)
  }
}
