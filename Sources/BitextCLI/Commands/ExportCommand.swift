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
  @Option(help: "Which rows: confirmed by a person, those and accepted ones, or all.")
  var status: ExportStatus = .all
  @Option(name: .customLong("for"), help: .init("The tool that is to read it.", valueName: "tool"))
  var profile: ExchangeProfile?
  @Option(help: .init("Only what changed since: 2026-01-31.", valueName: "date"))
  var since: String?
  @Option(help: "Only this client's.") var client: String?
  @Option(help: .init("Only what is so probable, or decided.", valueName: "0…1"))
  var minConfidence: Double?
  @Option(help: .init("Only from this language.", valueName: "tag")) var sourceLang: Language?
  @Option(help: .init("Only into this language.", valueName: "tag")) var targetLang: Language?
  @Option(help: .init("Begin a new file after so many units.", valueName: "units"))
  var split: Int?
  @Flag(help: "Leave the DOCTYPE out, which some readers try to fetch.") var noDoctype = false
  @Flag(help: "State the text before and after each unit.") var context = false
  @Flag(help: "List every unit that was left out, and why.") var listSkipped = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if let since, ExchangeFile.time(since) == nil {
      throw ValidationError("--since is a date such as 2026-01-31.")
    }
    if let split, split < 1 { throw ValidationError("--split is 1 or more.") }
    if split != nil, output == "-" { throw ValidationError("--split goes with -o FILE.") }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence is from 0 to 1.")
    }
  }

  func run() throws {
    let receipt = try workspace.open().exportTMX(
      names, to: output, request, version: Version.text)
    for unit in json.json ? [] : receipt.skipped ?? [] {
      Terminal.tell("\(unit.document) \(unit.id): \(unit.reason.rawValue): \(unit.text)".harmless)
    }
    // The receipt never mixes with a memory on standard output.
    if output == "-" { return Terminal.tell(receipt.description) }
    try json.json ? Terminal.write(json: receipt) : Terminal.write(receipt.description)
  }

  private var request: ExportRequest {
    var request = ExportRequest()
    request.status = status
    request.since = since.flatMap { ExchangeFile.time($0) }
    request.client = client
    request.minConfidence = minConfidence
    request.choice.source = sourceLang
    request.choice.target = targetLang
    request.profile = profile
    request.hasDoctype = !noDoctype
    request.hasContext = context
    request.split = split
    request.listsSkipped = listSkipped
    return request
  }
}
