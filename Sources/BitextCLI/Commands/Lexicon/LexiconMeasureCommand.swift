internal import ArgumentParser
internal import Bitext
internal import Workbench

struct LexiconMeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures on translated sentences how often words stand for each other.",
    discussion: """
      Examples:
        bitext lexicon measure pairs.tsv -o zh-en.tsv
        bitext lexicon measure pairs.tsv -o de-en.tsv --from de --to en
        bitext lexicon import cedict.txt zh-en.tsv

      Each line of PAIRS is a text, a tab and its translation. The table is a
      dictionary that `lexicon import` takes, alone or beside others. Words met
      fewer than five times are left out: give it many thousand pairs.
      """)

  @Argument(help: "The pairs; - is standard input.", completion: .file())
  var pairs: String
  @Option(
    name: .shortAndLong,
    help: .init("The file to write; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String
  @Option(help: "The language of the first text.") var from: Language = .zh
  @Option(help: "The language of the second.") var to: Language = .en
  @Option(
    help: .init("A compiled lexicon to begin with; else the installed one.", valueName: "file"),
    completion: .file())
  var lexicon: String?
  @OptionGroup var json: JSONOption

  func run() throws {
    let report = try DataFolder.current.measure(
      pairs, from: from, to: to, lexicon: lexicon, output: output
    ) { round, rounds in
      Terminal.progress("round \(round) of \(rounds)")
    }
    Terminal.endProgress()
    if json.json { return try Terminal.write(json: report) }
    if output == "-" { Terminal.tell(report.words) } else { try Terminal.write(report.words) }
  }
}

extension MeasureReport {
  fileprivate var words: String {
    let skips = skipped == 0 ? "" : "; \(skipped.of("line")) not used"
    return "\(path): \(headwords.of("headword")) from \(pairs.of("pair"))\(skips)"
  }
}
