internal import Bitext

// Tokens as numbers of 16 bits, which is what the index holds and searches. Equal tokens are equal
// numbers; unequal ones almost always differ, so a distance counted in symbols is never too great,
// and what it lets pass is counted again on the text.
/// The symbol of a token.
typealias MatchSymbol = UInt16

enum MatchSymbols {
  /// Appends the symbols of a text. O(n), and no token becomes a string unless it has a letter
  /// beyond ASCII.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, by unit: MatchUnit, to symbols: inout [MatchSymbol]
  ) {
    MatchTokens.cut(text, by: unit) { symbols.append(symbol(text, $0, unit)) }
  }

  /// The symbols of a text.
  static func of(_ text: String, by unit: MatchUnit) -> [MatchSymbol] {
    var (text, symbols): (String, [MatchSymbol]) = (text, [])
    text.withUTF8 { append($0, by: unit, to: &symbols) }
    return symbols
  }

  private static func symbol(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ unit: MatchUnit
  ) -> MatchSymbol {
    if unit == .words, let hash = hash(ofASCII: bytes[range]) { return hash }
    let (scalar, width) = MatchTokens.scalar(bytes, range.lowerBound)
    if unit == .characters, width == range.count, scalar.isComposed {
      return MatchSymbol(SimplifiedForms.fold(scalar.value))
    }
    return hash(MatchTokens.key(bytes, range, unit))
  }

  /// One scalar of the basic plane is its own symbol, simplified; all else is hashed.
  private static func hash(_ key: String) -> MatchSymbol {
    let scalars = key.unicodeScalars
    if let only = scalars.first, scalars.count == 1, only.value <= 0xFFFF {
      return MatchSymbol(SimplifiedForms.fold(only.value))
    }
    return mixed(scalars.reduce(start) { step($0, SimplifiedForms.fold($1.value)) })
  }

  /// The same of a word of ASCII alone, in lower case.
  private static func hash(ofASCII bytes: Slice<UnsafeBufferPointer<UInt8>>) -> MatchSymbol? {
    var hash = start
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      hash = step(hash, UInt32(0x41...0x5A ~= byte ? byte | 0x20 : byte))
    }
    return bytes.count == 1 ? MatchSymbol(truncatingIfNeeded: lowered(bytes.first)) : mixed(hash)
  }

  private static func lowered(_ byte: UInt8?) -> UInt8 {
    byte.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 } ?? 0
  }

  /// FNV-1a, 32 bits, over code points (RFC 9923), its halves folded together.
  private static let start: UInt32 = 0x811c_9dc5
  private static func step(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    (hash ^ value) &* 0x0100_0193
  }
  private static func mixed(_ hash: UInt32) -> MatchSymbol {
    MatchSymbol(truncatingIfNeeded: hash ^ hash >> 16)
  }
}
