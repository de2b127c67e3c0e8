// The same input gives the same output, byte for byte.
import Foundation
import TestData
import Testing

@Suite struct SameBytesTests {
  private static let press = TestData.repository("corpora/press-conference")

  private static let commands = [
    "cat bitext.db", "bitext show press --json", "bitext status press", "bitext log",
    "bitext export tmx press -o -", "bitext term export",
    "bitext align \(press)/zh.txt \(press)/en.txt --segmented --format beads -o -",
  ]

  @Test func twiceTheSame() throws {
    let desks = [try Desk(), try Desk()]
    for desk in desks {
      try desk.run(
        "bitext align \(Self.press)/zh.paragraphs.txt \(Self.press)/en.paragraphs.txt --as press")
      try desk.run("bitext term import \(TestData.repository("glossary/terms.tsv"))")
      try desk.run("printf 'y\\nm\\nz\\nn\\ny\\n' | bitext review press --worst-first")
    }
    for command in Self.commands {
      let outputs = try desks.map { try $0.run("\(command) | od -c").output }
      #expect(outputs[0].count > 100, "\(command)")
      #expect(outputs[0] == outputs[1], "\(command)")
    }
  }

  @Test func onlyTheOwnerReadsTheWorkspace() throws {
    let desk = try Desk()
    try desk.run("umask 0; bitext term add zh=春天 en=spring")
    let mode = try FileManager.default.attributesOfItem(atPath: desk.folder + "/bitext.db")
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }
}
