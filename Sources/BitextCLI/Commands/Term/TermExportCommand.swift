internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the glossary as a file that import reads.",
    discussion: """
      Examples:
        bitext term export                         the table, to standard output
        bitext term export -o terms.tbx            TBX-Basic (ISO 30042:2019)
        bitext term export -o old.tbx --format tbx2
        bitext term export -o glossary.txt --format omegat
        bitext term export -o terms.csv --rows terms --client "Blue Lake"
        bitext term export -o glossary.csv --rows weblate

      Formats: tbx, tbx-dct, tbx2 (ISO 30042:2008, which most tools still read), csv,
      tsv, xlsx, omegat; by default as the file is called, else tsv. The file is read
      back before it takes its place, and the receipt names what it has no place for.
      """)

  @Option(
    name: .shortAndLong, help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"
  @Option(help: "What to write.") var format: GlossaryFormat?
  @Option(
    help: "Tables: a pair of terms a row; a term a row, which loses nothing; or as Weblate has it.")
  var rows: GlossaryRows = .pairs
  @OptionGroup(title: "Which concepts") var filter: TermFilterOptions
  @OptionGroup var languages: GlossaryLanguageOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    var export = GlossaryExport(
      format ?? GlossaryFormat(fileName: output), tool: "bitext \(Version.text)")
    export.rows = rows
    export.languages = languages.languages
    let receipt = try workspace.open().exportTerms(
      to: output, as: export, filter.filter)
    // The receipt never mixes with a glossary on standard output.
    if output == "-" {
      for loss in receipt.losses { Terminal.tell("not in the file: \(loss)") }
      return
    }
    try json.json ? Terminal.write(json: receipt) : Terminal.write(receipt.description)
  }
}

/// Which concepts a command is about.
struct TermFilterOptions: ParsableArguments {
  @Option(help: "Only concepts of this field.") var domain: String?
  @Option(help: "Only concepts for this client.") var client: String?
  @Option(help: "Only concepts that have a term of this status.") var status: TermStatus?

  var filter: TermFilter { TermFilter(domain: domain, client: client, status: status) }
}
