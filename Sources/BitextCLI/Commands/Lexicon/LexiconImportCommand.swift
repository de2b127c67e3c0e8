internal import ArgumentParser
internal import Bitext
internal import Workbench

struct LexiconImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Compiles dictionaries into a lexicon.",
    discussion: """
      Examples:
        bitext lexicon import cedict.txt lexicon/zh-en.tsv
        bitext lexicon import /usr/share/dictd/freedict-deu-eng.index
        bitext lexicon import words.tsv --from ja --to en
        bitext lexicon import hu-en.dic --from hu --to en --encoding iso-8859-2

      Takes CC-CEDICT, tables that `lexicon measure` made, FreeDict and other
      dictd dictionaries (.index with .dict or .dict.dz), hunalign's .dic, and
      lines of headword, tab, glosses with ; between. What several files say is
      mixed. The lexicon of the same languages is replaced.
      """)

  @Argument(help: "The dictionaries; - is standard input.", completion: .file())
  var files: [String]
  @Option(help: "The headwords' language, if no file says it; else zh.") var from: Language?
  @Option(help: "The glosses' language, if no file says it; else en.") var to: Language?
  @Option(
    help: .init("The encoding of all: ISO-8859-2, GB18030; else found out.", valueName: "name"))
  var encoding: String?
  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try DataFolder.current.importLexicon(
      files, from: from, to: to, encoding: encoding)
    try output.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}
