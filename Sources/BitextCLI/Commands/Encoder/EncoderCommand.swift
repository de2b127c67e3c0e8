internal import ArgumentParser
internal import Workbench

struct EncoderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encoder",
    abstract: "Manages the encoder that makes vectors of sentences.",
    discussion: """
      Examples:
        bitext encoder install
        bitext encoder status
        bitext encoder vectors overlaps.txt -o overlaps.emb
        bitext encoder index
        bitext encoder remove
        bitext encoder forget

      The encoder runs inside the program and asks no network. It is kept in
      $BITEXT_DATA, else $XDG_DATA_HOME/bitext, else ~/.local/share/bitext.
      """,
    subcommands: [
      EncoderInstallCommand.self, EncoderStatusCommand.self, EncoderRemoveCommand.self,
      EncoderVectorsCommand.self, EncoderIndexCommand.self, EncoderForgetCommand.self,
    ])
}

extension EncoderReport {
  /// `/data/use-multilingual-3.encoder: use-multilingual-3-0d6ef1bea19d, 512 numbers a text, 83 MB`
  var words: String { "\(path): \(id), \(dimension) numbers a text, \(bytes / 1_000_000) MB" }
}
