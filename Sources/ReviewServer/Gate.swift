internal import FlyingFox

/// Who is let in. A page elsewhere on the web can make the browser send requests here: it knows no
/// token, and what it sends names another origin; a name of its own that it points at this machine
/// (DNS rebinding) shows in the Host header.
struct Gate: Sendable {
  /// The largest body of a request that is read, in bytes.
  static let largestBody = 1 << 20

  let token: String
  let port: UInt16

  /// The rest of the path behind the token, or why the request is refused.
  func admit(_ request: HTTPRequest) -> Result<Substring, Refusal> {
    guard let host = request.headers[.host], hosts.contains(host) else {
      return .failure(.init(.forbidden, "another host"))
    }
    let path = request.path.drop { $0 == "/" }
    let end = path.firstIndex(of: "/") ?? path.endIndex
    guard Token.matches(path[..<end], token) else {
      return .failure(
        .init(.forbidden, "the address lacks its token; open the one that was printed"))
    }
    let rest = path[end...].dropFirst()
    switch request.method {
    case .GET: return isForeign(request, rest) ? .failure(.crossOrigin) : .success(rest)
    case .POST:
      guard let origin = request.headers[.origin], origin == "http://\(host)",
        !isForeign(request, rest)
      else { return .failure(.crossOrigin) }
      return sizeRefusal(request).map(Result.failure) ?? .success(rest)
    default: return .failure(.init(.methodNotAllowed, "GET or POST"))
    }
  }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// Whether the browser says that another site asks for more than the page itself.
  private func isForeign(_ request: HTTPRequest, _ path: Substring) -> Bool {
    guard let site = request.headers[.fetchSite], path.hasPrefix("api/") else { return false }
    return site != "same-origin" && site != "none"
  }

  /// A body has a stated length within bounds, and is JSON: no form of another page can send that.
  private func sizeRefusal(_ request: HTTPRequest) -> Refusal? {
    guard let type = request.headers[.contentType], type.hasPrefix("application/json") else {
      return .init(.unsupportedMediaType, "JSON only")
    }
    guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else {
      return .init(.lengthRequired, "a length is required")
    }
    return length > Self.largestBody
      ? .init(.payloadTooLarge, "\(Self.largestBody) bytes at most") : nil
  }
}

/// Why a request is not answered.
struct Refusal: Error {
  let status: HTTPStatusCode
  let words: String

  init(_ status: HTTPStatusCode, _ words: String) { (self.status, self.words) = (status, words) }

  static let crossOrigin = Refusal(.forbidden, "another origin")
  static let notFound = Refusal(.notFound, "nothing is here")
  /// The tab was forgotten, or never opened here.
  static let noTab = Refusal(.gone, "the tab is not known any more")
}

extension HTTPHeader {
  static let origin = HTTPHeader("Origin")
  static let fetchSite = HTTPHeader("Sec-Fetch-Site")
}
