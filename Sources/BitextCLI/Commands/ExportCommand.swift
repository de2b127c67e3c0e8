internal import ArgumentParser
internal import Workbench

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes translation memories, and tables for colleagues.",
    discussion: """
      Examples:
        bitext export tmx press -o press.tmx
        bitext export xliff press -o press.xlf
        bitext export review press -o press.docx
      """,
    subcommands: [
      ExportTMXCommand.self, ExportOmissionsCommand.self, ExportReviewCommand.self,
      ExportUnitsCommand.self,
    ],
    defaultSubcommand: ExportUnitsCommand.self)
}

struct ExportTMXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tmx",
    abstract: "Writes rows as TMX 1.4, reads the file back, and says what was left out.",
    discussion: """
      Examples:
        bitext export tmx press -o press.tmx
        bitext export tmx --status confirmed -o memory.tmx
        bitext export tmx press -o - | less

      Rejected rows, non-text, and rows without a counterpart never leave.
      """)

  @Argument(help: "The document pairs; without any, all of them.") var names: [String] = []
  @Option(
    name: .shortAndLong, help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file()) var output: String
  @Option(help: "Which rows: confirmed by a person, those and accepted ones, or all.")
  var status: ExportStatus = .all
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let receipt = try workspace.open().exportTMX(
      names, to: output, status: status, version: Version.text)
    // The receipt never mixes with a memory on standard output.
    if output == "-" { return Terminal.tell(receipt.description) }
    try json.json ? Terminal.write(json: receipt) : Terminal.write(receipt.description)
  }
}
