public import Bitext

/// Why nothing can be served.
public struct ServerError: Fault, Hashable {
  public let kind: FaultKind
  public let place: String
  public let problem: String
  public let fix: String

  static func noPort(_ port: UInt16) -> ServerError {
    ServerError(
      kind: .badInput, place: "127.0.0.1:\(port)", problem: "the port cannot be listened on",
      fix: "name another with `--port`; 0 takes a free one")
  }
}
