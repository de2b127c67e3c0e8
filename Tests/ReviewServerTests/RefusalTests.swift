// Who is not let in, and what every answer says to the browser.
import Foundation
import Testing

@testable import ReviewServer

@Suite(.serialized) struct RefusalTests {
  @Test func anotherHost() async throws {
    try await Served.with([.press()]) { served in
      for host in ["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "[::1]:80"] {
        let answer = try await Wire.ask(served, host: host)
        #expect(answer.hasPrefix("HTTP/1.1 403"), "Host: \(host)")
        #expect(!answer.contains("一是"))
      }
      let own = try await Wire.ask(served, host: served.host)
      #expect(own.hasPrefix("HTTP/1.1 200"))
      let local = try await Wire.ask(
        served, host: served.host.replacing("127.0.0.1", with: "localhost"))
      #expect(local.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test func missingOrWrongToken() async throws {
    try await Served.with([.press()]) { served in
      let site = "http://\(served.host)"
      let token = Served.token
      for path in [
        "/", "/api/pairs", "/review/press", "/\(token.dropLast())/api/pairs", "/\(token)x/",
        "/\(token.uppercased())/", "//api/pairs", "/api/pairs?token=\(token)", "/style.css",
      ] {
        let status = try await served.ask(site + path).status
        #expect(status == 403, "\(path)")
      }
      let own = try await served.ask("api/pairs")
      #expect(own.status == 200)
    }
  }

  @Test(arguments: [
    ["Content-Type": "application/json"],
    ["Content-Type": "application/json", "Origin": "https://evil.example"],
    ["Content-Type": "application/json", "Origin": "null"],
    ["Content-Type": "application/json", "Origin": "http://127.0.0.1:1"],
    ["Content-Type": "application/json", "Origin": "OWN", "Sec-Fetch-Site": "cross-site"],
    ["Content-Type": "application/json", "Origin": "OWN", "Sec-Fetch-Site": "same-site"],
  ]) func crossOriginPost(headers: [String: String]) async throws {
    try await Served.with([.press()]) { served in
      let own = headers.mapValues { $0 == "OWN" ? "http://\(served.host)" : $0 }
      let answer = try await served.ask(
        "api/open/press", method: "POST", body: Data("{}".utf8), headers: own)
      #expect(answer.status == 403)
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "style.css/../../..", "review", "review/",
    "review/press/more", "api", "api/tab", "api/open", "Page/style.css", "style.css%00",
    "nothing.js",
  ]) func aPathOutside(path: String) async throws {
    try await Served.with([.press()]) { served in
      let answer = try await Wire.ask(served, path: "/\(Served.token)/\(path)", host: served.host)
      #expect(answer.hasPrefix("HTTP/1.1 404") || answer.hasPrefix("HTTP/1.1 403"), "\(path)")
      #expect(!answer.contains("root:"))
    }
  }

  @Test func aBodyOverTheLimit() async throws {
    try await Served.with([.press()]) { served in
      var headers = Served.own(served.address)
      let large = Data(repeating: 0x20, count: Gate.largestBody + 1)
      let answer = try? await served.ask(
        "api/open/press", method: "POST", body: large, headers: headers)
      #expect(answer == nil || answer?.status == 413)
      let stated = try await Wire.ask(
        served, "POST", path: "/\(Served.token)/api/open/press", host: served.host,
        more: "Origin: http://\(served.host)\r\nContent-Type: application/json\r\n"
          + "Content-Length: 9999999999\r\n")
      #expect(stated.hasPrefix("HTTP/1.1 413"))
      let unstated = try await Wire.ask(
        served, "POST", path: "/\(Served.token)/api/open/press", host: served.host,
        more: "Origin: http://\(served.host)\r\nContent-Type: application/json\r\n"
          + "Transfer-Encoding: chunked\r\n")
      #expect(unstated.hasPrefix("HTTP/1.1 411"))
      headers["Content-Type"] = "text/plain"
      let form = try await served.ask(
        "api/open/press", method: "POST", body: Data("{}".utf8), headers: headers)
      #expect(form.status == 415)
    }
  }

  /// A body that nobody reads would be taken for the next request.
  @Test(arguments: [
    ("Content-Length: 4000000", String(repeating: " ", count: 100_000)),
    ("Transfer-Encoding: chunked", "5\r\nGET /"), ("Content-Length: 2", "{}"), ("Accept: */*", ""),
  ]) func theConnectionEndsWithARefusal(header: String, body: String) async throws {
    try await Served.with([.press()]) { served in
      let answer = try await Wire.ask(
        served, "POST", path: "/\(Served.token)/api/open/press", host: served.host,
        more: "Origin: https://evil.example\r\n\(header)\r\n", body: body, toTheEnd: true)
      #expect(answer.hasPrefix("HTTP/1.1 403"))
      #expect(answer.hasSuffix("\r\n\r\nanother origin\n"))
    }
  }

  @Test(arguments: ["PUT", "DELETE", "OPTIONS", "TRACE"])
  func anotherMethod(method: String) async throws {
    try await Served.with([.press()]) { served in
      let answer = try await served.ask("api/pairs", method: method)
      #expect(answer.status == 405)
    }
  }

  @Test func everyAnswerKeepsTheBrowserStrict() async throws {
    try await Served.with([.press()]) { served in
      for path in ["", "style.css", "review.js", "api/pairs", "nothing"] {
        let headers = try await served.ask(path).headers
        let policy = headers["content-security-policy"] ?? ""
        #expect(policy.contains("default-src 'none'"), "\(path)")
        #expect(!policy.contains("unsafe") && !policy.contains("http"), "\(path)")
        #expect(headers["x-content-type-options"] == "nosniff")
        #expect(headers["referrer-policy"] == "no-referrer")
        #expect(headers["cache-control"] == "no-store")
        #expect(headers["access-control-allow-origin"] == nil)
      }
    }
  }

  @Test func wordsThatSayNothing() async throws {
    try await Served.with([.press()]) { served in
      let tab = try await served.post("api/open/press", [:])["tab"].text
      for body in ["", "{}", "[]", "{\"key\":3}", "{\"nothing\":{}}", "\u{0}"] {
        let answer = try await served.ask(
          "api/tab/\(tab)/act", method: "POST", body: Data(body.utf8),
          headers: Served.own(served.address))
        #expect(answer.status == 400, "\(body)")
      }
      let unknown = try await served.ask(
        "api/open/nobody", method: "POST", body: Data("{}".utf8),
        headers: Served.own(served.address))
      #expect(unknown.status == 409)
      #expect(
        String(decoding: unknown.body, as: UTF8.self).contains("no document pair of this name"))
      let gone = try await served.ask(
        "api/tab/nobody/act", method: "POST", body: Data("{\"look\":{}}".utf8),
        headers: Served.own(served.address))
      #expect(gone.status == 410)
    }
  }

