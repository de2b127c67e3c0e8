// Each rule of TMX with what breaks it, its line, and what putting it right gives.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct ValidatorTests {
  private func findings(_ text: String, _ profile: String? = nil) throws -> [String] {
    try withFolder { folder in
      let path = "\(folder)/in.tmx"
      try Data(text.utf8).write(to: URL(filePath: path))
      let report = try Validator.validate(path, profile: profile.flatMap { TMXProfile(named: $0) })
      #expect(report.total == report.findings.count)
      return report.findings.map { "\($0.line) \($0.rule)" }
    }
  }

  private static let good = tu(("en", "a"), ("fr", "b"))

  @Test(arguments: [
    (good, []), (tu(("en", "a")), ["5 one-variant"]),
    (tu(("en", ""), ("fr", "b")), ["5 empty-segment"]),
    (tu(("de", "a"), ("fr", "b")), ["5 source-missing"]),
    (tu(("en", "a"), ("fr_FR", "b")), ["5 language-code"]),
    (tu(("en", "a"), ("French", "b")), ["5 language-code"]),
    (tu(("en", "a"), ("fr", "b"), attributes: #" creationdate="2026""#), ["5 date"]),
    (tu(("en", "a"), ("fr", "b"), attributes: #" usagecount="many""#), ["5 number"]),
    (tu(("en", "a"), ("fr", "b"), attributes: #" color="red""#), ["5 attribute-unknown"]),
    (tu(("en", "a"), ("fr", "b"), attributes: #" segtype="word""#), ["5 attribute-value"]),
    (
      tu(("en", "a"), ("fr", "b"), attributes: #" tuid="1""#) + "\n"
        + tu(("en", "a"), ("fr", "b"), attributes: #" tuid="1""#), ["6 tuid-repeated"]
    ),
    (tu(("en", "a"), ("fr", "b"), inside: "<prop>x</prop>"), ["5 attribute-missing"]),
    (tu(("en", "a"), ("fr", "b"), inside: "text"), ["5 text-place"]),
    (tu(("en", "a"), ("fr", "b"), inside: "<extra/>"), ["5 element-unknown"]),
    (tu(("en", "a"), ("fr", "b"), inside: "<seg/>"), ["5 element-place", "5 empty-segment"]),
    ("<tu/>", ["5 element-missing"]),
    ("<tu><tuv xml:lang='en'/></tu>", ["5 element-missing", "5 one-variant"]),
    (
      "<tu><tuv xml:lang='en'><seg>a</seg></tuv><prop type='x'>v</prop><tuv xml:lang='fr'><seg>b</seg></tuv></tu>",
      ["5 element-order"]
    ),
    (
      "<tu><tuv lang='en'><seg>a</seg></tuv><tuv xml:lang='fr'><seg>b</seg></tuv></tu>",
      ["5 lang-attribute"]
    ),
    (tu(("en", "<bpt i='1'/>a"), ("fr", "b")), ["5 code-pair"]),
    (tu(("en", "<ept i='1'/>a<bpt i='1'/>"), ("fr", "b")), ["5 code-pair"]),
    (tu(("en", "<bpt i='1'/><bpt i='1'/>a<ept i='1'/>"), ("fr", "b")), ["5 code-repeated"]),
    (tu(("en", "<bpt/>a"), ("fr", "b")), ["5 attribute-missing"]),
    (tu(("en", "<ph x='a'/>"), ("fr", "<ph x='a'/>")), ["5 number", "5 number"]),
    (tu(("en", "<ph x='1'/>a"), ("fr", "b")), ["5 code-match"]),
    (tu(("en", "<ut>x</ut>a"), ("fr", "b")), ["5 ut"]),
    (tu(("en", "<g id='1'>a</g>"), ("fr", "b")), ["5 element-unknown"]),
    (tu(("en", "<it pos='both'>a</it>"), ("fr", "b")), ["5 attribute-value"]),
    (tu(("en", "a\u{8}"), ("fr", "b")), ["1 xml-character"]),
    (tu(("en", "a&nbsp;"), ("fr", "b")), ["1 xml-entity"]),
    ("<tu><tuv></tu>", ["5 attribute-missing", "5 xml-malformed"]),
  ])
  func rule(units: String, expected: [String]) throws {
    #expect(try findings(tmx(units)).sorted() == expected.sorted())
  }

  @Test(arguments: [
    (tmx(good, version: ""), ["2 version"]),
    (tmx(good, version: #" version="1.4b""#), ["2 version"]),
    (tmx(good, srclang: "*all*"), []),
    ("<tmx version='1.4'>\n<body></body></tmx>", ["1 element-missing"]),
    (
      "<tmx version='1.1'><header creationtool='t' creationtoolversion='1' segtype='sentence' o-tmf='t' adminlang='en' srclang='en' datatype='x'/><body><tu><tuv lang='en'><seg>a</seg></tuv><tuv lang='fr'><seg>b</seg></tuv></tu></body></tmx>",
      []
    ),
    (
      "<tmx version='1.4'>\n<header/>\n<header/><body/></tmx>",
      Array(repeating: "2 attribute-missing", count: 7)
        + Array(repeating: "3 attribute-missing", count: 7) + ["3 element-repeated"]
    ),
  ])
  func wholeFile(file: String, expected: [String]) throws {
    #expect(try findings(file).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("trados", tu(("en-US", "a"), ("fr-FR", "b")), []),
    (
      "trados", tu(("en-US", "a"), ("fr-FR", String(repeating: "好", count: 2001))),
      ["5 importer-skips"]
    ),
    ("trados", tu(("en", "a"), ("fr-FR", "b")), ["5 importer-warns"]),
    (
      "trados", tu(("en-US", "a"), ("fr-FR", "b")) + "\n" + tu(("en-US", "a"), ("de-DE", "b")),
      ["6 importer-skips"]
    ),
    (
      "trados", tu(("en-US", "a"), ("fr-FR", "b"), inside: "<prop type='client'>c</prop>"),
      ["5 importer-warns"]
    ),
    (
      "phrase", tu(("en", "a"), ("fr", "b")) + "\n" + tu(("en", "a"), ("fr", "c")),
      ["6 importer-skips"]
    ),
    ("omegat", tu(("en", "a"), ("fr", "b")), []),
  ])
  func whatAnImporterSkips(profile: String, units: String, expected: [String]) throws {
    #expect(try findings(tmx(units), profile) == expected)
  }

  @Test func everyRuleHasATest() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    for rule in Validator.rules where rule.format == "TMX" || rule.format == "XML" {
      #expect(source.contains(" \(rule.id)\""), "\(rule.id)")
    }
  }

  /// What stands in an encoding of the header is kept as it is, so that nothing in it is put right.
  @Test func whatIsKeptIsNotFixable() throws {
    let file = tmx(Self.good).replacing(
      "datatype=\"plaintext\"/>",
      with: "datatype=\"plaintext\"><ude name='u' ease='1'><map unicode='#xF8FF'/></ude></header>")
    try withFolder { folder in
      let path = "\(folder)/in.tmx"
      try Data(file.utf8).write(to: URL(filePath: path))
      let findings = try Validator.validate(path).findings
      #expect(findings.map(\.rule) == ["attribute-unknown"])
      #expect(findings.map(\.isFixable) == [false])
    }
  }

  @Test func whatIsNoFormatOfOurs() throws {
    let error = try #require(throws: ExchangeError.self) { try findings("<html/>") }
    #expect(error.problem == "is in no format that can be validated: its root is <html>")
  }

  /// What is fixable is gone after --fix, and the units are the same.
  @Test func fixing() throws {
    let broken = tmx(
      """
      <tu tuid='1' creationdate='2026-01-31T12:00:00Z' color='red' usagecount='x'>words
      <tuv lang='en_us'><seg>a\u{8}&nbsp;<bpt i='1'/>b<ept i='1'/></seg></tuv>
      <prop type='p'>late</prop><tuv xml:lang='French'><prop type='q'>v</prop><seg>c</seg></tuv>
      </tu><tu><tuv xml:lang='en-US'><seg>one</seg></tuv></tu>
      """, srclang: "en_us", version: #" version="1.4b""#)
    try withFolder { folder in
      let (path, fixed) = ("\(folder)/in.tmx", "\(folder)/out.tmx")
      try Data(broken.utf8).write(to: URL(filePath: path))
      #expect(try Validator.validate(path).findings.contains { $0.isFixable })
      let receipt = try TMXRepair.write(path, to: fixed, toolVersion: "1", date: 0)
      #expect(receipt.units == 2)
      let report = try Validator.validate(fixed)
      #expect(report.findings.map(\.rule) == ["one-variant"])
      #expect(
        try read(fixed).contains(
          """
              <tu tuid="1" creationdate="20260131T120000Z">
                <prop type="p">late</prop>
                <tuv xml:lang="en-US"><seg>a\u{A0}<bpt i="1"/>b<ept i="1"/></seg></tuv>
                <tuv xml:lang="fr"><prop type="q">v</prop><seg>c</seg></tuv>
              </tu>
          """))
    }
  }

  @Test(
    .needs(.samples),
    arguments: [
      ("ck-ImportTest1L.tmx", [:]), ("ck-ImportTest2C.tmx", [:]),
      ("heartsome-ImportTMXTest.tmx", [:]),
      ("okapi-html_test.tmx", ["attribute-unknown": 1, "attribute-missing": 1]),
      ("omegat-invalid.tmx", ["code-pair": 2, "code-repeated": 2]),
      ("otter-error_srclang_mismatch.tmx", ["source-missing": 1]),
      ("otter-error_multiple_headers.tmx", ["element-repeated": 1]),
      ("otter-error_missing_tmx_version.tmx", ["version": 1]),
      ("otter-error_missing_bpt_i.tmx", ["attribute-missing": 1, "code-pair": 1]),
      ("otter-error_duplicate_bpt_i.tmx", ["code-pair": 1, "code-repeated": 1]),
      ("omegat-test-omegat.tmx", [:]), ("template.tmx", [:]),
    ] as [(String, [String: Int])])
  func samples(name: String, counts: [String: Int]) throws {
    #expect(try Validator.validate(try TestData.samples.path("exchange/\(name)")).counts == counts)
  }
}
