internal import ArgumentParser
internal import Workbench

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the document pairs and memories of the workspace, and what is known of them.",
    discussion: """
      Examples:
        bitext list
        bitext list --json
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let named = try workspace.open().list()
    try output.json ? Terminal.write(json: named) : Terminal.write(named.tables)
    if named.isEmpty { throw ExitCode.findings }
  }
}

extension Catalogue {
  fileprivate var isEmpty: Bool { pairs.isEmpty && memories.isEmpty }

  /// What there is: a table of each kind.
  var tables: String {
    if isEmpty { return "no document pair and no memory yet" }
    let tables = [pairs.isEmpty ? nil : pairs.table, memories.isEmpty ? nil : memories.table]
    return tables.compactMap(\.self).joined(separator: "\n\n")
  }
}

extension [MemoryEntry] {
  /// The memories, one a line for each two languages.
  fileprivate var table: String {
    var table = Table(["MEMORY", "LANGUAGES", "UNITS", "FROM", "FACTS"], numbers: [2])
    for entry in self {
      for units in entry.units {
        table.add([
          entry.name, "\(units.sourceLanguage) → \(units.targetLanguage)", "\(units.count)",
          entry.file, entry.facts.words,
        ])
      }
    }
    return table.text
  }
}

extension [PairEntry] {
  /// The pairs, one a line.
  fileprivate var table: String {
    var table = Table(
      ["NAME", "LANGUAGES", "ROWS", "DECIDED", "DOUBTFUL", "FACTS"], numbers: [2, 3, 4])
    for entry in self {
      table.add([
        entry.name, "\(entry.sourceLanguage) → \(entry.targetLanguage)", "\(entry.rows)",
        "\(entry.decided)", "\(entry.doubtful)", entry.facts.words,
      ])
    }
    return table.text
  }
}
