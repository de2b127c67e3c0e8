internal import ArgumentParser
internal import Workbench

struct ExportOmissionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "omissions",
    abstract: "Writes what a translation left out or added, in order, with what stands around it.",
    discussion: """
      Examples:
        bitext export omissions press
        bitext export omissions press -o press.html

      A name ending in .html makes a page to print, any other a text.
      """)

  @Argument(help: "The document pair.") var name: String
  @Option(
    name: .shortAndLong, help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file()) var output = "-"
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let omissions = try workspace.open().omissions(in: name)
    if json.json { return try Terminal.write(json: omissions) }
    if output == "-" {
      try Terminal.prompt(omissions.text.harmless)
    } else {
      try omissions.write(to: output)
    }
  }
}
