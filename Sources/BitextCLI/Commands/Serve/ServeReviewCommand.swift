internal import ArgumentParser
internal import ReviewServer
internal import Workbench

struct ServeReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows the review as a page in a browser on this machine.",
    discussion: """
      Examples:
        bitext serve press             prints the address of the page of press
        bitext serve                   a list of the document pairs to choose from
        bitext serve --port 8080       always at the same port
        bitext serve --idle 0          until Ctrl-C

      Only this machine reaches the page, and only with the address as printed: it
      holds a token that is new each time. The keys are those of `bitext review`.
      """)

  @Argument(help: "The document pair; none for a list of all.") var name: String?
  @Option(help: .init("The port; else a free one.", valueName: "number")) var port: UInt16 = 0
  @Option(
    help: .init("Ends after so many minutes without a key; 0 for never.", valueName: "minutes"))
  var idle: Double = 60
  @OptionGroup var habits: HabitOptions
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    guard idle >= 0 else { throw ValidationError("--idle is not negative") }
  }

  func run() throws {
    let choice = encoder.choice
    var options = ReviewServer.Options {
      try DataFolder.current.means(for: $0, $1, encoder: choice)
    }
    options.port = port
    options.idleMinutes = idle == 0 ? nil : idle
    options.settings = try habits.read()
    let (server, name) = (ReviewServer(try workspace.open(), options), name)
    try ServeCommand.wait { try await server.run(name, ready: Self.tell) }
  }

  private static func tell(_ address: String) {
    try? Terminal.write(address)
    Terminal.tell("open it in a browser; Ctrl-C ends the server, and nothing is lost")
  }
}
