internal import ArgumentParser
internal import Bitext
internal import Workbench

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes translation memories, and tables for colleagues.",
    discussion: """
      Examples:
        bitext export tmx press -o press.tmx
        bitext export xliff press -o press.xlf
        bitext export review press -o press.docx
      """,
    subcommands: [
      ExportTMXCommand.self, ExportOmissionsCommand.self, ExportReviewCommand.self,
      ExportUnitsCommand.self,
    ],
    defaultSubcommand: ExportUnitsCommand.self)
}

struct ExportTMXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tmx",
    abstract: "Writes rows as TMX 1.4, reads the file back, and says what was left out.",
    discussion: """
      Examples:
        bitext export tmx press -o press.tmx
        bitext export tmx --status confirmed -o memory.tmx
        bitext export tmx press -o - | less
        bitext export tmx acme -o acme.tmx.gz --for trados
        bitext export tmx --client ACME --since 2026-01-01 -o new.zip --list-skipped

      Rows of document pairs and units of memories leave alike; rejected rows, non-text,
      and rows without a counterpart never do. A name ending in .gz or .zip is packed.
      --for writes what a tool takes: \(ExchangeFile.profiles.joined(separator: ", ")).
      """)

  @Argument(help: "Document pairs and memories; without any, all of them.") var names: [String] = []
  @Option(
    name: .shortAndLong, help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file()) var output: String
  @Option(name: .customLong("for"), help: .init("The tool that is to read it.", valueName: "tool"))
  var profile: ExchangeProfile?
  @OptionGroup var filter: UnitFilterOptions
  @Option(help: "Only this client's.") var client: String?
  @Option(help: .init("Only from this language.", valueName: "tag")) var sourceLang: Language?
  @Option(help: .init("Only into this language.", valueName: "tag")) var targetLang: Language?
  @Option(help: .init("Begin a new file after so much: 100000, 50MB.", valueName: "units|size"))
  var split: FileLimit?
  @Flag(help: "Leave the DOCTYPE out, which some readers try to fetch.") var noDoctype = false
  @Flag(help: "State the text before and after each unit.") var context = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if split != nil, output == "-" { throw ValidationError("--split goes with -o FILE.") }
  }

  func run() throws {
    let receipt = try workspace.open().exportTMX(
      names, to: output, request, version: Version.text)
    try receipt.tell(json: json.json, isDataOnOutput: output == "-")
  }

  private var request: ExportRequest {
    var request = filter.request
    request.client = client
    request.choice.source = sourceLang
    request.choice.target = targetLang
    request.profile = profile
    request.hasDoctype = !noDoctype
    request.hasContext = context
    request.split = split
    return request
  }
}
