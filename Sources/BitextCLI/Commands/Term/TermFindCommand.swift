internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Looks a text up in the glossary, in any language.",
    discussion: """
      Examples:
        bitext term find 依法治网
        bitext term find "rule of law" --examples 5
        bitext term find 網絡法治                   traditional script finds simplified

      Shows each concept with all its terms and their statuses, the nearest first,
      and rows of the workspace that hold the term. Exit status 1 when the glossary
      has nothing near the text.
      """)

  @Argument(help: "A term or a part of one.") var text: String
  @Option(help: "At most so many rows a concept.") var examples = 2
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if examples < 0 { throw ValidationError("--examples takes a number from 0.") }
  }

  func run() throws {
    let found = try workspace.open().findTerm(text, examples: examples)
    if json.json {
      try Terminal.write(json: found)
    } else {
      for hit in found.hits {
        try Terminal.write(
          ([hit.concept.words] + hit.examples.map(\.words)).joined(separator: "\n"))
      }
      if found.hits.isEmpty {
        try Terminal.write(
          (["'\(text)' is in no term"] + found.examples.map(\.words)).joined(separator: "\n"))
      }
    }
    if found.hits.isEmpty { throw ExitCode.findings }
  }
}

extension TermSearch.Example {
  /// `press:3`, then both texts, each on lines of its own.
  fileprivate var words: String {
    let lines = [source, target].flatMap {
      ($0.isEmpty ? "∅" : $0.harmless).wrapped(to: Terminal.width - 4)
    }
    return (["  \(document):\(number)".inColour(.dim)] + lines.map { "    " + $0 })
      .joined(separator: "\n")
  }
}
