// `bitext serve` as a person starts it: what it prints, how it ends, and how fast it answers.
import Foundation
import FoundationNetworking
import Synchronization
import TestData
import Testing

@Suite struct ServeTests {
  private func aligned() throws -> Desk {
    let desk = try Desk()
    try desk.write("春天来了。\n\n花都开了。\n", to: "zh.txt")
    try desk.write("Spring has come.\n\nThe flowers are out.\n", to: "en.txt")
    #expect(try desk.run("bitext align zh.txt en.txt --as spring").status == 0)
    return desk
  }

  @Test func itPrintsTheAddressAnswersAndEndsWhenIdle() throws {
    let desk = try aligned()
    let server = try Server(at: desk, "spring --idle 0.25")
    let address = try server.address()
    #expect(address.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/review\/spring/) != nil)
    let page = try server.get("review/spring")
    #expect(page.status == 200)
    #expect(page.body.contains("<title>bitext</title>"))
    #expect(try server.get("api/pairs").body.contains("\"spring\""))
    #expect(server.running.wait() == 0)
  }

  @Test func everySessionHasItsOwnToken() throws {
    let desk = try aligned()
    let (one, two) = (try Server(at: desk, "--idle 0.02"), try Server(at: desk, "--idle 0.02"))
    let addresses = [try one.address(), try two.address()]
    let tokens = addresses.map { $0.split(separator: "/")[2] }
    #expect(tokens[0] != tokens[1])
    #expect([one.running.wait(), two.running.wait()] == [0, 0])
  }

  @Test func whatCannotBeServed() throws {
    let desk = try aligned()
    let unknown = try desk.run("bitext serve sprang")
    #expect(unknown.status == 3)
    #expect(
      unknown.errors == """
        bitext: sprang: there is no document pair of this name
          fix: the workspace has spring

        """)
    #expect(try desk.run("bitext serve --idle -1").status == 2)
    #expect(try desk.run("bitext serve --port 70000").status == 2)
    let server = try Server(at: desk, "--idle 0.2")
    let port = try server.address().split(separator: "/")[1].split(separator: ":")[1]
    let taken = try desk.run("bitext serve --port \(port)")
    #expect(taken.status == 3)
    #expect(
      taken.errors == """
        bitext: 127.0.0.1:\(port): the port cannot be listened on
          fix: name another with `--port`; 0 takes a free one

        """)
    server.running.kill()
    _ = server.running.wait()
  }

  /// Of three servers, since other tests run beside this one.
  @Test func theFirstTabOpensAtOnce() throws {
    let desk = try aligned()
    let times = try (1...3).map { _ in
      let server = try Server(at: desk, "spring --encoder none")
      defer {
        server.running.kill()
        _ = server.running.wait()
      }
      return try server.timed("api/open/spring", "{}").0
    }
    #expect(try #require(times.min()) < 0.5, "\(times)")
  }

  /// The bars are 50 ms and 1 s; other tests run beside this one.
  @Test(.needsLexicon, .enabled(if: ReviewSpeedTests.isRelease), .timeLimit(.minutes(5)))
  func aKeyIsAnsweredAtOnceOn20000Rows() throws {
    let desk = try Desk(lexicon: true)
    try desk.storeBook(rows: 20_000)
    let server = try Server(at: desk, "book --encoder none")
    _ = try server.address()
    var openings: [Double] = []
    var tab = ""
    for _ in 1...3 {
      let (time, opening) = try server.timed("api/open/book", "{}")
      openings.append(time)
      tab = try #require(opening.firstMatch(of: /"tab":"([^"]+)"/)?.output.1.description)
    }
    func act(_ wish: String) throws -> Double {
      try server.timed("api/tab/\(tab)/act", wish).0
    }
    _ = try act(#"{"key":{"name":"G","count":10000}}"#)
    var times: [String: [Double]] = [:]
    let keys = [
      "j", "k", "n", "enter", "z", "Z", "z", "J", "z", "m", "z", "f", "f", "R", "esc", "o", "z",
      "w", "p", "w",
    ]
    for _ in 1...5 {
      for key in keys {
        times[key, default: []].append(try act(#"{"key":{"name":"\#(key)"}}"#))
      }
      times["rows", default: []].append(
        try server.timed(
          "api/tab/\(tab)/rows",
          "{\"rows\":[\((9980..<10_020).map(String.init).joined(separator: ","))]}"
        ).0)
    }
    let medians = times.mapValues { $0.sorted()[$0.count / 2] }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    print("opening the page of 20,000 rows: \(openings.map { Int($0 * 1000) }) ms")
    print(
      "slowest: "
        + medians.prefix(8).map { "\($0.key) \(Int($0.value * 1000)) ms" }.joined(separator: ", "))
    #expect(try #require(openings.min()) < 5)
    for (key, median) in medians { #expect(median < 0.5, "\(key)") }
    server.running.kill()
    _ = server.running.wait()
  }
}

/// The command, running. Its methods wait on their thread: other tests hold the few threads of tasks, and
/// a server that idles does not wait for them.
private struct Server {
  let running: Running
  private let desk: Desk
  private let output: String

  init(at desk: Desk, _ options: String) throws {
    self.desk = desk
    output = ".run/serve-\(UUID().uuidString)"
    running = try desk.start("bitext serve \(options)", output: "\(desk.folder)/\(output)")
  }

  /// What it printed, as soon as it is there.
  func address() throws -> String {
    for _ in 1...2000 {
      if let text = try? desk.read(output), text.hasSuffix("\n") { return String(text.dropLast()) }
      Thread.sleep(forTimeInterval: 0.01)
    }
    Issue.record("no address was printed")
    return ""
  }

  func get(_ path: String) throws -> (status: Int, body: String) {
    try ask(URLRequest(url: url(path)))
  }

  /// Posts JSON as the page does; the seconds it took, and the answer.
  func timed(_ path: String, _ body: String) throws -> (Double, String) {
    var request = URLRequest(url: try url(path))
    request.httpMethod = "POST"
    request.httpBody = Data(body.utf8)
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    let site = try address().split(separator: "/").prefix(2).joined(separator: "//")
    request.setValue(site, forHTTPHeaderField: "Origin")
    let start = ContinuousClock.now
    let answer = try ask(request)
    let time = ContinuousClock.now - start
    try #require(answer.status == 200, "\(answer.body)")
    return (
      Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds), answer.body
    )
  }

  private func url(_ path: String) throws -> URL {
    let parts = try address().split(separator: "/")
    return try #require(URL(string: "http://\(parts[1])/\(parts[2])/\(path)"))
  }

  private func ask(_ request: URLRequest) throws -> (status: Int, body: String) {
    let answer = Mutex<Result<(status: Int, body: String), any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    URLSession.shared.dataTask(with: request) { data, response, error in
      let status = (response as? HTTPURLResponse)?.statusCode ?? 0
      let body = String(decoding: data ?? Data(), as: UTF8.self)
      answer.withLock { $0 = error.map { .failure($0) } ?? .success((status, body)) }
      done.signal()
    }.resume()
    done.wait()
    return try #require(answer.withLock { $0 }).get()
  }
}
