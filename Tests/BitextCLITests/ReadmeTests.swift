// The session in README.md is run, and prints what README says that it prints.
import Foundation
import TestData
import Testing

@Suite struct ReadmeTests {
  @Test(
    .enabled(if: Desk.lexiconFolder != nil || isRequired, "$BITEXT_DATA has no zh-en.lexicon"))
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

  private static let isRequired = ProcessInfo.processInfo.environment["BITEXT_REQUIRE_DATA"] != nil

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
    withKnownIssue { try Session("$ echo yes\nno").check(at: desk) }
    withKnownIssue { try Session("$ exit 3").check(at: desk) }
    try Session("$ echo yes\nyes\n$ echo one \\\n  two\none two\n\n$ exit 3\n[3]").check(at: desk)
  }
}
