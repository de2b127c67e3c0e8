// The program is killed at random moments: the workspace opens again, holds whole document pairs
// or none, and every row whose confirmation a person saw is confirmed.
import Foundation
import TestData
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014): the same moments each time.
private struct Moments: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct CrashTests {
  private struct Listed: Decodable {
    var name: String
    var rows: Int
  }

  @Test func killedWhileAligning() throws {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    let align = "bitext align \(press)/zh.paragraphs.txt \(press)/en.paragraphs.txt --as"
    let began = Date()
    #expect(try desk.run("\(align) whole").status == 0)
    let longest = Date().timeIntervalSince(began)
    let rows = try #require(desk.json([Listed].self, "bitext list --json").first).rows
    var moments = Moments(state: 1)
    for number in 1...12 {
      let running = try desk.start("\(align) press\(number)")
      usleep(UInt32.random(in: 0...UInt32(longest * 1_000_000), using: &moments))
      running.kill()
      _ = running.wait()
      let listed = try desk.json([Listed].self, "bitext list --json")
      #expect(listed.contains { $0.name == "whole" })
      #expect(listed.allSatisfy { $0.rows == rows })
    }
    try checkIntegrity(of: desk)
  }

  @Test func killedWhileReviewing() throws {
    let desk = try Desk()
    let press = TestData.repository("corpora/press-conference")
    try desk.run("bitext align \(press)/zh.txt \(press)/en.txt --segmented --as press")
    var moments = Moments(state: 2)
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

  private func checkIntegrity(of desk: Desk) throws {
    for name in try desk.json([Listed].self, "bitext list --json").map(\.name) {
      #expect(try desk.run("bitext show \(name)").status == 0)
      #expect(try desk.run("bitext undo \(name) && bitext redo \(name)").status == 0)
    }
  }
}
