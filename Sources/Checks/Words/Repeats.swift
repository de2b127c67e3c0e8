public import Bitext

/// Finds pairs with the same source and different targets, and the reverse, over any number of pairs.
///
/// Letter case, white space and punctuation do not count, and texts of fewer than nine letters (or three
/// Chinese characters) may well have two translations. Texts are kept as hashes: 40 bytes a pair.
public struct Repeats: Sendable {
  /// A pair that differs from another one.
  public struct Twin: Hashable, Sendable {
    /// `sameSource` or `sameTarget`.
    public var rule: Rule
    /// The pair, as it was numbered.
    public var pair: Int
    /// The first pair that has it in the way that most have.
    public var other: Int
  }

  private struct Variant {
    var hash: UInt64
    var first: Int
    var pairs: [Int32] = []
  }

  private var bySource: [UInt64: [Variant]] = [:]
  private var byTarget: [UInt64: [Variant]] = [:]

  /// No pair yet.
  public init() {}

  /// Takes a pair in. A target that is its source says nothing of translation and is left out.
  public mutating func add(
    source: String, _ sourceLanguage: Language, target: String, _ targetLanguage: Language,
    pair: Int
  ) {
    let languages = "\(sourceLanguage.code)-\(targetLanguage.code)"
    let (here, there) = (Folded(source, languages), Folded(target, languages))
    guard here.size > 0, there.size > 0, here.hash != there.hash else { return }
    if here.size >= Self.least { Self.add(there.hash, pair, to: &bySource[here.hash, default: []]) }
    if there.size >= Self.least {
      Self.add(here.hash, pair, to: &byTarget[there.hash, default: []])
    }
  }

  private static let least = 9

  private static func add(_ hash: UInt64, _ pair: Int, to variants: inout [Variant]) {
    if let index = variants.firstIndex(where: { $0.hash == hash }) {
      variants[index].pairs.append(Int32(pair))
    } else {
      variants.append(Variant(hash: hash, first: pair, pairs: [Int32(pair)]))
    }
  }

  /// The pairs that differ from what most have, ordered by pair and rule. Where no variant is the most
  /// frequent, the first one is.
  public var twins: [Twin] {
    [(Rule.sameSource, bySource), (.sameTarget, byTarget)].flatMap { rule, groups in
      groups.values.flatMap { variants -> [Twin] in
        guard variants.count > 1,
          let usual = variants.max(by: { ($0.pairs.count, $1.first) < ($1.pairs.count, $0.first) })
        else { return [] }
        return variants.filter { $0.hash != usual.hash }.flatMap { variant in
          variant.pairs.map { Twin(rule: rule, pair: Int($0), other: usual.first) }
        }
      }
    }.sorted { ($0.pair, $0.rule.rawValue) < ($1.pair, $1.rule.rawValue) }
  }
}

/// A text by what counts of it.
private struct Folded {
  /// FNV-1a, 64 bits, over letters and digits in lower case.
  var hash: UInt64
  /// Letters, a Chinese character as three.
  var size = 0

  init(_ text: String, _ languages: String) {
    hash = languages.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    for scalar in text.unicodeScalars {
      let script = Script.of(scalar.narrowed)
      guard [.letter, .digit, .han].contains(script) else { continue }
      size += script == .han ? 3 : 1
      for folded in scalar.narrowed.properties.lowercaseMapping.unicodeScalars {
        hash = (hash ^ UInt64(folded.value)) &* 0x100_0000_01b3
      }
    }
  }
}
