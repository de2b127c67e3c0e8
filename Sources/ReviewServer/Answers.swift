internal import FlyingFox
internal import Foundation

/// Answers with the headers that every one of them has.
extension HTTPResponse {
  /// Nothing but files of this server, and no script or style inside the page; trusted types turn
  /// text into markup nowhere.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    + "require-trusted-types-for 'script'; trusted-types 'none'"

  private static func headers(_ type: String) -> HTTPHeaders {
    [
      .contentType: type,
      .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"): policy,
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("X-Frame-Options"): "DENY",
    ]
  }

  /// Bytes of a kind.
  static func bytes(
    _ bytes: Data, _ type: String, _ status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: headers(type),
      body: HTTPBodySequence(data: bytes, suggestedBufferSize: 1 << 18))
  }

  /// A value as JSON.
  static func json(_ value: some Encodable, _ status: HTTPStatusCode = .ok) throws -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return bytes(try encoder.encode(value), "application/json; charset=utf-8", status)
  }

  /// A refusal. The connection ends with it, since a body may be left unread.
  static func refusal(_ refusal: Refusal) -> HTTPResponse {
    var response = bytes(
      Data((refusal.words + "\n").utf8), "text/plain; charset=utf-8", refusal.status)
    response.headers[.connection] = "close"
    return response
  }

  /// Events as they come (the HTML standard, "Server-sent events").
  static func events(_ stream: ByteStream) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: headers("text/event-stream; charset=utf-8"),
      body: HTTPBodySequence(from: stream))
  }
}
