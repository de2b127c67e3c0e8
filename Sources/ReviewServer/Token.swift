internal import Foundation

/// The secret that stands in every address of the page, so that no other page and no other user of
/// the machine can guess one.
enum Token {
  /// 192 random bits from the system, as 32 letters that need no escaping in an address.
  static func random() -> String {
    var system = SystemRandomNumberGenerator()
    let bytes = (0..<3).flatMap { _ in withUnsafeBytes(of: system.next(), Array.init) }
    return Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_")
  }

  /// Whether two secrets are the same, in a time that tells nothing of where they differ.
  static func matches(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
