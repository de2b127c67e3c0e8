// The same input gives the same output, byte for byte.
import Foundation
import TestData
import Testing

@Suite struct SameBytesTests {
  private static let press = TestData.repository("corpora/press-conference")

  @Test(arguments: [
    "cat bitext.db", "bitext show press --json", "bitext status press", "bitext log",
    "bitext export tmx press -o -", "bitext term export",
    "bitext align \(press)/zh.txt \(press)/en.txt --segmented --format beads -o -",
  ])
  func twiceTheSame(command: String) throws {
    let outputs = try (1...2).map { _ in
      let desk = try Desk()
      try desk.run(
        "bitext align \(Self.press)/zh.paragraphs.txt \(Self.press)/en.paragraphs.txt --as press")
      try desk.run("bitext term import \(TestData.repository("glossary/terms.tsv"))")
      try desk.run("printf 'y\\nm\\nz\\nn\\ny\\n' | bitext review press --worst-first")
      return try desk.run(command + " | cksum")
    }
    #expect(outputs[0].status == 0)
    #expect(outputs[0].output.count > 1)
    #expect(outputs[0].output == outputs[1].output)
  }

  @Test func onlyTheOwnerReadsTheWorkspace() throws {
    let desk = try Desk()
    try desk.run("umask 0; bitext term add zh=春天 en=spring")
    let mode = try FileManager.default.attributesOfItem(atPath: desk.folder + "/bitext.db")
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }
}
