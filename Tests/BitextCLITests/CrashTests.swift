// The program is killed at random moments: the workspace opens again, holds whole document pairs
// or none, and every row whose confirmation a person saw is confirmed.
import Bitext
import Foundation
import TestData
import Testing

@Suite struct CrashTests {
  private struct Everything: Decodable {
    struct Pair: Decodable {
      var name: String
      var rows: Int
    }

    var pairs: [Pair]
  }

  @Test func killedWhileAligning() throws {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    let align = "bitext align \(press)/zh.paragraphs.txt \(press)/en.paragraphs.txt --as"
    let began = Date()
    #expect(try desk.run("\(align) whole").status == 0)
    let longest = Date().timeIntervalSince(began)
    let rows = try #require(desk.json(Everything.self, "bitext list --json").pairs.first).rows
    var moments = SeededGenerator(1)
    for number in 1...12 {
      let running = try desk.start("\(align) press\(number)")
      usleep(UInt32.random(in: 0...UInt32(longest * 1_000_000), using: &moments))
      running.kill()
      _ = running.wait()
      let listed = try desk.json(Everything.self, "bitext list --json").pairs
      #expect(listed.contains { $0.name == "whole" })
      #expect(listed.allSatisfy { $0.rows == rows })
    }
    try checkIntegrity(of: desk)
  }

  /// A new version of a text comes and is killed on its way in: the old rows are there or the new.
  @Test func killedWhileUpdating() throws {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    try desk.run("bitext align \(press)/zh.paragraphs.txt \(press)/en.paragraphs.txt --as press")
    for row in 2...9 { try desk.run("bitext edit press:\(row) confirm") }
    let old = try String(contentsOf: URL(filePath: press + "/zh.paragraphs.txt"), encoding: .utf8)
    try desk.write(old, to: "old.txt")
    try desk.write(old.replacing("140", with: "150") + "\n\n新的一段。\n", to: "new.txt")
    func rows() throws -> [Spring.Row] {
      try desk.json(Spring.self, "bitext show press --json").rows
    }
    let before = try rows()
    let began = Date()
    #expect(try desk.run("bitext update press --source new.txt").status == 0)
    let longest = Date().timeIntervalSince(began)
    let after = try rows()
    var moments = SeededGenerator(3)
    #expect(try desk.run("bitext undo press").status == 0)
    for _ in 1...10 {
      let running = try desk.start("bitext update press --source new.txt")
      usleep(UInt32.random(in: 0...UInt32(longest * 1_000_000), using: &moments))
      running.kill()
      _ = running.wait()
      let here = try rows()
      #expect(here == before || here == after)
      if here == after { try desk.run("bitext undo press") }
    }
    #expect(try rows() == before)
    try checkIntegrity(of: desk)
  }

  @Test func killedWhileReviewing() throws {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    try desk.run("bitext align \(press)/zh.txt \(press)/en.txt --segmented --as press")
    var moments = SeededGenerator(2)
    var seen = 0
    for _ in 1...8 {
      let terminal = try PseudoTerminal()
      let review = try terminal.start("bitext review press --plain", at: desk)
      _ = try terminal.screen(until: "q,?] ")
      for _ in 1...Int.random(in: 1...3, using: &moments) {
        terminal.type("y")
        _ = try terminal.screen(until: "q,?] ")
        seen += 1
      }
      terminal.type("y")
      usleep(UInt32.random(in: 0...3000, using: &moments))
      review.kill()
      _ = review.wait()
      let decided = try desk.json(Spring.self, "bitext show press --json").rows
        .prefix { $0.status != "unreviewed" }.count
      #expect(decided == seen || decided == seen + 1, "seen \(seen)")
      seen = decided
    }
    try checkIntegrity(of: desk)
  }

  /// Keys at random on the whole screen, and the program killed at a random moment, two hundred times:
  /// every change that a person saw answered is there, the state is what the log says, and undo and
  /// redo go on from it.
  @Test func killedWhileReviewingOnTheScreen() throws {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    try desk.run("bitext align \(press)/zh.txt \(press)/en.txt --segmented --as press")
    let history = try ReviewHistory(desk.folder + "/bitext.db", "press")
    var moments = SeededGenerator(3)
    for _ in 1...200 {
      let review = try ScreenReview("press", at: desk)
      for _ in 0..<Int.random(in: 0...4, using: &moments) {
        try review.press(Self.keys.randomElement(using: &moments) ?? "y")
      }
      let answered = try history.count()
      review.send(Self.keys.randomElement(using: &moments) ?? "y")
      usleep(UInt32.random(in: 0...6000, using: &moments))
      review.running.kill()
      _ = review.running.wait()
      let kept = try history.count()
      #expect(kept == answered || kept == answered + 1)
      try history.check()
    }
    #expect(try history.count() > 100)
    for command in ["undo press", "undo press", "redo press"] {
      #expect(try desk.run("bitext \(command)").status == 0)
    }
    try history.check()
    try checkIntegrity(of: desk)
  }

  /// Keys of one character that need no answer.
  private static let keys = [
    "y", "y", "y", "m", "S", "J", "K", "o", "f", "r", "j", "k", "h", "z", "Z",
  ]

  private func checkIntegrity(of desk: Desk) throws {
    for name in try desk.json(Everything.self, "bitext list --json").pairs.map(\.name) {
      #expect(try desk.run("bitext show \(name)").status == 0)
      #expect(try desk.run("bitext undo \(name) && bitext redo \(name)").status == 0)
    }
  }
}
