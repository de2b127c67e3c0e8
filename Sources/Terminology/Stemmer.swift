internal import Bitext
internal import CStemmer

/// Snowball's stemmer of a language; words of a language Snowball does not know stay as they are.
struct Stemmer: ~Copyable {
  private let handle: OpaquePointer?

  init(_ language: Language) { handle = sb_stemmer_new(language.code, nil) }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// The stem of a lower-case word: `monopolies` and `monopoly` are `monopoli`.
  func stem(_ word: String) -> String {
    guard let handle else { return word }
    let bytes = Array(word.utf8)
    guard let stem = sb_stemmer_stem(handle, bytes, CInt(bytes.count)) else { return word }
    let length = Int(sb_stemmer_length(handle))
    return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
  }
}
