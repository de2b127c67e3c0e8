/// The review as a page of a browser on the same machine. What keys do is `ReviewDesk`'s; here a
/// request becomes a wish, and what came of it a picture.
internal import Foundation
public import Workbench

/// A server of one workspace for one person, on the loopback address only.
public struct ReviewServer: Sendable {
  /// How it serves.
  public struct Options: Sendable {
    /// The port; 0 takes a free one.
    public var port: UInt16 = 0
    /// After how many minutes without a request it ends; `nil` for never.
    public var idleMinutes: Double? = 60
    /// Keys and habits of the reviewer.
    public var settings = ReviewSettings()
    /// What realigning and highlighting use.
    public var means: Bench.MeansFinder
    /// The secret in every address; random unless a test says otherwise.
    public var token: String

    /// The usual ways, with a new secret of 192 random bits.
    public init(means: @escaping Bench.MeansFinder) {
      self.means = means
      token = Token.random()
    }
  }

  private let bench: Bench
  private let options: Options

  /// A server of a workspace; it does not listen yet.
  public init(_ bench: Bench, _ options: Options) {
    (self.bench, self.options) = (bench, options)
  }

  /// Listens until it is cancelled or idle for too long.
  /// - Parameters:
  ///   - name: the document pair whose page is told; `nil` for the list of all.
  ///   - ready: gets the address of the page as soon as it answers.
  /// - Throws: `ServerError` when the port cannot be had; `MemoryError` for an unknown name.
  public func run(_ name: String?, ready: @escaping @Sendable (String) -> Void) async throws {
    if let name { _ = try bench.facts(of: name) }
    let idle = IdleWatch(minutes: options.idleMinutes)
    let site = Site(bench, options, idle)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [options] in
        try await LocalServer(port: options.port, handler: site).run { port in
          await site.listens(on: port)
          let page = name.map { "review/\($0.addressed)" } ?? ""
          ready("http://127.0.0.1:\(port)/\(options.token)/\(page)")
          try await site.watch()
        }
      }
      group.addTask { try await idle.wait() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }
}

extension String {
  /// The text as one part of an address.
  var addressed: String {
    addingPercentEncoding(withAllowedCharacters: .urlPathPart) ?? ""
  }
}

extension CharacterSet {
  /// RFC 3986's unreserved characters.
  fileprivate static let urlPathPart = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
