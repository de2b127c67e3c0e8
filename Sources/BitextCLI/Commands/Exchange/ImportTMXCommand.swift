internal import ArgumentParser
internal import Bitext
internal import Workbench

struct ImportTMXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tmx",
    abstract: "Takes a TMX file in as a memory, and says what was not taken.",
    discussion: """
      Examples:
        bitext import tmx acme.tmx --client ACME
        bitext import tmx all.tmx.gz --as de --source-lang en --target-lang de
        bitext import tmx new.tmx --as acme --on-conflict replace
        bitext import tmx broken.tmx --partial --dry-run

      TMX 1.1 to 1.4b in any encoding, plain, as .gz, or alone in a .zip. Codes, notes,
      properties and dates are kept, and leave again with `bitext export tmx`. An import
      is one event: `bitext undo` takes it back. With --on-conflict the units go to the
      memory that has the name already, and where its source text has another
      translation the old one is kept, replaced, or both are kept.
      """)

  @Argument(help: "The file; - is standard input.", completion: .file()) var file: String
  @Option(name: .customLong("as"), help: "What the memory is called; else as the file.")
  var name: String?
  @OptionGroup var facts: FactOptions
  @Option(help: .init("The language to translate from, of several.", valueName: "tag"))
  var sourceLang: Language?
  @Option(help: .init("The language to translate into, of several.", valueName: "tag"))
  var targetLang: Language?
  @Option(help: "Add to the memory of this name: keep, replace or both.")
  var onConflict: ImportConflict?
  @Flag(help: "Of a broken file take what stands before the break.") var partial = false
  @Flag(inversion: .prefixedNo, help: "Make the index for searches now, not at the first search.")
  var index = true
  @Flag(help: "Read and count only.") var dryRun = false
  @Flag(help: "Make a document pair of it, to be reviewed row by row.") var review = false
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if review, onConflict != nil || partial || dryRun {
      throw ValidationError("--review goes without --on-conflict, --partial and --dry-run.")
    }
  }

  func run() throws {
    guard !review else { return try importForReview() }
    var request = ImportRequest()
    request.name = name
    request.facts = facts.facts
    request.choice.source = sourceLang
    request.choice.target = targetLang
    request.conflict = onConflict
    request.isPartial = partial
    request.isIndexed = index
    request.isDryRun = dryRun
    defer { Terminal.endProgress() }
    let receipt = try workspace.openOrCreate().importTMX(file, request) { count in
      Terminal.progress("\(count) units read")
    }
    Terminal.endProgress()
    try json.json ? Terminal.write(json: receipt) : Terminal.write(receipt.words)
  }
}

extension ImportTMXCommand {
  private func importForReview() throws {
    let source = UnitSource(
      [file], format: .tmx, sourceLanguage: sourceLang, targetLanguage: targetLang)
    let report = try workspace.openOrCreate().importPairs(
      source, as: name ?? source.defaultName, facts: facts.facts, means: encoder.means)
    if let warning = report.warning { Terminal.warn(warning) }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}

extension ImportReceipt {
  /// What was taken, what was not and why, and what is worth knowing.
  fileprivate var words: String {
    var lines = [
      "\(name): \(isDryRun ? "would take" : "took") \(account.units.of("unit")) of "
        + "\(account.entries == 1 ? "1 entry" : "\(account.entries) entries"), \(account.encoding)",
      "not taken: \(account.notTakenWords ?? "none")",
    ]
    if replaced > 0 { lines.append("replaced: \(replaced.of("unit"))") }
    for note in account.notes.notes {
      lines.append("line \(note.line): \(note.what)\(note.count > 1 ? ": \(note.count)" : "")")
    }
    if let broken = account.broken {
      lines.append("broken from line \(broken.line) on, and not read further: \(broken.reason)")
    }
    return lines.map(\.harmless).joined(separator: "\n")
  }
}
