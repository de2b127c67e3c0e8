// What breaks the rules of XLIFF and SRX: a file, and the findings by line.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct FormatValidationTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var findings: String
    var testDescription: String { name }
  }

  static func xliff(
    _ body: String, version: String = "1.2", target: String = " target-language=\"zh-CN\""
  )
    -> String
  {
    """
    <xliff version="\(version)" xmlns="urn:oasis:names:tc:xliff:document:1.2">
    <file original="a" source-language="en"\(target) datatype="plaintext"><body>
    \(body)
    </body></file></xliff>
    """
  }

  static func second(_ body: String, root: String = " srcLang=\"en\" trgLang=\"zh-CN\"") -> String {
    """
    <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"\(root)><file id="f">
    \(body)
    </file></xliff>
    """
  }

  static let cases: [Case] = [
    Case(
      name: "sound",
      text: xliff(
        "<trans-unit id=\"1\"><source>a<bpt id=\"1\">b</bpt>c<ept id=\"1\">d</ept></source>"
          + "<target state=\"final\">甲</target><alt-trans><target>x</target></alt-trans></trans-unit>"
      ),
      findings: ""),
    Case(
      name: "version",
      text: xliff("<trans-unit id=\"1\"><source>a</source></trans-unit>", version: "1.5"),
      findings: "1 xliff-version: there is no version '1.5'"),
    Case(
      name: "units",
      text: xliff(
        """
        <trans-unit id="1"><target>b</target><source>a</source></trans-unit>
        <trans-unit id="1"><target state="done">b</target></trans-unit>
        <trans-unit approved="maybe"><source>a</source><source>b</source></trans-unit>
        <trans-unit id="4"><source>a<g>b</g></source><target>甲<x id="9"/></target></trans-unit>
        <trans-unit id="5"><source>a<bpt id="1">b</bpt></source><target>甲<ept id="2">x</ept></target></trans-unit>
        <source>lost</source>
        """),
      findings: """
        3 xliff-order: the source stands behind its target
        4 xliff-id: a unit of this file before it has the id '1'
        4 xliff-value: state is 'done'
        4 xliff-missing: the trans-unit has no source
        5 xliff-attribute: <trans-unit> has no id
        5 xliff-value: approved is 'maybe'
        5 xliff-repeated: a second <source>
        6 xliff-attribute: <g> has no id
        6 xliff-code-match: the target has a code '9', which the source does not have
        7 xliff-code-pair: '1' begins in the source and does not end
        7 xliff-code-pair: <ept> '2' ends what did not begin
        8 xliff-place: <source> stands in <body>
        """),
    Case(
      name: "languages",
      text: xliff(
        "<trans-unit id=\"1\"><source>a</source><target>b</target></trans-unit>", target: ""
      )
      .replacing("\"en\"", with: "\"english text\""),
      findings: """
        2 xliff-language: source-language 'english text' is no tag of a language
        3 xliff-target-language: there is a target, and no target-language
        """),
    Case(name: "nothing", text: xliff(""), findings: "1 xliff-missing: the file has no unit"),
    Case(
      name: "sound 2",
      text: second(
        "<unit id=\"u\"><originalData><data id=\"d\">b</data></originalData><segment state=\"final\"><source>"
          + "<sc id=\"1\" dataRef=\"d\"/>a</source><target><sc id=\"1\"/>甲</target></segment>"
          + "<segment><source>b<ec startRef=\"1\"/></source></segment></unit>"), findings: ""),
    Case(
      name: "broken 2",
      text: second(
        """
        <unit id="u"><segment state="done"><source>a<ph id="1" dataRef="d"/></source></segment></unit>
        <unit id="u"><segment><source>a<ec startRef="7"/></source><target>b</target></segment></unit>
        <unit id="v"/>
        """, root: " srcLang=\"en\""),
      findings: """
        2 xliff-value: state is 'done'
        2 xliff-data: dataRef names 'd', which the unit does not have
        3 xliff-id: a unit of this file before it has the id 'u'
        3 xliff-code-pair: <ec> ends '7', which did not begin
        3 xliff-target-language: there is a target, and no trgLang
        4 xliff-missing: the unit has no segment
        """),
    Case(
      name: "sound SRX",
      text: """
        <srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="no"/>
        <body><languagerules><languagerule languagerulename="en"><rule break="no"><beforebreak>Mr\\.</beforebreak>
        <afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules>
        <languagemap languagepattern="EN.*" languagerulename="en"/></maprules></body></srx>
        """, findings: ""),
    Case(
      name: "broken SRX",
      text: """
        <srx version="3"><header cascade="perhaps"/><body><languagerules>
        <languagerule><rule break="maybe"><beforebreak>(</beforebreak></rule>
        <rule/></languagerule></languagerules><maprules>
        <languagemap languagepattern="[" languagerulename="fr"/></maprules></body></srx>
        """,
      findings: """
        1 srx-version: there is no version '3'
        1 srx-attribute: <header> has no segmentsubflows
        1 srx-value: cascade is 'perhaps'
        2 srx-attribute: <languagerule> has no languagerulename
        2 srx-value: break is 'maybe'
        2 srx-pattern: '(' is no regular expression: U_REGEX_MISMATCHED_PAREN
        3 srx-empty: the rule has no pattern, and would break everywhere
        4 srx-pattern: '[' is no regular expression: U_REGEX_MISSING_CLOSE_BRACKET
        4 srx-rules: there are no rules called 'fr'
        """),
  ]

  @Test(arguments: cases)
  func findings(file: Case) throws {
    let report = try withFolder { folder in
      try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/a"))
      return try Validator.validate("\(folder)/a")
    }
    #expect(
      report.findings.map { "\($0.line) \($0.rule): \($0.reason)" }.joined(separator: "\n")
        == file.findings)
  }

  /// What we write breaks none of the rules.
  @Test(arguments: [Format.xliff, .xliff2])
  func ourOwnFilesAreValid(format: Format) throws {
    try withFolder { folder in
      try write(Array(OtherProgramsTests.units.dropFirst()), as: format, to: "\(folder)/a")
      #expect(try Validator.validate("\(folder)/a").findings.isEmpty)
    }
  }
}
