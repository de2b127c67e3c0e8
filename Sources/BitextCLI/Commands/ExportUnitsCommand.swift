internal import ArgumentParser
internal import Workbench

struct ExportUnitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "Writes rows and imported units as any format but TMX.",
    discussion: """
      Examples:
        bitext export xliff press -o press.xlf
        bitext export csv --status confirmed -o memory.csv --bom
        bitext export docx press -o press.docx
        bitext export moses press -o corpus.moses
        bitext export tei press -o press.xml

      Formats: tsv, csv, xlsx, jsonl, xliff, xliff2, po, moses (two files), html and
      docx to print, and whole texts with their ladder or links: ladder, hunalign, tei
      (InterText), xces (OPUS). These take one document pair, with every row. vertical
      is two files for Sketch Engine.

      The receipt says what was left out, and what the format has no place for.
      """)

  @Argument(help: "The format.") var format: ExchangeFormat
  @Argument(help: "The document pairs and memories; without any, all of them.")
  var names: [String] = []
  @Option(
    name: .shortAndLong, help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file()) var output: String
  @Option(help: "Only this client's.") var client: String?
  @OptionGroup var filter: UnitFilterOptions
  @Flag(help: "Begin a table with a byte-order mark, as Excel wants it.") var bom = false
  @Flag(help: "A table for a colleague to correct, as `export review` writes it.")
  var forReview = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    guard format.isWritten else {
      throw ValidationError("\(format.title) is read here, and not written.")
    }
    if forReview, names.count != 1 || TableFormat(rawValue: format.rawValue) == nil {
      throw ValidationError("--for-review goes with one document pair, as docx, xlsx, html or csv.")
    }
    if format.isWholeText, !filter.isAll || client != nil {
      throw ValidationError("\(format.rawValue) holds the whole text, so nothing can be left out.")
    }
  }

  func run() throws {
    if forReview { return try exportReview() }
    var request = filter.request
    request.client = client
    let receipt = try workspace.open().export(
      names, to: output, as: format, request, .now(byteOrderMark: bom))
    try receipt.tell(json: json.json, isDataOnOutput: output == "-")
  }

  private func exportReview() throws {
    guard let table = TableFormat(rawValue: format.rawValue), let name = names.first else { return }
    let receipt = try workspace.open().exportReview(
      RowSelection(name), to: output, as: table, hasMark: bom)
    try receipt.tell(json: json.json, isDataOnOutput: output == "-")
  }
}