  @Test func tokensAreNotAlike() {
    let tokens = Set((0..<100).map { _ in Token.random() })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.count == 32 && $0.allSatisfy { $0.isASCII } })
    #expect(Token.matches("abc", "abc"))
    #expect(!Token.matches("abc", "abd") && !Token.matches("abc", "ab") && !Token.matches("", "a"))
  }
}

extension Served {
  /// `127.0.0.1:PORT`.
  var host: String { String(address.split(separator: "/")[1]) }
}

/// A request written by hand, for what no client library sends. It waits on a thread of its own.
private enum Wire {
  /// - Parameter toTheEnd: whether to read until the server ends the connection; otherwise until
  ///   the head of the answer is there.
  static func ask(
    _ served: Served, _ method: String = "GET", path: String = "/\(Served.token)/api/pairs",
    host: String, more: String = "", body: String = "", toTheEnd: Bool = false
  ) async throws -> String {
    let port = try #require(UInt16(served.host.split(separator: ":")[1]))
    let request = "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n\(more)\r\n\(body)"
    return try await withCheckedThrowingContinuation { done in
      Thread.detachNewThread {
        done.resume(with: Result { try exchange(port, request, toTheEnd) })
      }
    }
  }

  /// Sends bytes and reads for as long as an answer may take.
  private static func exchange(
    _ port: UInt16, _ request: String, _ toTheEnd: Bool
  ) throws -> String {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var wait = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isThere = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isThere)
    _ = Array(request.utf8).withUnsafeBytes {
      send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    var answer = Data()
    var bytes = [UInt8](repeating: 0, count: 65536)
    while toTheEnd || !String(decoding: answer, as: UTF8.self).contains("\r\n\r\n") {
      let count = read(socket, &bytes, bytes.count)
      if count < 0, errno == EAGAIN {
        throw BrowserFault(words: "a minute without an answer, or without its end")
      }
      guard count > 0 else { break }
      answer += bytes[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
