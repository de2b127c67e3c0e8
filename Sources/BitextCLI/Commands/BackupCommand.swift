internal import ArgumentParser
internal import Workbench

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the workspace into a file of its own, while others work in it.",
    discussion: """
      Examples:
        bitext backup monday.db
        bitext backup /media/stick/bitext.db --replace

      The copy is the workspace of one moment. It is checked before it appears, whole
      or not at all, and is a workspace like any other: `--workspace monday.db`.
      """)

  @Argument(help: "The file to make.", completion: .file()) var file: String
  @Flag(help: "Replace a file that is there.") var replace = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try workspace.open().backup(to: file, replacing: replace)
    try output.json
      ? Terminal.write(json: report)
      : Terminal.write(
        "\(report.path): \(report.names.of("name")), \(report.units.of("unit")), "
          + "\(report.events.of("event")), \(report.bytes) bytes; checked")
  }
}
