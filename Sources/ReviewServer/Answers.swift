internal import FlyingFox
internal import FlyingSocks
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
    var headers = headers("text/plain; charset=utf-8")
    headers[.connection] = "close"
    let words = LastWords(bytes: Array((refusal.words + "\n").utf8))
    return HTTPResponse(
      statusCode: refusal.status, headers: headers,
      body: HTTPBodySequence(from: words, count: words.bytes.count))
  }

  /// Events as they come (the HTML standard, "Server-sent events").
  static func events(_ stream: ByteStream) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: headers("text/event-stream; charset=utf-8"),
      body: HTTPBodySequence(from: stream))
  }
}

/// The last bytes of a connection. FlyingFox keeps one open that asked for that, whatever the answer
/// says, and reads what is left of a body as the next request, which takes the square of its length;
/// an answer that fails behind its last byte makes it close.
private struct LastWords: AsyncBufferedSequence {
  typealias Element = UInt8

  let bytes: [UInt8]

  func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes[...]) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var bytes: ArraySlice<UInt8>

    mutating func next() throws -> UInt8? { try nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) throws -> ArraySlice<UInt8>? {
      guard !bytes.isEmpty else { throw SocketError.disconnected }
      defer { bytes = bytes.dropFirst(count) }
      return bytes.prefix(count)
    }
  }
}
