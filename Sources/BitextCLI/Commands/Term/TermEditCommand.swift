internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Changes a concept, or one of its terms.",
    discussion: """
      Examples:
        bitext term edit T200 --domain law
        bitext term edit T200 en="cyber court" --status deprecated --note "until 2018"
        bitext term edit T200 en="internet cuort" --text "internet court"
        bitext term edit T200 en="cyber court" --note ""     takes the note away
      """)

  @Argument(help: "The concept.") var concept: String
  @Argument(help: "The term: a language tag, = and the text.") var term: String?
  @Option(help: "The term's new wording.") var text: String?
  @OptionGroup(title: "Facts") var facts: TermOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if text?.isEmpty == true {
      throw ValidationError("--text takes a term; `term remove` removes one.")
    }
    if text == nil, facts.fields == TermFields() {
      throw ValidationError(
        "Say what to change: --text, --status, --pos, --note, --domain or --definition.")
    }
  }

  func run() throws {
    let term = try term.map(TermText.init)
    let edited = try workspace.open().editTerm(concept, term, text: text, facts.fields)
    try json.json ? Terminal.write(json: edited) : Terminal.write(edited.words)
  }
}
