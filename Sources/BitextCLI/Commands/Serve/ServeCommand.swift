internal import ArgumentParser
internal import Dispatch
internal import Synchronization

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the review as a page, or the memory to CAT tools, on this machine.",
    discussion: """
      Examples:
        bitext serve press             the review of press, as a page in a browser
        bitext serve                   a list of the document pairs to choose from
        bitext serve memory            answers CAT tools that ask as they ask amaGama

      Only this machine reaches what is served. `serve review --help` and
      `serve memory --help` have the options.
      """,
    subcommands: [ServeReviewCommand.self, ServeMemoryCommand.self],
    defaultSubcommand: ServeReviewCommand.self)

  /// Runs a server and waits for its end.
  static func wait(for serve: @escaping @Sendable () async throws -> Void) throws {
    let failure = Mutex<(any Error)?>(nil)
    let end = DispatchSemaphore(value: 0)
    Task.detached {
      do { try await serve() } catch { failure.withLock { $0 = error } }
      end.signal()
    }
    end.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
