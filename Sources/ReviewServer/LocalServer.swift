internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Listens on the loopback address and nowhere else.
struct LocalServer {
  /// The port; 0 takes a free one.
  let port: UInt16
  /// What answers.
  let handler: any HTTPHandler

  /// Answers until it is cancelled.
  /// - Parameter listening: runs as soon as requests are answered, with the port they come to.
  /// - Throws: `ServerError` when the port cannot be had; what `listening` throws.
  func run(_ listening: @escaping @Sendable (UInt16) async throws -> Void) async throws {
    let server = HTTPServer(
      config: .init(
        address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 60,
        sharedRequestReplaySize: Gate.largestBody, pool: NoDelayPool(), logger: .disabled),
      handler: handler)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [port] in
        do { try await server.run() } catch is SocketError { throw ServerError.noPort(port) }
      }
      group.addTask {
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else { return }
        try await listening(port)
      }
      defer { group.cancelAll() }
      for try await _ in group {}
    }
  }
}
