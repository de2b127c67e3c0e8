// The memory for CAT tools: amaGama's JSON over HTTP (its documentation, "amaGama API"), which Virtaal
// and others ask. It only reads, so it needs no token: a page elsewhere on the web is refused by what
// the browser says of it, and could not read the answer.
internal import Bitext
internal import FlyingFox
internal import Foundation
public import Workbench

/// Answers programs on this machine from one workspace.
///
///     GET /tmserver/SOURCE/TARGET/unit/TEXT?min_similarity=70&max_candidates=5
///     GET /tmserver/SOURCE/TARGET/unit/?source=TEXT
///     GET /tmserver/languages/
///
/// `/api/v1` stands for `/tmserver` too, as amaGama's later versions have it.
public struct MemoryServer: Sendable {
  private let bench: Bench
  private let port: UInt16

  /// A server that does not listen yet.
  /// - Parameter port: 0 takes a free one.
  public init(_ bench: Bench, port: UInt16) { (self.bench, self.port) = (bench, port) }

  /// Answers until it is cancelled.
  /// - Parameter ready: gets the address for CAT tools as soon as it answers.
  /// - Throws: `ServerError` when the port cannot be had.
  public func run(ready: @escaping @Sendable (String) -> Void) async throws {
    let answers = MemoryAnswers(bench)
    try await LocalServer(port: port, handler: answers).run { port in
      await answers.listens(on: port)
      ready("http://127.0.0.1:\(port)/tmserver")
    }
  }
}

/// What answers. One search at a time; what was read of the index stays in memory.
private actor MemoryAnswers: HTTPHandler {
  private let matcher: Matcher
  private var port: UInt16?

  init(_ bench: Bench) { matcher = bench.matcher() }

  /// From now on requests are let in.
  func listens(on port: UInt16) { self.port = port }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let port else { return HTTPResponse(statusCode: .serviceUnavailable) }
    do {
      _ = try request.host(on: port)
      if request.isForeign { throw Refusal.crossOrigin }
      guard request.method == .GET else {
        throw Refusal(.methodNotAllowed, "the memory is only read here: GET")
      }
      guard let question = MemoryQuestion(request) else { throw Refusal.notFound }
      return try answer(question)
    } catch let refusal as Refusal {
      return .refusal(refusal)
    } catch let fault as any Fault {
      return .refusal(.init(.serviceUnavailable, fault.description))
    }
  }

  private func answer(_ question: MemoryQuestion) throws -> HTTPResponse {
    switch question {
    case .languages:
      let tags = try matcher.languages()
      return try .json(["sourceLanguages": tags, "targetLanguages": tags])
    case .text(let query, let options):
      var seen: Set<Candidate> = []
      let candidates = try matcher.matches(for: query, options).map(Candidate.init)
      return try .json(candidates.filter { seen.insert($0).inserted })
    }
  }
}

/// A unit as amaGama tells it.
private struct Candidate: Encodable, Hashable {
  var source: String
  var target: String
  /// The score in hundredths.
  var quality: Double
  /// The order among candidates; greater is better.
  var rank: Double

  init(_ match: Match) {
    (source, target) = (match.text, match.translation)
    quality = Double(min(100, match.percent))
    rank = quality
  }
}

/// What a program asks.
private enum MemoryQuestion {
  case languages
  case text(MatchQuery, MatchOptions)

  /// `nil` for what amaGama does not answer either.
  init?(_ request: HTTPRequest) {
    let path = request.path
    guard let start = ["/tmserver/", "/api/v1/"].first(where: path.hasPrefix) else { return nil }
    let parts = path.dropFirst(start.count).split(separator: "/", maxSplits: 3)
    if parts == ["languages"] {
      self = .languages
      return
    }
    guard parts.count >= 3, parts[2] == "unit", let source = Language(String(parts[0])),
      let target = Language(String(parts[1]))
    else { return nil }
    let text = parts.count > 3 ? parts[3].removingPercentEncoding : request.query["source"]
    guard let text, !text.isEmpty else { return nil }
    var options = MatchOptions(facing: target)
    if let least = request.query["min_similarity"].flatMap({ Int($0) }) {
      options.least = Double(min(100, max(30, least))) / 100
    }
    if let most = request.query["max_candidates"].flatMap({ Int($0) }) {
      options.limit = max(1, most)
    }
    self = .text(MatchQuery(text, source), options)
  }
}
