internal import ArgumentParser
internal import Workbench

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Manages the lexicons that aligning draws on, one for two languages.",
    discussion: """
      Examples:
        bitext lexicon import cedict.txt lexicon/zh-en.tsv
        bitext lexicon import /usr/share/dictd/freedict-deu-eng.index
        bitext lexicon status
        bitext lexicon remove de-en

      They are kept in $BITEXT_DATA, else $XDG_DATA_HOME/bitext, else
      ~/.local/share/bitext.
      """,
    subcommands: [
      LexiconImportCommand.self, LexiconStatusCommand.self, LexiconRemoveCommand.self,
      LexiconMeasureCommand.self,
    ])
}

extension LexiconReport {
  /// `/data/de-en.lexicon: 93 headwords, de to en`, and what was left out.
  var words: String {
    let skips = skipped.map { $0 == 0 ? "" : "; \($0.of("line")) not understood" } ?? ""
    let left = phrases.map { $0 == 0 ? "" : "; \($0.of("phrase")) left out" } ?? ""
    return "\(path): \(headwords.of("headword")), \(from) to \(to)\(skips)\(left)"
  }
}
