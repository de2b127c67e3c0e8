internal import ArgumentParser
internal import Workbench

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Manages the Chinese-English lexicon that aligning draws on.",
    discussion: """
      Examples:
        bitext lexicon import cedict.txt lexicon/zh-en.tsv
        bitext lexicon status

      It is kept in $BITEXT_DATA, else $XDG_DATA_HOME/bitext, else
      ~/.local/share/bitext.
      """,
    subcommands: [LexiconImportCommand.self, LexiconStatusCommand.self])
}

struct LexiconImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Compiles dictionaries into the lexicon.",
    discussion: """
      Examples:
        bitext lexicon import cedict.txt
        bitext lexicon import cedict.txt lexicon/zh-en.tsv

      Takes CC-CEDICT and tables of measured translations, and mixes what they say.
      """)

  @Argument(help: "The dictionaries' text files; - is standard input.", completion: .file())
  var files: [String]
  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try DataFolder.current.importLexicon(files)
    try output.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}

struct LexiconStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells which lexicon is there.",
    discussion: """
      Examples:
        bitext lexicon status
      """)

  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try DataFolder.current.lexiconReport()
    try output.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}

extension LexiconReport {
  fileprivate var words: String {
    let rest = skipped.map { $0 == 0 ? "" : "; \($0.of("line")) not understood" } ?? ""
    return "\(path): \(headwords.of("headword"))\(rest)"
  }
}
