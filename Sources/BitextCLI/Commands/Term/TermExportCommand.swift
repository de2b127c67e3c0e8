internal import ArgumentParser
internal import Workbench

struct TermExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the glossary as the table that import reads.",
    discussion: """
      Examples:
        bitext term export                         to standard output
        bitext term export -o terms.tsv

      What the table has no place for is said on standard error.
      """)

  @Option(name: .shortAndLong, help: "The file to write; - is standard output.")
  var output = "-"
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let (concepts, losses) = try workspace.open().exportTerms(to: output)
    for loss in losses { Terminal.tell("not in the table: \(loss)") }
    if output != "-" { try Terminal.write("\(output): \(concepts.of("concept"))") }
  }
}
