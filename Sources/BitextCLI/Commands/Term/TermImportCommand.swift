internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes a glossary file into the glossary.",
    discussion: """
      Examples:
        bitext term import glossary/terms.tsv
        bitext term import client.tbx --client "Blue Lake" --on-conflict keep
        bitext term import glossary.txt --source-lang zh --target-lang en
        bitext term import terms.xlsx --dry-run
        bitext term import - < terms.tsv

      Reads TBX (2008 and 2019, both styles), tables (TSV, CSV, XLSX) and OmegaT's
      glossaries, told by what the file holds. Tables have a column for each language,
      named by its tag (en, zh), or the columns term and lang; `term export` shows the
      others. A concept that is there already becomes as it is in the file; where the
      file numbers no concepts it takes in the file's terms.
      """)

  @Argument(help: "The file; - is standard input.", completion: .file()) var file: String
  @Option(help: "What becomes of a concept that is there otherwise: keep, replace, both.")
  var onConflict: ImportConflict?
  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
  @Option(help: "The client of concepts that name none.") var client: String?
  @OptionGroup var languages: GlossaryLanguageOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    var options = TermImportOptions()
    options.onConflict = onConflict
    options.isDryRun = dryRun
    options.client = client
    options.languages = languages.languages
    let done = try workspace.openOrCreate().importTerms(path: file, options)
    if json.json { return try Terminal.write(json: done) }
    for remark in done.remarks { Terminal.tell(remark) }
    let total = done.added + done.updated + done.unchanged + done.kept
    try Terminal.write(
      "\(total.of("concept")): \(done.added) added, \(done.updated) updated, "
        + "\(done.unchanged) unchanged" + (done.kept == 0 ? "" : ", \(done.kept) kept as they were")
        + (dryRun ? "; nothing was stored" : ""))
  }
}

/// The languages of columns that only say `source` and `target`.
struct GlossaryLanguageOptions: ParsableArguments {
  @Option(help: .init("The language of a column `source`.", valueName: "tag"))
  var sourceLang: Language?
  @Option(help: .init("The language of a column `target`.", valueName: "tag"))
  var targetLang: Language?

  var languages: GlossaryLanguages { GlossaryLanguages(source: sourceLang, target: targetLang) }
}
