internal import ArgumentParser
internal import Workbench

struct EncoderRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes the encoder; installing makes it again.",
    discussion: """
      Examples:
        bitext encoder remove
      """)

  func run() throws { try Terminal.write("removed \(DataFolder.current.removeEncoder())") }
}
