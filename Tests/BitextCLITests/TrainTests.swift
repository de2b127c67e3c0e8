// `bitext train` learns weights that `bitext align` takes, measures them on texts they were not
// learned from, and gives the same bytes on one core and on all.
import Foundation
import TestData
import Testing

@Suite struct TrainTests {
  private struct Report: Decodable {
    struct Line: Decodable {
      struct Figures: Decodable {
        var f1: Double
        var gold: Int
      }
      var name: String
      var strict: Figures
    }
    var beads: Int
    var documents: [Line]
    var pooled: [Line]
  }

  /// The founding text by segments in `fine`, and by paragraphs in `coarse`.
  private static func desk() throws -> Desk {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    for (name, ending, gold) in [("fine", "", "segments"), ("coarse", ".paragraphs", "paragraphs")]
    {
      try desk.run(
        """
        mkdir \(name) && cp \(press)/\(gold).gold \(name)/press.gold
        grep . \(press)/zh\(ending).txt > \(name)/press.zh
        grep . \(press)/en\(ending).txt > \(name)/press.en
        """)
    }
    return desk
  }

  @Test func theSameBytesOnOneCoreAndOnAll() throws {
    let desk = try Self.desk()
    let report = try desk.json(Report.self, "bitext train */press.gold -o weights.json --json")
    #expect(report.beads == 43 + 17)
    #expect(report.documents.map(\.name) == ["coarse/press", "fine/press"])
    #expect(report.documents.map(\.strict.gold) == [17, 43])
    // The segments are learned from seventeen beads of paragraphs.
    #expect(report.documents[0].strict.f1 > 0.8 && report.documents[1].strict.f1 > 0.3)
    #expect(report.pooled.map(\.name) == ["all"])
    #expect(try desk.run("taskset -c 0 bitext train */press.gold -o alone.json").status == 0)
    #expect(try desk.bytes("weights.json") == desk.bytes("alone.json"))
    #expect(
      try desk.read("weights.json").contains(
        "\"made\" : \"bitext train: 60 gold beads of coarse/press, fine/press\""))
  }

  @Test func weightsAreTried() throws {
    let desk = try Self.desk()
    let align = "bitext align fine/press.zh fine/press.en --segmented --format beads"
    let trained = try desk.run("bitext train fine/press.gold -o weights.json")
    #expect(trained.output.contains("nothing is left to measure them on"))
    try desk.run("\(align) -o built-in.beads")
    #expect(try desk.run("\(align) --weights weights.json -o own.beads").status == 0)
    #expect(try desk.bytes("own.beads") != desk.bytes("built-in.beads"))
    try desk.write("{}", to: "weights.json")
    try Session(
      """
      $ bitext align fine/press.zh fine/press.en --weights weights.json
      bitext: weights.json: does not hold the weights of this version
        fix: make it with `bitext train GOLD… -o weights.json`, or leave --weights out
      [3]
      """
    ).check(at: desk)
  }

  @Test func aFolderIsHeldOutWhole() throws {
    let desk = try Self.desk()
    try desk.run("cp fine/press.gold fine/again.gold && cp fine/press.zh fine/again.zh")
    try desk.run("cp fine/press.en fine/again.en")
    let apart = try desk.json(Report.self, "bitext train */*.gold -o a.json --json")
    let together = try desk.json(
      Report.self, "bitext train */*.gold --hold-out fine -o b.json --json")
    #expect(try desk.bytes("a.json") == desk.bytes("b.json"))
    #expect(together.pooled.map(\.name) == ["fine", "all"])
    // Learned with its double beside it, a text is aligned better than without.
    #expect(apart.documents[1].strict.f1 > together.documents[1].strict.f1)
  }

  @Test(arguments: [
    ("bitext train fine/press.zh -o w", 2, "fine/press.zh: does not end in .gold"),
    ("bitext train fine/press.gold fine/../fine/press.gold -o w", 2, "press.gold: is given twice"),
    ("bitext train none.gold -o w", 3, "none.gold: no such file"),
    ("cp fine/press.gold x.gold; bitext train x.gold -o w", 3, "x.zh: no such file"),
    ("bitext train fine/press.gold --hold-out mag -o w", 2, "mag: no gold file given is in this"),
    ("bitext train fine/press.gold -o none/w", 6, "none/w: there is no folder 'none'"),
    (
      "echo '[60]:[2]' >> fine/press.gold; bitext train fine/press.gold -o w", 3,
      "fine/press.gold:44: there is no source segment 60: the text has 46, from 0"
    ),
  ])
  func faults(command: String, status: Int32, words: String) throws {
    let desk = try Self.desk()
    let result = try desk.run(command)
    #expect(result.status == status)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/w"))
  }
}
