internal import ArgumentParser
internal import Workbench

struct LexiconRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes a lexicon; importing its dictionaries makes it again.",
    discussion: """
      Examples:
        bitext lexicon remove de-en
      """)

  @Argument(help: "The lexicon: de-en for German headwords with English glosses.")
  var name: String

  func run() throws {
    try Terminal.write("removed \(DataFolder.current.removeLexicon(name))")
  }
}
