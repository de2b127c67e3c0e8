internal import Bitext

/// What units are found by in the index: a character, two neighbouring characters, a word, or any
/// other two neighbours.
///
/// The last kind is put in 65,536 boxes, so a box holds strangers too; a unit that has all grams of a
/// phrase is only a candidate until its text is read.
struct Gram: Hashable, Comparable, Sendable {
  /// Positive as a 64-bit number: side, kind, and what is told apart.
  let value: UInt64

  private init(_ kind: UInt64, _ side: Side, _ rest: UInt64) {
    value = (side == .source ? 0 : 1) << 62 | kind << 60 | rest
  }

  /// A token by itself; marks are not looked up.
  @inline(__always)
  init?(_ key: SearchToken.Key, _ side: Side) {
    if key.isMark { return nil }
    self.init(key.isWord ? 2 : 0, side, key.isWord ? key.value & (1 << 60 - 1) : key.value)
  }

  /// Two neighbours, neither of them a mark.
  @inline(__always)
  init?(_ first: SearchToken.Key, _ second: SearchToken.Key, _ side: Side) {
    if first.isMark || second.isMark { return nil }
    if first.isCharacter, second.isCharacter {
      self.init(1, side, first.value << 21 | second.value)
    } else {
      let mixed = (first.value &* 0x9e37_79b9_7f4a_7c15) ^ second.value
      self.init(3, side, (mixed &* 0xff51_afd7_ed55_8ccd) >> 48)
    }
  }

  static func < (one: Gram, other: Gram) -> Bool { one.value < other.value }

  /// What a phrase is looked up by: its neighbours, and its words or a single character by
  /// themselves. Empty when it is all marks.
  static func of(_ phrase: [SearchToken.Key], _ side: Side) -> Set<Gram> {
    var grams = Set(zip(phrase, phrase.dropFirst()).compactMap { Gram($0, $1, side) })
    for (place, key) in phrase.enumerated() where !key.isMark {
      let isCovered =
        key.isCharacter
        && (place > 0 && phrase[place - 1].isCharacter
          || place + 1 < phrase.count && phrase[place + 1].isCharacter)
      if !isCovered, let gram = Gram(key, side) { grams.insert(gram) }
    }
    return grams
  }
}
