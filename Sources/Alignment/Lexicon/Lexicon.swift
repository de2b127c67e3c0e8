public import Bitext
internal import Foundation

/// A bilingual dictionary compiled into one file that opens at once: it is mapped into memory and
/// looked up in place.
///
/// Layout, 32-bit little-endian words: a header (`LexiconLayout`), an open-addressing table of
/// entry numbers, the entries, the glosses (string number, probability), the strings' places, and
/// last the characters of headwords (one word each) and the bytes of strings.
public struct Lexicon: Sendable {
  /// The language of the headwords.
  public let headwordLanguage: Language
  /// The language of the glosses.
  public let glossLanguage: Language
  private let data: Data
  private let layout: LexiconLayout
  /// The length of the longest headword that begins with each character of the basic plane.
  private let longestByFirst: [UInt16]

  /// Maps a compiled lexicon.
  /// - Throws: `LexiconError` when the file cannot be read, is not a lexicon, or is damaged.
  ///   O(size) once for the checksum, some milliseconds.
  public init(path: String) throws(LexiconError) {
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw LexiconError(path, "the lexicon cannot be read")
    }
    guard let layout = data.withUnsafeBytes({ LexiconLayout(reading: $0) }) else {
      throw LexiconError(path, "this is not a lexicon of this version, or it is damaged")
    }
    guard let headwords = Language(layout.headwordTag), let glosses = Language(layout.glossTag)
    else { throw LexiconError(path, "the lexicon names no languages") }
    self.layout = layout
    longestByFirst = data.withUnsafeBytes { layout.longestByFirst($0) }
    (headwordLanguage, glossLanguage) = (headwords, glosses)
  }

  /// The number of headwords.
  public var count: Int { layout.entryCount }

  /// A gloss word with the probability that it stands for the headword.
  struct Gloss {
    var word: String
    var probability: Float
  }

  /// The words that may stand for a headword; empty for an unknown one.
  func glosses(_ headword: String) -> [Gloss] {
    let scalars = headword.unicodeScalars.map(\.value)
    return data.withUnsafeBytes { bytes in
      guard let entry = find(scalars, hash: Self.hash(scalars), bytes) else { return [] }
      let start = layout.entry(bytes, entry, .glossStart)
      return (start..<start + layout.entry(bytes, entry, .glossCount)).map { index in
        let (word, probability) = layout.gloss(bytes, index)
        return Gloss(word: layout.string(bytes, word), probability: probability)
      }
    }
  }

  /// How a character is read, without tones: `chong`, `zhong` for 重. Empty if the lexicon has none.
  func readings(_ character: Unicode.Scalar) -> [String] {
    let scalars = [character.value]
    return data.withUnsafeBytes { bytes in
      guard let entry = find(scalars, hash: Self.hash(scalars), bytes) else { return [] }
      let readings = layout.string(bytes, layout.entry(bytes, entry, .readings))
      return readings.split(separator: " ").map(String.init)
    }
  }

  /// The length in scalars of the longest headword that begins at `start`; 1 if none does.
  public func longestHeadword(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    data.withUnsafeBytes { bytes in
      var hash = Self.hashSeed
      var longest = 1
      let most = min(self.longest(from: text[start]), text.count - start)
      for length in 1...max(1, most) {
        hash = Self.hash(hash, text[start + length - 1].value)
        let matches = find(hash, bytes) { key in
          guard key.count == length else { return false }
          var index = 0
          while index < length, key[index] == text[start + index].value { index += 1 }
          return index == length
        }
        if matches != nil { longest = length }
      }
      return longest
    }
  }

  /// How long headwords are that begin with a character, at most.
  private func longest(from first: Unicode.Scalar) -> Int {
    let index = Int(first.value)
    return index < longestByFirst.count ? Int(longestByFirst[index]) : layout.longestHeadword
  }

  // MARK: The table

  static let hashSeed: UInt32 = 2_166_136_261

  /// FNV-1a over whole scalars.
  static func hash(_ hash: UInt32, _ scalar: UInt32) -> UInt32 { (hash ^ scalar) &* 16_777_619 }

  static func hash(_ scalars: [UInt32]) -> UInt32 { scalars.reduce(hashSeed, hash) }

  private func find(_ scalars: [UInt32], hash: UInt32, _ bytes: UnsafeRawBufferPointer) -> Int? {
    find(hash, bytes) { $0.elementsEqual(scalars) }
  }

  private func find(
    _ hash: UInt32, _ bytes: UnsafeRawBufferPointer,
    where matches: (LexiconLayout.Scalars) -> Bool
  ) -> Int? {
    var bucket = Int(LexiconLayout.spread(hash)) & (layout.bucketCount - 1)
    while true {
      let entry = layout.bucket(bytes, bucket)
      if entry == 0 { return nil }
      if matches(layout.headword(bytes, entry - 1)) { return entry - 1 }
      bucket = (bucket + 1) & (layout.bucketCount - 1)
    }
  }
}

/// A lexicon that cannot be used.
public struct LexiconError: Fault {
  public let kind = FaultKind.badInput
  public let place: String
  public let problem: String
  public let fix: String

  init(_ place: String, _ problem: String, fix: String? = nil) {
    self.place = place
    self.problem = problem
    self.fix = fix ?? "make it again: bitext lexicon import FILE"
  }
}
