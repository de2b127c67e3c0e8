import Foundation
import Synchronization

/// A server on loopback that answers each request as the test says, one connection a request.
final class SocketServer: Sendable {
  /// What to do with a request.
  enum Reply {
    case answer(Int, String)
    case redirect(String)
    /// Half of the answer, then the line is cut.
    case cut(String)
    case stall
  }

  let port: UInt16
  private let listener: Int32
  private let bodies = Mutex<[String]>([])

  /// The bodies of the requests so far.
  var requests: [String] { bodies.withLock(\.self) }
  var url: String { "http://127.0.0.1:\(port)" }

  init(_ reply: @escaping @Sendable (_ request: Int, _ body: String) -> Reply) {
    (listener, port) = Self.listen()
    Thread.detachNewThread { [self] in
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        serve(connection, reply)
      }
    }
  }

  private static func listen() -> (listener: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = bind(listener, address, size)
        _ = getsockname(listener, address, &size)
      }
    }
    _ = Foundation.listen(listener, 16)
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// Ends the server's thread.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ connection: Int32, _ reply: (Int, String) -> Reply) {
    let body = Self.body(connection)
    let number = bodies.withLock { bodies in
      bodies.append(body)
      return bodies.count - 1
    }
    switch reply(number, body) {
    case .answer(let status, let text): send(connection, "HTTP/1.1 \(status) X\r\n", text)
    case .redirect(let url): send(connection, "HTTP/1.1 307 X\r\nLocation: \(url)\r\n", "")
    case .cut(let text):
      let head = "HTTP/1.1 200 OK\r\nContent-Length: \(text.utf8.count)\r\n\r\n"
      write(connection, Array((head + text.prefix(text.count / 2)).utf8))
    case .stall:
      // The connection stays open until the client leaves it.
      Thread.detachNewThread {
        var byte: UInt8 = 0
        while read(connection, &byte, 1) > 0 {}
        close(connection)
      }
      return
    }
    close(connection)
  }

  private func send(_ connection: Int32, _ head: String, _ body: String) {
    let rest = "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
    write(connection, Array((head + rest + body).utf8))
  }

  private func write(_ connection: Int32, _ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The body of the request, as long as its head says.
  private static func body(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(connection, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let head = text.range(of: "\r\n\r\n") else { continue }
      let length = text.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
      let body = text[head.upperBound...]
      if body.utf8.count >= length { return String(body) }
    }
    return ""
  }
}
