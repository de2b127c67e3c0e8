// A workspace with a server over it, in this process, as one test needs it.
import Bitext
import Foundation
import FoundationNetworking
import Memory
import ReviewServer
import TestData
import Testing
import Workbench

/// Serves a workspace of its own for the time of `body`.
struct Served: Sendable {
  static let token = "a-token-that-only-tests-know-0123"

  let folder: String
  /// The address of the list: `http://127.0.0.1:PORT/TOKEN/`.
  let address: String

  func page(of name: String) -> String { address + "review/\(name)" }

  /// A second process, as far as the workspace can tell.
  func bench(_ author: String = "wang") throws -> Bench {
    try Bench(workspace: "\(folder)/bitext.db", .existing, author: author, clock: { Date() })
  }

  /// Makes a workspace, serves it, and removes it.
  static func with(
    _ pairs: [TestPair], settings: ReviewSettings = ReviewSettings(), idle: Double? = nil,
    _ body: @escaping @Sendable (Served) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/bitext-serve-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/bitext.db"
    let store = try Store.open(path: path, mode: .createIfMissing, author: "li", clock: { Date() })
    for pair in pairs { try store.add(pair.pair) }
    let bench = try Bench(workspace: path, .existing, author: "li", clock: { Date() })
    var options = ReviewServer.Options { _, _ in AligningMeans() }
    options.token = token
    options.idleMinutes = idle
    options.settings = settings
    let server = ReviewServer(bench, options)
    let (addresses, ready) = AsyncStream.makeStream(of: String.self)
    let task = Task {
      defer { ready.finish() }
      try await server.run(nil) { ready.yield($0) }
    }
    defer { task.cancel() }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next(), "the server did not begin")
    try await body(Served(folder: folder, address: address))
  }

  /// Asks over HTTP as a program would.
  func ask(
    _ path: String, method: String = "GET", body: Data? = nil, headers: [String: String] = [:]
  ) async throws -> (status: Int, body: Data, headers: [String: String]) {
    var request = URLRequest(
      url: try #require(URL(string: path.hasPrefix("http") ? path : address + path)))
    request.httpMethod = method
    request.httpBody = body
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession.shared.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    let fields = answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
    return (answer.statusCode, data, Dictionary(fields, uniquingKeysWith: { $1 }))
  }

  /// Posts JSON as the page does.
  func post(_ path: String, _ body: JSON) async throws -> JSON {
    let answer = try await ask(
      path, method: "POST", body: JSONEncoder().encode(body), headers: Self.own(address))
    guard answer.status == 200 else {
      throw BrowserFault(words: "\(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
    }
    return try JSONDecoder().decode(JSON.self, from: answer.body)
  }

  /// The headers of a request from the page itself.
  static func own(_ address: String) -> [String: String] {
    let origin = address.split(separator: "/").prefix(2).joined(separator: "//")
    return ["Origin": origin, "Content-Type": "application/json"]
  }
}

/// A document pair written for a test: a sentence a row.
struct TestPair: Sendable {
  let pair: DocumentPair

  /// Rows of one source sentence and one target sentence, with their probabilities.
  init(_ name: String, _ rows: [(source: String, target: String, confidence: Double)]) throws {
    let source = Self.document(rows.map(\.source), .zhHans, "zh.txt")
    let target = Self.document(rows.map(\.target), .en, "en.txt")
    let ladder = try #require(
      Ladder(
        shapes: rows.map { _ in Shape(1, 1) }, confidences: rows.map(\.confidence)))
    pair = DocumentPair(
      name: name, source: source, target: target,
      rows: DocumentPair.rows(of: ladder, source: source, target: target))
  }

  /// Seven rows, of which 2, 4 and 7 are doubtful.
  static func press(_ name: String = "press") throws -> TestPair {
    let days = [
      ("一是春天。", "One is spring.", 0.95), ("二是夏天，雨多。", "Two is summer, with much rain.", 0.5),
      ("三是秋天。", "Three is autumn.", 0.99), ("四是冬天。", "Four is winter.", 0.2),
      ("五是一年。", "Five is a year.", 0.97), ("六是月亮。", "Six is the moon.", 0.93),
      ("七是太阳。", "Seven is the sun.", 0.7),
    ]
    return try TestPair(name, days.map { ($0.0, $0.1, $0.2) })
  }

  /// A book of so many rows of several lengths.
  static func book(_ name: String, rows: Int) throws -> TestPair {
    try TestPair(
      name,
      (0..<rows).map { row in
        let more = row % 7
        return (
          "第\(row + 1)句。" + String(repeating: "山高水长，来日方长，", count: more) + "完。",
          "Sentence \(row + 1)"
            + String(repeating: ", the hills are high and the river is long", count: more) + ".",
          row % 11 == 3 ? 0.4 : 0.96
        )
      })
  }

  private static func document(
    _ sentences: [String], _ language: Language, _ file: String
  ) -> SegmentedDocument {
    let separator = language.isUnspaced ? "" : " "
    var segments: [Segment] = []
    var start = 0
    for sentence in sentences {
      let end = start + sentence.utf8.count
      segments.append(Segment(range: start..<end, paragraph: 0))
      start = end + separator.utf8.count
    }
    let text = sentences.joined(separator: separator)
    return SegmentedDocument(
      document: Document(
        origin: .init(fileName: file, sha256: String(repeating: "0", count: 64), encoding: "UTF-8"),
        language: language, text: text, paragraphs: [Paragraph(range: 0..<text.utf8.count)]),
      segments: segments)
  }
}
