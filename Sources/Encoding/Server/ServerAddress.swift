internal import Foundation

/// Where an embedding server is, once it is clear that texts may be sent there.
struct ServerAddress: Sendable {
  let url: URL
  private let isLoopback: Bool

  /// - Parameter environment: the variables by which libcurl, on which URLSession stands, sends
  ///   requests through a proxy, even those to this machine.
  init(
    _ text: String, allowRemote: Bool,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(EncodingError) {
    guard var parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      ["http", "https"].contains(parts.scheme?.lowercased())
    else {
      throw EncodingError(
        text, "is not the address of a server",
        fix: "write http://127.0.0.1:8080; other machines need --allow-remote", kind: .usage)
    }
    parts.path = Self.endpoint(parts.path)
    guard let url = parts.url else {
      throw EncodingError(text, "is not the address of a server", fix: "check it", kind: .usage)
    }
    self.url = url
    isLoopback = Self.isLoopback(host)
    guard isLoopback || allowRemote else {
      throw EncodingError(
        url.absoluteString,
        "the texts would be sent to \(host), which is not this machine; nothing was sent",
        fix: "if they may leave it, say so with --allow-remote", kind: .refused)
    }
    if let proxy = Self.proxy(host, environment), !allowRemote {
      throw EncodingError(
        url.absoluteString, "$\(proxy) would send the texts through a proxy; nothing was sent",
        fix: "set no_proxy=\(host), or allow it with --allow-remote", kind: .refused)
    }
  }

  /// The variable that names a proxy for a host, unless `no_proxy` names the host.
  private static func proxy(_ host: String, _ environment: [String: String]) -> String? {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    let exceptions = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
      .split { $0 == "," || $0 == " " }.map { $0.lowercased() }
    let bare = host.trimmingCharacters(in: ["[", "]"]).lowercased()
    if exceptions == ["*"] || exceptions.contains(bare) { return nil }
    return names.first { environment[$0]?.isEmpty == false }
  }

  /// The place to name in messages.
  var place: String {
    isLoopback ? url.absoluteString : "\(url.absoluteString) (by --allow-remote)"
  }

  /// `/v1/embeddings` behind what is there of it.
  private static func endpoint(_ path: String) -> String {
    var path = path
    while path.hasSuffix("/") { path.removeLast() }
    if path.hasSuffix("/embeddings") { return path }
    return path + (path.hasSuffix("/v1") ? "/embeddings" : "/v1/embeddings")
  }

  /// Whether the host is this machine by its form: `localhost`, 127.0.0.0/8 or `::1`.
  private static func isLoopback(_ host: String) -> Bool {
    let host = host.trimmingCharacters(in: ["[", "]"]).lowercased()
    if host == "localhost" || host == "::1" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
  }
}
