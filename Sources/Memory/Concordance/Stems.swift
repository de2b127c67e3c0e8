internal import Bitext
internal import CStemmer

/// The keys of a language's words by their stems (Snowball, Porter 2001), remembered word by word.
/// Words of a language that Snowball does not know, and short ones, are their own stems; Latin words
/// in a text of a language without spaces are taken for English. Not thread-safe.
final class Stems {
  private let stemmer: OpaquePointer?
  private var known: [UInt64: SearchToken.Key] = [:]

  init(_ language: Language) {
    stemmer = sb_stemmer_new(language.isUnspaced ? "en" : language.code, "UTF_8")
  }

  deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

  /// The key of a word.
  /// - Parameters:
  ///   - hash: of its bytes in lower case, by `WordHash`.
  ///   - word: gives these bytes, where the word is met for the first time.
  @inline(__always)
  func key(_ hash: UInt64, _ word: () -> [UInt8]) -> SearchToken.Key {
    if let key = known[hash] { return key }
    let key = SearchToken.Key.word(stem(word()) ?? hash)
    known[hash] = key
    return key
  }

  private func stem(_ word: [UInt8]) -> UInt64? {
    guard let stemmer, word.count > 2,
      let stem = sb_stemmer_stem(stemmer, word, CInt(word.count))
    else { return nil }
    var hash = WordHash()
    for byte in UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))) {
      hash.add(byte)
    }
    return hash.value
  }
}

/// FNV-1a of a word's bytes (RFC 9923), with a last step that spreads them to the high bits
/// (MurmurHash3's).
struct WordHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  var value: UInt64 {
    let mixed = (state ^ state >> 33) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ mixed >> 33
  }
}
