internal import ArgumentParser
internal import Workbench

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a page that tells how good a translation is and what was done to it.",
    discussion: """
      Examples:
        bitext report press -o press.html
        bitext report press --json

      One page that needs nothing beside it: the ladder, how sure each row is, shapes,
      statuses, terms, what was left out or added by section, corrections, edits per
      100 rows, and the errors to expect. It opens offline, and prints on A4.
      """)

  @Argument(help: "The document pair.") var name: String
  @Option(
    name: .shortAndLong, help: .init("The page; - is standard output.", valueName: "file"),
    completion: .file()) var output: String?
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if (output == nil) != json.json { throw ValidationError("Give --output FILE or --json.") }
  }

  func run() throws {
    let bench = try workspace.open()
    guard let output else { return try Terminal.write(json: bench.report(name)) }
    try bench.writeReport(name, to: output)
    if output != "-" { try Terminal.write("wrote the report on \(name) to \(output)") }
  }
}
