internal import ArgumentParser
internal import Bitext
internal import Workbench

struct ImportUnitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "Takes units of any format but TMX into the memory, or as pairs to review.",
    discussion: """
      Examples:
        bitext import xliff job.xlf --as job
        bitext import po zh_CN.po --as strings --client ACME
        bitext import moses corpus.zh corpus.en --as corpus
        bitext import sdlxliff job.sdlxliff --review --as job
        bitext review job --doubtful

      With --review the file becomes a document pair: each unit is a row with the
      probability that the given pair is right, so that the doubtful ones come first.
      What the file calls final is confirmed, what it calls translated is accepted, all
      else is unreviewed; --afresh leaves everything to you.
      """)

  @Argument(help: "The format: xliff, xliff2, sdlxliff, po, tsv, csv, xlsx, jsonl, moses, tei …")
  var format: ExchangeFormat
  @Argument(
    help: "The file, or the files of a format of several; - is standard input.",
    completion: .file())
  var files: [String]
  @Option(
    name: .customLong("as"), help: .init("What to call it; else as the file.", valueName: "name"))
  var name: String?
  @Flag(help: "Make a document pair of it, to be reviewed row by row.") var review = false
  @Flag(help: "With --review: every row is unreviewed, whatever the file says.") var afresh = false
  @Flag(help: "Replace the memory of this name; undo brings it back.") var replace = false
  @OptionGroup(title: "Facts") var facts: FactOptions
  @OptionGroup var source: UnitSourceOptions
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if afresh, !review { throw ValidationError("--afresh goes with --review.") }
    if replace, review {
      throw ValidationError("--replace replaces a memory, not a document pair.")
    }
  }

  func run() throws {
    let source = source.source(files, format)
    let bench = try workspace.openOrCreate()
    let name = name ?? source.defaultName
    guard review else {
      let report = try bench.importUnits(source, as: name, facts: facts.facts, replacing: replace)
      return try json.json ? Terminal.write(json: report) : Terminal.write(report.words)
    }
    let report = try bench.importPairs(
      source, as: name, facts: facts.facts, isAfresh: afresh, means: encoder.means)
    if let warning = report.warning { Terminal.warn(warning) }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}

extension EncoderOptions {
  /// Finds what there is for aligning, and tells of what is missing.
  var means: Bench.MeansFinder {
    let choice = choice
    return { source, target in
      let means = try DataFolder.current.means(for: source, target, encoder: choice)
      means.missing.forEach(Terminal.warn)
      return means
    }
  }
}

extension ImportReport {
  fileprivate var words: String {
    let rest = untranslated == 0 ? "" : "; left out \(untranslated) without a counterpart"
    return "\(name): \(units.of("unit"))\(rest)".harmless
  }
}

extension GivenReport {
  /// What was stored, and what of the links could not stand in order.
  var words: String {
    let languages = "\(figures.sourceLanguage) → \(figures.targetLanguage)"
    let lines = [
      "\(figures.name): \(languages), \(figures.rows.of("row"))", figures.shapeWords,
      figures.statuses.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        .joined(separator: ", "),
      figures.riskWords,
    ]
    return (lines + crossingWords).joined(separator: "\n  ")
  }

  private var crossingWords: [String] {
    var words: [String] = []
    if crossing > 0 {
      words.append("\(crossing.of("link")) across the others, kept as rows that face each other")
    }
    if broken > 0 { words.append("\(broken.of("link")) with segments apart or taken, cut") }
    if unlinked > 0 { words.append("\(unlinked.of("segment")) in no link") }
    return words
  }
}
