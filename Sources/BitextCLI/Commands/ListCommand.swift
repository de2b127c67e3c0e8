internal import ArgumentParser
internal import Workbench

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the document pairs of the workspace and what is known of them.",
    discussion: """
      Examples:
        bitext list
        bitext list --json
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let entries = try workspace.open().list()
    try output.json ? Terminal.write(json: entries) : Terminal.write(entries.table)
    if entries.isEmpty { throw ExitCode.findings }
  }
}

extension [PairEntry] {
  /// The pairs, one a line.
  var table: String {
    guard !isEmpty else { return "no document pair yet" }
    var table = Table(
      ["NAME", "LANGUAGES", "ROWS", "DECIDED", "DOUBTFUL", "FACTS"], numbers: [2, 3, 4])
    for entry in self {
      table.add([
        entry.name, "\(entry.sourceLanguage) → \(entry.targetLanguage)", "\(entry.rows)",
        "\(entry.decided)", "\(entry.doubtful)", entry.facts.words,
      ])
    }
    return table.text
  }
}
