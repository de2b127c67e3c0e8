internal import FlyingFox

/// Who is let in. A page elsewhere on the web can make the browser send requests here: it knows no
/// token, and what it sends names another origin; a name of its own that it points at this machine
/// (DNS rebinding) shows in the Host header.
struct Gate: Sendable {
  /// The largest body of a request that is read, in bytes.
  static let largestBody = 1 << 20

  let token: String
  let port: UInt16

  /// The rest of the path behind the token.
  func admit(_ request: HTTPRequest) throws(Refusal) -> Substring {
    let host = try request.host(on: port)
    let path = request.path.drop { $0 == "/" }
    let end = path.firstIndex(of: "/") ?? path.endIndex
    guard Token.matches(path[..<end], token) else {
      throw Refusal(.forbidden, "the address lacks its token; open the one that was printed")
    }
    let rest = path[end...].dropFirst()
    if rest.hasPrefix("api/"), request.isForeign { throw .crossOrigin }
    switch request.method {
    case .GET: break
    case .POST:
      guard request.headers[.origin] == "http://\(host)" else { throw .crossOrigin }
      try checkBody(request)
    default: throw Refusal(.methodNotAllowed, "GET or POST")
    }
    return rest
  }

  /// A body has a stated length within bounds, and is JSON: no form of another page can send that.
  private func checkBody(_ request: HTTPRequest) throws(Refusal) {
    guard let type = request.headers[.contentType], type.hasPrefix("application/json") else {
      throw Refusal(.unsupportedMediaType, "JSON only")
    }
    guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else {
      throw Refusal(.lengthRequired, "a length is required")
    }
    guard length <= Self.largestBody else {
      throw Refusal(.payloadTooLarge, "\(Self.largestBody) bytes at most")
    }
  }
}

extension HTTPRequest {
  /// The Host header: one of the names of this machine.
  func host(on port: UInt16) throws(Refusal) -> String {
    guard let host = headers[.host], ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host)
    else { throw Refusal(.forbidden, "another host") }
    return host
  }

  /// Whether the browser says that a page of another site asks.
  var isForeign: Bool {
    guard let site = headers[.fetchSite] else { return false }
    return site != "same-origin" && site != "none"
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
