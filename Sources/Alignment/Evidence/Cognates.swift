internal import Bitext
internal import Foundation

/// Words that two languages in one script have in common: `Kommission` and `commission`,
/// `Programm` and `program`. They begin alike.
struct Cognates {
  /// The shortest beginning that counts, in letters.
  static let least = 5
  /// The least share of the longer stem that the beginning must be.
  static let share = 0.6
  /// How strongly such words call for each other.
  static let weight: Float = 0.3

  private let words: [(spelling: [UInt8], word: Int32)]

  /// The words of one side, made ready to be found.
  init(_ vocabulary: Vocabulary) {
    words = vocabulary.keys.indices
      .filter { vocabulary.kinds[$0] == .word }
      .map { (Self.spelling(vocabulary.keys[$0]), Int32($0)) }
      .filter { $0.spelling.count >= Self.least }
      .sorted { ($0.spelling, $0.word) < ($1.spelling, $1.word) }
  }

  /// The words before and after a spelling's place in the alphabet, which begin most like it, as
  /// far as they are cognates. O(log words).
  func like(_ key: String) -> [Int32] {
    let spelling = Self.spelling(key)
    guard spelling.count >= Self.least else { return [] }
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].spelling.lexicographicallyPrecedes(spelling) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return [low - 1, low].filter { words.indices.contains($0) }
      .filter { Self.areCognates(words[$0].spelling, spelling) }.map { words[$0].word }
  }

  private static func areCognates(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let common = zip(a, b).prefix { $0 == $1 }.count
    return common >= least && Double(common) >= share * Double(max(a.count, b.count))
  }

  /// Latin letters without accents, `k` as `c`; empty for other scripts.
  private static func spelling(_ key: String) -> [UInt8] {
    var key = key
    if !key.utf8.allSatisfy({ $0 < 0x80 }) {
      key = key.folding(options: .diacriticInsensitive, locale: nil)
    }
    let bytes = Array(key.utf8)
    guard bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
    return bytes.map { $0 == UInt8(ascii: "k") ? UInt8(ascii: "c") : $0 }
  }
}

extension StartTable {
  /// Words that the two languages share by their letters or their sound.
  mutating func addWordsAlike(_ languages: (source: Language, target: Language)) {
    if !languages.source.isUnspaced, !languages.target.isUnspaced { addCognates() }
    if languages.source.code == "ja" { addLoanwords(japaneseOnSource: true) }
    if languages.target.code == "ja" { addLoanwords(japaneseOnSource: false) }
  }

  /// Words that begin alike, for two languages in one script. O(n log n) in the vocabularies.
  mutating func addCognates() {
    let cognates = Cognates(target)
    for (z, key) in source.keys.enumerated() where source.kinds[z] == .word {
      for e in cognates.like(key) { raise(Int32(z), e, to: Cognates.weight) }
    }
  }
}

/// Pairs of bytes and a number in order; arrays have no `<` of their own.
private func < (a: ([UInt8], Int32), b: ([UInt8], Int32)) -> Bool {
  a.0 == b.0 ? a.1 < b.1 : a.0.lexicographicallyPrecedes(b.0)
}
