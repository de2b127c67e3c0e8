internal import ArgumentParser
internal import Workbench

struct TermCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks how terms are rendered, wherever they stand.",
    discussion: """
      Examples:
        bitext term check T001                     after a change of one concept
        bitext term check --all                    the whole glossary
        bitext term check T001 --tsv

      Only rows that hold one of the terms are looked at, in all document pairs and
      memories. Exit status 1 with findings.
      """)

  @Argument(help: "Concepts.") var concepts: [String] = []
  @Flag(help: "Every concept of the glossary.") var all = false
  @Flag(help: "Print a table of columns divided by tabs.") var tsv = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if concepts.isEmpty != all { throw ValidationError("Name concepts, or all of them by --all.") }
  }

  func run() throws {
    let settings = try CheckSettings.current(nil)
    try workspace.open().checkTerms(concepts, settings, data: .current)
      .print(json: json.json, tsv: tsv)
  }
}
