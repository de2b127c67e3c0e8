internal import ArgumentParser
internal import Workbench

struct EncoderForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Removes the vectors that a workspace keeps, and makes its file smaller.",
    discussion: """
      Examples:
        bitext encoder forget
        bitext encoder forget --workspace press.db

      What bitext align has encoded is kept in the workspace, up to 256 MB, so that
      aligning again is quick. Nothing but time is lost; bitext status tells the size.
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let forgotten = try workspace.open().forgetVectors()
    try output.json ? Terminal.write(json: forgotten) : Terminal.write("forgot \(forgotten.words)")
  }
}

extension VectorFigures {
  /// `13552 vectors, 13.9 MB`
  var words: String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(count.of("vector")), \(tenths / 10).\(tenths % 10) MB"
  }
}
