internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the glossary, one term a line.",
    discussion: """
      Examples:
        bitext term list
        bitext term list --domain law
        bitext term list --status forbidden --json
      """)

  @OptionGroup(title: "Which concepts") var filter: TermFilterOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let concepts = try workspace.open().concepts().filter(filter.filter.lets)
    if json.json { return try Terminal.write(json: concepts) }
    var table = Table(["concept", "domain", "lang", "term", "status", "note"])
    for concept in concepts {
      for term in concept.terms {
        table.add([
          concept.id, term.domain ?? concept.domain ?? "", term.language.tag, term.text,
          term.status.rawValue,
          term.note ?? "",
        ])
      }
    }
    try Terminal.write(concepts.isEmpty ? "no concept" : table.text)
  }
}
