// Every command explains itself, examples first.
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    "align", "segment", "list", "show", "status", "rename", "set", "remove", "review", "edit",
    "realign", "update", "speakers",
    "log", "undo", "serve", "serve review", "serve memory", "check", "term check", "term extract",
    "redo", "export", "export tmx", "lexicon import", "lexicon status", "lexicon remove",
    "lexicon measure", "encoder install", "encoder status", "encoder remove", "encoder vectors",
    "encoder forget", "score", "train", "term", "term find",
    "term list", "term add",
    "term edit", "term remove", "term merge", "term import", "term export",
  ])
  func examplesComeFirst(command: String) throws {
    let result = try Desk().run("bitext \(command) --help")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let parts = result.output.split(separator: "\n\n", maxSplits: 2)
    try #require(parts.count == 3)
    #expect(parts[0].hasPrefix("OVERVIEW: "))
    #expect(parts[1].hasPrefix("Examples:\n  bitext \(command)") || parts[1].contains("  bitext "))
    #expect(
      result.output.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.hasPrefix("USAGE") })
  }
}
