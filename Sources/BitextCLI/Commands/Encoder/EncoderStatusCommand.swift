internal import ArgumentParser
internal import Workbench

struct EncoderStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells whether the encoder is there, and checks all of its file.",
    discussion: """
      Examples:
        bitext encoder status
      """)

  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try DataFolder.current.encoderReport()
    try output.json ? Terminal.write(json: report) : Terminal.write(report.words)
  }
}
