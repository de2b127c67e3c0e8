internal import ArgumentParser
internal import Workbench

struct TermExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Proposes terms and their renderings from aligned text.",
    discussion: """
      Examples:
        bitext term extract press
        bitext term extract press --limit 100 -o candidates.tsv
        bitext term import candidates.tsv          after you have thrown out what is wrong
        bitext term extract press --limit 20 --add

      Phrases that translate each other in several rows, the likeliest terms first,
      with the rows. What the glossary has is left out. Exit status 1 when nothing is
      found.
      """)

  @Argument(help: "Document pairs and memories; without one all.") var names: [String] = []
  @Option(help: "At most so many.") var limit = 60
  @Option(help: "In how many rows both phrases must stand.") var min = 2
  @Option(
    name: .shortAndLong, help: "Write the table that `term import` reads; - is standard output.",
    completion: .file())
  var output: String?
  @Flag(help: "Take them into the glossary, as admitted.") var add = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if limit < 1 || min < 1 { throw ValidationError("--limit and --min take a number from 1.") }
  }

  func run() throws {
    let bench = try workspace.open()
    let found = try bench.extractTerms(names, atLeast: min, limit: limit, data: .current)
    if add { Terminal.tell("added \(try bench.addTerms(found).count.of("concept"))") }
    if let output {
      try bench.writeTerms(found, to: output)
    } else if json.json {
      try Terminal.write(json: found)
    } else {
      try Terminal.write(found.table)
    }
    if found.entries.isEmpty { throw ExitCode.findings }
  }
}

extension TermExtraction {
  fileprivate var table: String {
    guard !entries.isEmpty else { return "no candidate in \(rows.of("row"))" }
    var table = Table(["ROWS", "ASSOCIATION", "SOURCE", "TARGET", "WHERE"], numbers: [0, 1])
    for entry in entries {
      table.add([
        "\(entry.candidate.count)", entry.candidate.association.expectation, entry.candidate.source,
        entry.candidate.target, entry.places.joined(separator: " "),
      ])
    }
    return table.text
  }
}
