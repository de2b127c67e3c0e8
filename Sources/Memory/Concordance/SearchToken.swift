internal import Bitext

/// What search compares: a character of a script without spaces, a word's stem, or a mark.
struct SearchToken: Hashable, Sendable {
  /// Equal for two tokens that search takes for the same.
  let key: Key
  /// Its place in the text, in UTF-8 bytes.
  let range: Range<Int32>

  /// The kind in the two highest bits; below them a folded code point, or the hash of a stem.
  struct Key: Hashable, Sendable {
    let value: UInt64

    static func character(_ scalar: UInt32) -> Key { Key(value: UInt64(scalar)) }
    static func mark(_ scalar: UInt32) -> Key { Key(value: 1 << 62 | UInt64(scalar)) }
    static func word(_ hash: UInt64) -> Key { Key(value: 1 << 63 | hash >> 2) }

    var isCharacter: Bool { value >> 62 == 0 }
    var isMark: Bool { value >> 62 == 1 }
    var isWord: Bool { value >> 62 == 2 }
  }
}

/// Cuts texts of one language into tokens, with everything folded that search does not tell apart:
/// upper and lower case, simplified and traditional Chinese, full and half width, curly and straight
/// quotes, and white space and hyphens, which only divide. A word is known by its stem, a possessive
/// `'s` aside. Not thread-safe.
final class SearchTokens {
  private let stems: Stems

  init(_ stems: Stems) { self.stems = stems }

  /// The tokens of a text. O(n).
  func tokens(of text: String) -> [SearchToken] {
    var text = text
    var tokens: [SearchToken] = []
    text.withUTF8 { scan($0) { tokens.append($0) } }
    return tokens
  }

  /// Gives the tokens of a text of valid UTF-8, in order. O(n).
  @inline(__always)
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (SearchToken) -> Void) {
    var index = 0
    while index < text.count {
      let letter = ScannedScalar(text, index)
      switch letter.kind {
      case .nothing: index += letter.width
      case .character, .mark:
        body(
          SearchToken(
            key: letter.kind == .mark ? .mark(letter.folded) : .character(letter.folded),
            range: Int32(index)..<Int32(index + letter.width)))
        index += letter.width
      case .letter:
        var hash = WordHash()
        let end = Self.readWord(text, from: index) { hash.add($0) }
        let key = stems.key(hash.value) {
          var word: [UInt8] = []
          _ = Self.readWord(text, from: index) { word.append($0) }
          return word
        }
        body(SearchToken(key: key, range: Int32(index)..<Int32(end.word)))
        index = end.next
      }
    }
  }

  /// Gives the bytes of a word in lower case, apostrophes between its letters among them; where the
  /// word ends, and where what follows a possessive begins.
  @inline(__always)
  private static func readWord(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (UInt8) -> Void
  ) -> (word: Int, next: Int) {
    var index = start
    while index < text.count {
      let letter = ScannedScalar(text, index)
      if letter.kind == .letter {
        give(letter.folded, body)
        index += letter.width
        continue
      }
      guard letter.isApostrophe, index + letter.width < text.count else { break }
      let after = index + letter.width
      let next = ScannedScalar(text, after)
      guard next.kind == .letter else { break }
      let end = after + next.width
      if next.folded == 0x73, end == text.count || ScannedScalar(text, end).kind != .letter {
        return (index, end)
      }
      body(0x27)
      index = after
    }
    return (index, index)
  }

  @inline(__always)
  private static func give(_ scalar: UInt32, _ body: (UInt8) -> Void) {
    if scalar < 0x80 {
      body(UInt8(truncatingIfNeeded: scalar))
    } else if let scalar = Unicode.Scalar(scalar) {
      for byte in Character(scalar).utf8 { body(byte) }
    }
  }
}

/// A cutter for each language met, by its tag; languages that are cut alike share one. Used by one
/// thread at a time.
final class SearchCutters: @unchecked Sendable {
  private var byTag: [String: SearchTokens] = [:]
  private var byCode: [String: SearchTokens] = [:]

  /// The tags met.
  var tags: [String] { byTag.keys.sorted() }

  /// The cutter for texts in the language of this tag.
  func cutter(_ tag: String) -> SearchTokens {
    if let cutter = byTag[tag] { return cutter }
    let language = Language(tag) ?? .undetermined
    let code = language.isUnspaced ? "" : language.code
    let cutter = byCode[code] ?? SearchTokens(Stems(language))
    byCode[code] = cutter
    byTag[tag] = cutter
    return cutter
  }
}
