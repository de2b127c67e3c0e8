internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes a concept, or one of its terms.",
    discussion: """
      Examples:
        bitext term remove T200
        bitext term remove T200 en="cyber court"
      """)

  @Argument(help: "The concept.") var concept: String
  @Argument(help: "The term: a language tag, = and the text.") var term: String?
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let term = try term.map(TermText.init)
    let left = try workspace.open().removeTerm(concept, term)
    try Terminal.write(left?.words ?? "\(concept) is removed")
  }
}
