internal import Bitext
internal import FlyingFox
internal import Foundation
internal import Workbench

/// What answers to which address. Everything stands below the token:
///
///     /                      the list of document pairs
///     /review/NAME           the page of one
///     /style.css …           its files
///     /api/pairs             the list, as JSON
///     /api/news              an event for each event of the workspace
///     /api/open/NAME         opens a tab
///     /api/tab/ID/act        a wish; answers with a picture
///     /api/tab/ID/rows       rows to show
///     /api/tab/ID/detail     what there is to see of one row
///     /api/tab/ID/outline    headings and speakers
actor Site: HTTPHandler {
  /// As many tabs are remembered; of more, the one not used for the longest time is forgotten.
  private static let mostTabs = 24

  private let bench: Bench
  private let options: ReviewServer.Options
  private let idle: IdleWatch
  private let news: News
  private var gate: Gate?
  /// The open tabs, the one used last at the end.
  private var tabs: [(id: String, tab: Tab)] = []

  init(_ bench: Bench, _ options: ReviewServer.Options, _ idle: IdleWatch) {
    (self.bench, self.options, self.idle) = (bench, options, idle)
    news = News(bench)
  }

  /// From now on requests are let in.
  func listens(on port: UInt16) { gate = Gate(token: options.token, port: port) }

  /// Looks for events of other processes until cancelled.
  func watch() async throws { try await news.watch() }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let gate else { return HTTPResponse(statusCode: .serviceUnavailable) }
    do {
      let path = try gate.admit(request)
      return try await answer(request, path.split(separator: "/", omittingEmptySubsequences: false))
    } catch let refusal as Refusal {
      return .refusal(refusal)
    } catch let fault as any Fault {
      return try .json(Told(fault), fault.kind == .usage ? .badRequest : .conflict)
    } catch is DecodingError {
      return .refusal(.init(.badRequest, "the JSON says nothing that is known here"))
    }
  }

  private func answer(_ request: HTTPRequest, _ path: [Substring]) async throws -> HTTPResponse {
    switch (request.method, path.first, path.count) {
    case (.GET, "api", 2) where path[1] == "news": return .events(await news.subscribe())
    case (.GET, "api", 2) where path[1] == "pairs":
      idle.touch()
      return try .json(bench.list())
    case (.GET, _, _):
      guard let file = PageFile.named(path) else { throw Refusal.notFound }
      idle.touch()
      return .bytes(file.bytes, file.type)
    case (.POST, "api", 3) where path[1] == "open":
      idle.touch()
      return try await open(path[2])
    case (.POST, "api", 4) where path[1] == "tab":
      return try await ask(tab(String(path[2])), path[3], try await request.bodyData)
    default: throw Refusal.notFound
    }
  }

  private func open(_ name: Substring) async throws -> HTTPResponse {
    guard let name = name.removingPercentEncoding else { throw Refusal.notFound }
    let (id, bench, options) = (Token.random(), bench, options)
    let tab = try await Tab.open(id, name, bench, options)
    tabs.append((id, tab))
    if tabs.count > Self.mostTabs { tabs.removeFirst() }
    return try .json(await tab.opening())
  }

  private func tab(_ id: String) throws -> Tab {
    guard let place = tabs.firstIndex(where: { $0.id == id }) else { throw Refusal.noTab }
    let entry = tabs.remove(at: place)
    tabs.append(entry)
    return entry.tab
  }

  private func ask(_ tab: Tab, _ what: Substring, _ body: Data) async throws -> HTTPResponse {
    func asked<T: Decodable>(_ type: T.Type) throws -> T {
      try JSONDecoder().decode(type, from: body)
    }
    switch what {
    case "act":
      let wish = try asked(Wish.self)
      if wish.isPersons { idle.touch() }
      let picture = try await tab.obey(wish)
      try await news.check()
      return try .json(picture)
    case "rows":
      idle.touch()
      return try .json(await tab.rows(at: asked(RowRequest.self).rows))
    case "detail": return try .json(await tab.detail(of: asked(DetailRequest.self).row))
    case "outline": return try .json(await tab.outline())
    default: throw Refusal.notFound
    }
  }
}
