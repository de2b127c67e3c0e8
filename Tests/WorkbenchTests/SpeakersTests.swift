// Labels that face each other: listed, learned into the glossary, and asked for from then on.
import Bitext
import Testing

@testable import Workbench

@Suite struct SpeakersTests {
  private let folder: Folder
  private let bench: Bench

  init() throws {
    folder = try Folder()
    bench = try folder.bench()
    try align(
      "press", "曹淑敏：你好。\n记者：你好吗？\n曹淑敏：很好。",
      "Cao Shumin: Hello.\nCCTV: How are you?\nCao Shumin: Fine.")
  }

  private func align(_ name: String, _ source: String, _ target: String) throws {
    _ = try bench.align(
      folder.texts(source, target), as: name, facts: PairFacts(), replacing: false,
      lexicon: nil)
  }

  private func picture(_ pairs: [SpeakerPair]) -> [String] {
    pairs.map {
      "\($0.source.text) = \($0.target.text) \($0.rows) \($0.confirmed) \($0.concept ?? "-")"
    }
  }

  @Test func labelsAreListedLearnedAndTakenBack() throws {
    #expect(
      try picture(bench.speakers(of: ["press"])) == ["曹淑敏 = Cao Shumin 2 0 -", "记者 = CCTV 1 0 -"])
    #expect(try bench.learnSpeakers(of: []).isEmpty)
    for row in [1, 3] { _ = try bench.perform("confirm", on: RowSelection("press:\(row)")) }
    #expect(
      try picture(bench.learnSpeakers(of: ["press"]))
        == ["曹淑敏 = Cao Shumin 2 1 T001", "记者 = CCTV 1 1 T002"])
    #expect(
      try bench.concepts().map { "\($0.domain ?? "") \($0.terms.map(\.text))" }
        == [#"speaker ["曹淑敏", "Cao Shumin"]"#, #"speaker ["记者", "CCTV"]"#])
    #expect(try picture(bench.speakers(of: [])).allSatisfy { !$0.hasSuffix("-") })
    #expect(try bench.learnSpeakers(of: ["press"]).isEmpty)
    #expect(try bench.undo(.glossary).subject == "speakers 2 pairs learned")
    #expect(try bench.concepts().isEmpty)
  }

  @Test func anotherNameOfASpeakerJoinsItsConcept() throws {
    _ = try bench.addTerms(
      [TermText("zh=记者"), TermText("en=Reporter")], to: nil, TermFields(domain: "speaker"))
    _ = try bench.perform("confirm", on: RowSelection("press:3"))
    #expect(try picture(bench.learnSpeakers(of: ["press"])) == ["记者 = CCTV 1 1 T001"])
    #expect(try bench.concepts().map { $0.terms.map(\.text) } == [["记者", "Reporter", "CCTV"]])
  }

  /// A label that faces another name is doubted; the same word in running text is not.
  @Test func namesAreAskedForInLabelsOnly() throws {
    _ = try bench.addTerms(
      [TermText("zh=记者"), TermText("en=Reporter")], to: nil, TermFields(domain: "speaker"))
    try align("talk", "记者：你好。\n李明：记者来了。", "CCTV: Hello.\nLi Ming: The journalists are here.")
    let doubts = try bench.show(RowSelection("talk")).rows.map { row in
      row.doubts.filter { $0.kind == .term }.map(\.detail)
    }
    #expect(doubts == [["记者 in source, not Reporter"], [], [], []])
  }

  @Test func anUnknownNameIsRefused() throws {
    #expect(throws: (any Error).self) { try bench.speakers(of: ["law"]) }
  }
}
