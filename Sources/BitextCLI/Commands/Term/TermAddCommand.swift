internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds terms that render each other, as a new concept or to one.",
    discussion: """
      Examples:
        bitext term add zh=互联网法院 en="internet court" --pos n --domain law
        bitext term add --concept T200 zh=互联网法院 en="cyber court" --status deprecated
        bitext term add --concept T200 en="internet tribunal" --status forbidden \\
          --note "a court, not a tribunal"

      Status and note are said of the rendering: the English term, or the last one
      where there is none. The concept is printed as it is then.
      """)

  @Argument(help: "Terms: a language tag, = and the text.") var terms: [String]
  @Option(help: "The concept; else a new one, which gets the next number.") var concept: String?
  @OptionGroup(title: "Facts") var facts: TermOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let terms = try terms.map(TermText.init)
    let concept = try workspace.openOrCreate().addTerms(terms, to: concept, facts.fields)
    try json.json ? Terminal.write(json: concept) : Terminal.write(concept.words)
  }
}
