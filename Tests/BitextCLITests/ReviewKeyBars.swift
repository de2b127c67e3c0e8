// How many keys a review takes: the aligner's ladder is brought to the gold one in the real program,
// each row confirmed by a key of its own, and the keys are counted.
import Bitext
import Foundation
import TestData
import Testing

@testable import Workbench

@Suite struct ReviewKeyBars {
  private struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var source: String
    var target: String
    var gold: String
    var testDescription: String { name }
  }

  private static var founding: Case {
    let folder = TestData.repository("corpora/press-conference")
    return Case(
      name: "press", source: "\(folder)/zh.txt", target: "\(folder)/en.txt",
      gold: "\(folder)/segments.gold")
  }

  private static func novel() throws -> Case {
    let path = try TestData.gold.path("mac-dev/001")
    return Case(
      name: "novel", source: "\(path).zh", target: "\(path).en", gold: "\(path).gold")
  }

  @Test(.needsLexicon) func theFoundingText() throws { try measure(Self.founding) }
  @Test(.needsLexicon, .needs(.gold)) func aNovel() throws { try measure(Self.novel()) }
  @Test(.needsLexicon) func theFoundingTextDoubtfulFirst() throws {
    try measureDoubtful(Self.founding)
  }
  @Test(.needsLexicon, .needs(.gold)) func aNovelDoubtfulFirst() throws {
    try measureDoubtful(Self.novel())
  }

  /// At most 1.3 keys a row and 4 a wrong bead, every row confirmed singly.
  private func measure(_ text: Case) throws {
    let desk = try align(text)
    var plan = try GoldPlan(desk.folder, text.name, gold: text.gold)
    let wrong = plan.wrongBeads
    let keys = try plan.keysConfirmingEachRow()
    try replay(keys, text.name, at: desk)
    let rows = try desk.json(Spring.self, "bitext show \(text.name) --json").rows
    #expect(rows.map(\.shape) == plan.gold.map(\.description))
    #expect(rows.allSatisfy { ["confirmed", "omitted", "added"].contains($0.status) })
    let bar = 1.3 * Double(rows.count) + 4 * Double(wrong)
    #expect(Double(keys.count) <= bar)
    print(
      "keys: \(text.name): \(keys.count) for \(rows.count) rows, \(wrong) beads wrong; "
        + "allowed \(Int(bar))")
  }

  /// The doubtful rows looked at and mended, the rest accepted: how many keys, how many errors left.
  private func measureDoubtful(_ text: Case) throws {
    let desk = try align(text)
    var plan = try GoldPlan(desk.folder, text.name, gold: text.gold)
    let wrong = plan.wrongBeads
    let keys = try plan.keysDoubtfulFirst()
    try replay(keys, text.name, at: desk)
    let rows = try desk.json(Spring.self, "bitext show \(text.name) --json").rows
    #expect(rows.allSatisfy { $0.status != "unreviewed" || plan.isWrongOrUnsure($0.row - 1) })
    let accepted = rows.count { $0.status == "accepted" }
    #expect(plan.wrongBeads <= wrong / 2)
    print(
      "keys, doubtful first: \(text.name): \(keys.count) for \(rows.count) rows, \(wrong) beads "
        + "wrong; \(accepted) accepted, \(plan.wrongBeads) beads wrong still")
  }

  private func align(_ text: Case) throws -> Desk {
    let desk = try Desk(lexicon: true)
    let aligned = try desk.run(
      "bitext align '\(text.source)' '\(text.target)' --segmented --encoder none --as \(text.name)")
    try #require(aligned.status == 0, "\(aligned.errors)")
    return desk
  }

  private func replay(_ keys: [String], _ name: String, at desk: Desk) throws {
    let review = try ScreenReview(name, at: desk, columns: 120, rows: 40, options: "--encoder none")
    for key in keys { try review.press(key) }
    #expect(try review.quit().status == 0)
  }
}
