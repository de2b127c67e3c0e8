// Two texts that have nothing to do with each other are aligned and stored, with one warning.
import Foundation
import TestData
import Testing

@Suite struct UnrelatedTests {
  private struct Report: Decodable {
    var isUnrelated: Bool
  }

  private struct View: Decodable {
    struct Row: Decodable {
      var shape: String
      var confidence: Double
    }
    var rows: [Row]
  }

  @Test(.needs(.gold), .needsLexicon)
  func oneWarningAndNoProbablePair() throws {
    let desk = try Desk(lexicon: true)
    let source = try TestData.gold.path("mac-dev/006.zh")
    let target = try TestData.gold.path("champollion/198706005.en")
    let aligned = try desk.run("bitext align '\(source)' '\(target)' --segmented --as x --json")
    let warning = """
      bitext: note: x: the two texts do not seem to be translations of each other
        fix: check that the right files were named, and in the right languages

      """
    #expect(aligned.status == 0)
    #expect(aligned.errors == warning)
    #expect(try JSONDecoder().decode(Report.self, from: Data(aligned.output.utf8)).isUnrelated)
    let rows = try desk.json(View.self, "bitext show x --json").rows
    #expect(rows.allSatisfy { $0.shape == "1-0" || $0.shape == "0-1" || $0.confidence <= 0.5 })

    let beads = try desk.run(
      "bitext align '\(source)' '\(target)' --segmented --format beads -o x.beads")
    #expect(beads.errors == warning.replacing("note: x:", with: "note: 198706005.en:"))
  }

  @Test func textsThatCannotBeJudgedAreNotDoubted() throws {
    let desk = try Desk()
    try desk.write("甲。\n乙。\n", to: "zh.txt")
    try desk.write("One.\nTwo.\n", to: "en.txt")
    let report = try desk.json(Report.self, "bitext align zh.txt en.txt --as x --json")
    #expect(!report.isUnrelated)
  }
}
