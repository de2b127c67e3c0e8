internal import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes translation units of other programs in.",
    discussion: """
      Examples:
        bitext import tmx acme.tmx --client ACME
        bitext import xliff job.xlf --as job
        bitext import sdlxliff job.sdlxliff --review --as job
        bitext import ladder press.beads press.zh press.en --as press
        bitext import review press.docx
      """,
    subcommands: [
      ImportTMXCommand.self, ImportLadderCommand.self, ImportReviewCommand.self,
      ImportUnitsCommand.self,
    ],
    defaultSubcommand: ImportUnitsCommand.self)
}
