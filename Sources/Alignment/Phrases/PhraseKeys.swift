/// Numbers that are the same for the same words, however inflected, and in a language without spaces for the
/// same characters, wherever the words were cut.
struct PhraseKeys {
  /// A polynomial over the characters of each token type (Karp and Rabin 1987), and what it shifts by, so
  /// that those of two tokens make that of both together.
  private var types: [(hash: UInt64, shift: UInt64)]

  init(_ vocabulary: Vocabulary, isUnspaced: Bool) {
    types = vocabulary.keys.map { key in
      let text = isUnspaced ? key : key + " "
      return text.unicodeScalars.reduce(into: (hash: 0, shift: 1)) { type, scalar in
        type.hash = type.hash &* Self.base &+ UInt64(scalar.value)
        type.shift = type.shift &* Self.base
      }
    }
  }

  private static let base: UInt64 = 0x100_0000_01b3

  /// The key of tokens in a row.
  func key(_ tokens: ArraySlice<Int32>) -> UInt64 {
    tokens.reduce(0) { $0 &* types[Int($1)].shift &+ types[Int($1)].hash }
  }
}
