// The whole way once: the founding text from two files to a reviewed translation memory.
import Foundation
import TestData
import Testing

@Suite struct JourneyTests {
  private struct Receipt: Decodable {
    var units: Int
    var unseen: Int
    var sha256: String
  }
  private struct Figures: Decodable {
    var rows: Int
    var decided: Int
    var doubtful: Int
  }
  private struct Event: Decodable {
    var author: String
    var action: String
  }

  @Test func withoutALexicon() throws {
    let desk = try Desk()
    let aligned = try align(at: desk)
    #expect(aligned.errors.contains("there is no lexicon, so texts align less well\n  fix: "))
    try goOn(at: desk)
  }

  @Test(.needsLexicon)
  func withTheLexicon() throws {
    let desk = try Desk(lexicon: true)
    #expect(try align(at: desk).errors == "")
    try goOn(at: desk)
  }

  private func align(at desk: Desk) throws -> Desk.Result {
    let press = TestData.repository("corpora/press-conference")
    let aligned = try desk.run(
      "bitext align \(press)/zh.paragraphs.txt \(press)/en.paragraphs.txt --as press --client SCIO")
    #expect(aligned.status == 0)
    #expect(aligned.output.hasPrefix("press: zh-Hans → en, "))
    return aligned
  }

  private func goOn(at desk: Desk) throws {
    try lookUp(at: desk)
    try review(at: desk)
    try undoAndRedo(at: desk)
    try export(at: desk)
    try renameAndRemove(at: desk)
    let events = try desk.json([Event].self, "bitext log --json")
    #expect(events.allSatisfy { $0.author == "ann" })
    #expect(events.first?.action == "align" && events.last?.action == "undo")
  }

  private func lookUp(at desk: Desk) throws {
    let table = TestData.repository("glossary/terms.tsv")
    #expect(
      try desk.run("bitext term import \(table)").output
        == "74 concepts: 74 added, 0 updated, 0 unchanged\n")
    for text in ["依法治网", "依法治網", "rule by law of the internet", "Law-Based Cyberspace Governance"] {
      let found = try desk.run("bitext term find '\(text)'")
      #expect(found.status == 0)
      #expect(found.output.contains("en  law-based cyberspace governance  preferred"))
      #expect(found.output.contains("en  rule by law of the internet      forbidden"))
    }
    #expect(try desk.run("bitext term find 依法治网").output.contains("\n  press:"))
    #expect(try desk.run("bitext term find 量子纠缠").status == 1)
  }

  private func review(at desk: Desk) throws {
    let before = try desk.json(Figures.self, "bitext status press --json")
    let review = try desk.run("yes y | head -300 | bitext review press --doubtful")
    #expect(review.status == 0)
    #expect(review.output.contains("\nno row is left to look at\n"))
    let after = try desk.json(Figures.self, "bitext status press --json")
    #expect(before.doubtful > 0 && after.doubtful == 0)
    #expect(after.decided == before.doubtful && after.rows == before.rows)
    #expect(try desk.run("bitext review press --doubtful").output.contains("\ndone: nothing\n"))
  }

  private func undoAndRedo(at desk: Desk) throws {
    let states = try ["edit press:3 reject", "undo press", "redo press", "undo press"].map {
      #expect(try desk.run("bitext \($0)").status == 0)
      return try desk.picture("press")
    }
    #expect(states[0] == states[2] && states[1] == states[3] && states[0] != states[1])
  }

  private func export(at desk: Desk) throws {
    let all = try desk.json(Receipt.self, "bitext export tmx press -o all.tmx --json")
    let seen = try desk.json(
      Receipt.self, "bitext export tmx press -o seen.tmx --status confirmed --json")
    #expect(seen.unseen == 0 && all.units - all.unseen == seen.units)
    for (file, receipt) in [("all.tmx", all), ("seen.tmx", seen)] {
      #expect(try desk.read(file).components(separatedBy: "<tu ").count - 1 == receipt.units)
      #expect(try desk.run("sha256sum < \(file)").output.hasPrefix(receipt.sha256))
    }
  }

  private func renameAndRemove(at desk: Desk) throws {
    try Session(
      """
      $ bitext rename press 发布会
      press is now 发布会
      $ bitext show press
      bitext: press: there is no document pair of this name
        fix: the workspace has 发布会
      [3]
      $ bitext remove 发布会
      removed 发布会
      $ bitext undo 发布会
      发布会: took back 'remove 发布会'
      """
    ).check(at: desk)
  }
}
