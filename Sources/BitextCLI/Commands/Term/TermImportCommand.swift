internal import ArgumentParser
internal import Workbench

struct TermImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes a table of terms into the glossary.",
    discussion: """
      Examples:
        bitext term import glossary/terms.tsv
        bitext term import - < terms.tsv

      Columns are divided by tabs and named in the first line: concept, status, one
      for each language by its tag (en, zh), and if wanted pos, domain, note,
      definition. A concept that is there already becomes as it is in the file.
      """)

  @Argument(help: "The table; - is standard input.", completion: .file()) var file: String
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let done = try workspace.openOrCreate().importTerms(path: file)
    if json.json { return try Terminal.write(json: done) }
    for remark in done.remarks { Terminal.tell(remark) }
    let total = done.added + done.updated + done.unchanged
    try Terminal.write(
      "\(total.of("concept")): \(done.added) added, \(done.updated) updated, "
        + "\(done.unchanged) unchanged")
  }
}
