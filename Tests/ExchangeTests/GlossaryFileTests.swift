// Glossaries in every format: recognised by what they hold, there and back, losses named.
import Bitext
import Foundation
import Testing

@testable import Exchange

@Suite struct GlossaryFileTests {
  @Test(arguments: GlossaryFormat.allCases) func everyFormatComesBack(format: GlossaryFormat) throws
  {
    try withFolder { folder in
      let path = "\(folder)/glossary"
      var export = GlossaryExport(format, tool: "b")
      export.rows = .terms
      let receipt = try export.write(fullGlossary, to: path, date: 0)
      #expect(receipt.isReadBack)
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      let reading = try GlossaryReading(bytes, name: "glossary")
      let isTBX = [.tbx, .tbxDCT, .tbx2].contains(format)
      #expect(reading.format == (isTBX ? .tbx : format))
      if format == .omegat {
        #expect(receipt.losses.contains { $0.hasPrefix("the ids of") })
        #expect(
          receipt.losses.contains(
            "all of T200 'cyber court', T200 'web court', T200 'internet tribunal'"))
      } else if !isTBX {
        #expect(receipt.losses == [])
        #expect(reading.concepts == fullGlossary)
      }
    }
  }

  @Test func theRowsOfOmegaT() {
    let text = OmegaTGlossary.text(of: fullGlossary, from: .zh, into: .en)
    #expect(
      text == """
        网络普法	legal education in cyberspace	To teach the public what the law says.; one idea, two wordings
        普法	law popularization	in the names of institutions; To teach the public what the law says.; one idea, two wordings; admitted
        互联网法院	internet court	not cyber court (deprecated); not web court (superseded); not internet tribunal (forbidden)
        網際網路法院	internet court	not cyber court (deprecated); not web court (superseded); not internet tribunal (forbidden)

        """)
  }

  /// A source term has one row, or Weblate would keep the last one only.
  @Test func theRowsOfWeblate() throws {
    let concept = Concept(
      id: "T1",
      terms: [
        Term(language: .zh, text: "法治"), Term(language: .en, text: "law-based", status: .admitted),
        Term(language: .en, text: "rule of law"),
        Term(language: .en, text: "rule by law", status: .forbidden),
      ])
    try withFolder { folder in
      var export = GlossaryExport(.csv, tool: "b")
      export.rows = .weblate
      let receipt = try export.write([concept], to: "\(folder)/g.csv", date: 0)
      let text = try String(contentsOfFile: "\(folder)/g.csv", encoding: .utf8)
      #expect(
        text.split(whereSeparator: \.isNewline).map { $0.filter { $0 != "\"" && $0 != "\u{FEFF}" } }
          == [
            "source,target,translator_comments",
            "法治,rule of law,not rule by law (forbidden); also law-based",
          ])
      #expect(receipt.losses.contains { $0.contains("law-based") })
    }
  }

  /// What Weblate hands out again has columns of its own.
  @Test func aTableDownloadedFromWeblate() throws {
    let text = """
      location,source,target,id,fuzzy,context,translator_comments,developer_comments
      a.c:1,法治,rule of law,,True,法治社会,not rule by law,the state of things

      """
    let reading = try GlossaryReading(Array(text.utf8), name: "g.csv")
    let concept = try #require(reading.concepts.first)
    #expect(concept.id == "" && concept.definition == "the state of things")
    #expect(concept.terms.map(\.text) == ["法治", "rule of law"])
    #expect(concept.terms[1].note == "not rule by law")
    #expect(reading.remarks == ["g.csv:1: not kept: location, fuzzy"])
  }

  @Test func pairsOfATableNameTheirLosses() throws {
    try withFolder { folder in
      let receipt = try GlossaryExport(.csv, tool: "b").write(
        fullGlossary, to: "\(folder)/g.csv", date: 0)
      #expect(receipt.losses == [])
      #expect(receipt.description.contains("read back and compared"))
    }
  }

  @Test func aFormulaIsNoFormula() throws {
    let concepts = [
      Concept(
        id: "=1+1",
        terms: [Term(language: .zh, text: "@甲"), Term(language: .en, text: "-a, \"b\"")])
    ]
    try withFolder { folder in
      let path = "\(folder)/g.csv"
      let receipt = try GlossaryExport(.csv, tool: "b").write(concepts, to: path, date: 0)
      #expect(receipt.losses == [])
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("'=1+1") && text.contains("'@甲"))
    }
  }

  @Test func anExportThatFailsLeavesTheOldFile() throws {
    try withFolder { folder in
      let path = "\(folder)/none/g.tbx"
      let error = #expect(throws: ExchangeError.self) {
        try GlossaryExport(.tbx, tool: "b").write(fullGlossary, to: path, date: 0)
      }
      #expect(error?.problem.contains("there is no folder") == true)
    }
  }
}
