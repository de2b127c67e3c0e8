/// A text as scalars whose places in bytes are known.
struct PlacedText {
  let scalars: [Unicode.Scalar]
  private let starts: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    starts = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
  }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<starts[range.upperBound]
  }
}

/// A token with its place in bytes.
struct PlacedToken {
  var key: String
  var kind: TokenKind
  /// Its word in lower case when it stands with a capital.
  var name: String?
  var bytes: Range<Int>
}

extension Tokenizer {
  /// The tokens of a text with their places.
  func places(in text: PlacedText) -> [PlacedToken] {
    var tokens: [PlacedToken] = []
    var index = 0
    while index < text.scalars.count {
      var found: [(key: String, kind: TokenKind, name: String?)] = []
      let end = step(text.scalars, index) { key, kind, name in found.append((key, kind, name)) }
      let bytes = text.bytes(index..<end)
      tokens += found.map { PlacedToken(key: $0.key, kind: $0.kind, name: $0.name, bytes: bytes) }
      index = end
    }
    return tokens
  }
}
