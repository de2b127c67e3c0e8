internal import ArgumentParser
internal import ReviewServer
internal import Workbench

struct ServeMemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Answers CAT tools on this machine from the memory, as amaGama does.",
    discussion: """
      Examples:
        bitext serve memory
        bitext serve memory --port 9000 --workspace client.db
        curl 'http://127.0.0.1:8888/tmserver/en/zh/unit/rule%20of%20law?min_similarity=60'

      In Virtaal, enable the plug-in "Remote Server" and write host = localhost and
      port = 8888 below [remotetm] in its tm.ini. Everything stored is asked, in both
      directions, and what is confirmed meanwhile is found at once. Nothing can be
      changed this way. Programs of other users of this machine can ask too.
      """)

  @Option(help: .init("The port; 0 for a free one.", valueName: "number")) var port: UInt16 = 8888
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let server = MemoryServer(try workspace.open(), port: port)
    try ServeCommand.wait {
      try await server.run { address in
        try? Terminal.write(address)
        Terminal.tell("Ctrl-C ends the server")
      }
    }
  }
}
