/// A file as it arrived, before anybody knows what it is.
struct SourceFile {
  /// What messages call it.
  let name: String
  /// What it holds.
  let bytes: [UInt8]
  /// The encoding that the user stated, by name.
  let encoding: String?
  /// Its beginning as text, with what cannot be read replaced: for telling what it is.
  let head: String

  /// How many bytes the beginning has.
  private static let headLength = 1 << 14

  init(_ bytes: [UInt8], name: String, encoding: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    head = TextDecoder.beginning(of: bytes.prefix(Self.headLength))
  }

  /// The name's ending, in lower case and without its point.
  var ending: String {
    let file = name.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }

  /// Whether it begins as a zip file does, full or empty.
  var isZip: Bool {
    bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8)
  }
}
