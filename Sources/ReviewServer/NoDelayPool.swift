internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// The usual socket pool, with Nagle's algorithm off (TCP_NODELAY, RFC 896). FlyingFox writes head
/// and body of an answer apart; with it the body waits for the browser's delayed acknowledgement,
/// 40 ms for each key.
struct NoDelayPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    if events.contains(.read) {
      try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    }
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
