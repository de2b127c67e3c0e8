internal import CStemmer

/// Snowball stems of one language (Porter 2001), remembered word by word. A language without a
/// Snowball stemmer gives words back as they are. Not thread-safe: one an alignment.
final class Stemmer {
  private let stemmer: OpaquePointer?
  private var known: [String: String] = [:]

  /// The stemmer of an ISO 639-1 language code.
  init(_ code: String) { stemmer = sb_stemmer_new(code, "UTF_8") }

  deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

  /// The stem of a lower-case word.
  func stem(_ word: String) -> String {
    guard let stemmer, word.utf8.count > 2 else { return word }
    if let stem = known[word] { return stem }
    var copy = word
    let stem = copy.withUTF8 { bytes -> String in
      guard let result = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return word
      }
      let length = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
    known[word] = stem
    return stem
  }
}
