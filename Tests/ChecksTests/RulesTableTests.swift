import Foundation
import TestData
import Testing

@testable import Checks

@Suite struct RulesTableTests {
  /// docs/checks.md lists the rules as they are.
  @Test func theTableIsTheRules() throws {
    let text = try String(contentsOfFile: TestData.repository("docs/checks.md"), encoding: .utf8)
    let table = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    #expect(
      table
        == Rule.allCases.map {
          "| `\($0.rawValue)` | \($0.severity?.rawValue ?? "off") | \($0.words) |"
        })
  }
}
