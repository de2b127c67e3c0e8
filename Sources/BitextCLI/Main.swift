/// The command `bitext`: arguments in, text out. What a command does is written in Workbench.
internal import ArgumentParser
internal import Foundation

@main
struct BitextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bitext",
    abstract: "Aligns translations sentence by sentence and keeps them as a translation memory.",
    discussion: """
      Examples:
        bitext align zh.txt en.txt --as press   pair two texts and store them
        bitext show press:42                    look at row 42
        bitext review press --doubtful          decide on rows that want a look
        bitext find "rule of law"               see how it was translated
        bitext term find 依法治网               look a term up
        bitext export tmx press -o press.tmx    write the translation memory

      The workspace is one file: --workspace FILE, else $BITEXT_WORKSPACE, else
      ./bitext.db. Every command answers to --help.

      Exit status: 0 done, 1 findings or nothing found, 2 usage, 3 bad input,
      4 workspace locked or newer, 5 refused, 6 disk or output failure.
      """,
    version: Version.text,
    subcommands: [
      AlignCommand.self, SegmentCommand.self, ListCommand.self, ShowCommand.self,
      StatusCommand.self, FindCommand.self, BackupCommand.self, MergeCommand.self,
      RenameCommand.self, SetCommand.self, RemoveCommand.self, PurgeCommand.self,
      ReviewCommand.self, ServeCommand.self,
      EditCommand.self, ReportCommand.self, RealignCommand.self, UpdateCommand.self,
      TermCommand.self, CheckCommand.self,
      SpeakersCommand.self, LogCommand.self,
      UndoCommand.self,
      RedoCommand.self,
      ImportCommand.self, ExportCommand.self, ValidateCommand.self, ConvertCommand.self,
      LexiconCommand.self, EncoderCommand.self, ScoreCommand.self,
      TrainCommand.self,
      MatchCommand.self, BenchmarkCommand.self,
    ])

  static func main() {
    signal(SIGPIPE, SIG_DFL)  // `bitext show press | head` ends quietly.
    Foundation.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line and gives the exit status.
  private static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      return Ending(error).carryOut()
    }
  }
}

enum Version {
  static let text = "0.1.0"
}
