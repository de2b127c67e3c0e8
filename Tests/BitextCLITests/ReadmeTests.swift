// The session in README.md is run, and prints what README says that it prints.
import Foundation
import TestData
import Testing

@Suite struct ReadmeTests {
  @Test(.needsLexicon)
  func theSessionIsTrue() throws {
    let readme = try String(
      contentsOf: URL(filePath: TestData.repository("README.md")), encoding: .utf8)
    let desk = try Desk(lexicon: true)
    for folder in ["corpora", "glossary"] {
      try FileManager.default.createSymbolicLink(
        atPath: desk.folder + "/" + folder, withDestinationPath: TestData.repository(folder))
    }
    try Session(Self.consoleBlocks(of: readme).joined(separator: "\n")).check(at: desk)
  }

  /// What stands between "```console" and "```", where `bitext` is run there: setting up is tested
  /// by being done.
  static func consoleBlocks(of text: String) -> [String] {
    text.components(separatedBy: "\n```console\n").dropFirst()
      .map { $0.components(separatedBy: "\n```")[0] }
      .filter { $0.contains("$ bitext ") || $0.contains("| bitext ") }
  }

  @Test func aFalseSessionIsFound() throws {
    let desk = try Desk()
    let text = """
      # A
      ```console
      $ scripts/set-up
      ```
      ```console
      $ bitext --version
      0
      ```
      ```sh
      $ bitext list
      ```
      """
    #expect(Self.consoleBlocks(of: text) == ["$ bitext --version\n0"])
    let session = Session("$ echo yes\nno\n\n$ echo one \\\n  two\none two\n$ exit 3\n")
    #expect(session.steps.map(\.output) == ["no", "one two", ""])
    #expect(try session.replay(at: desk) == ["yes", "one two", "[3]"])
  }
}
