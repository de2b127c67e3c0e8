// The distance of one text to many, 64 cells of the usual table at a time.

/// A text made ready to be compared: Myers 1999, in the form of Hyyrö 2003 for texts beyond 64
/// tokens.
struct EditDistance {
  /// How many tokens the text has.
  let count: Int
  private let blocks: Int
  /// A small open-addressing table of the text's symbols: a slot's symbol, and its number from 1.
  private let mask: Int
  private var keys: [UInt32]
  private var numbers: [Int]
  /// For the symbol numbered s, word b of where it stands in the text, at s · blocks + b.
  private var places: [UInt64]
  /// Vertical differences of a column: +1 and −1.
  private var plus: [UInt64]
  private var minus: [UInt64]

  /// O(n).
  init(_ symbols: some Collection<UInt32>) {
    count = symbols.count
    blocks = max(1, (count + 63) / 64)
    var size = 16
    while size < 3 * count { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: 0, count: size)
    places = Array(repeating: 0, count: blocks)
    (plus, minus) = (Array(repeating: 0, count: blocks), Array(repeating: 0, count: blocks))
    for (index, symbol) in symbols.enumerated() {
      let slot = slot(symbol)
      if numbers[slot] == 0 {
        (keys[slot], numbers[slot]) = (symbol, places.count / blocks)
        places.append(contentsOf: repeatElement(0, count: blocks))
      }
      places[numbers[slot] * blocks + index / 64] |= 1 << UInt64(index % 64)
    }
  }

  /// Where a symbol is in the table, or would be.
  private func slot(_ symbol: UInt32) -> Int {
    var slot = Int((symbol &* 0x9E37_79B1) >> 8) & mask
    while numbers[slot] != 0, keys[slot] != symbol { slot = (slot + 1) & mask }
    return slot
  }

  /// The distance to another text when it is at most `limit`. O(n · ⌈m / 64⌉), and it stops as soon
  /// as the limit cannot be kept.
  mutating func callAsFunction(
    to other: some RandomAccessCollection<some FixedWidthInteger>, atMost limit: Int
  ) -> Int? {
    guard abs(count - other.count) <= limit else { return nil }
    guard count > 0 else { return other.count }
    return blocks == 1 ? short(other, limit) : long(other, limit)
  }

  private func short(
    _ other: some RandomAccessCollection<some FixedWidthInteger>, _ limit: Int
  ) -> Int? {
    var (plus, minus) = (~UInt64(0), UInt64(0))
    var (distance, rest) = (count, other.count)
    let last = UInt64(1) << UInt64(count - 1)
    for symbol in other {
      let equal = places[numbers[slot(UInt32(truncatingIfNeeded: symbol))]]
      let vertical = equal | minus
      let horizontal = (((equal & plus) &+ plus) ^ plus) | equal
      var up = minus | ~(horizontal | plus)
      var down = plus & horizontal
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      rest -= 1
      if distance - rest > limit { return nil }
      up = up << 1 | 1
      down <<= 1
      plus = down | ~(vertical | up)
      minus = up & vertical
    }
    return distance
  }

  private mutating func long(
    _ other: some RandomAccessCollection<some FixedWidthInteger>, _ limit: Int
  ) -> Int? {
    for block in 0..<blocks { (plus[block], minus[block]) = (~0, 0) }
    var (distance, rest) = (count, other.count)
    for symbol in other {
      let first = numbers[slot(UInt32(truncatingIfNeeded: symbol))] * blocks
      var carry = 1
      for block in 0..<blocks { carry = step(block, places[first + block], carry) }
      distance += carry
      rest -= 1
      if distance - rest > limit { return nil }
    }
    return distance
  }

  /// Carries one block of a column on; `carry` is the horizontal difference that comes in above it,
  /// the result the one that goes out below.
  private mutating func step(_ block: Int, _ places: UInt64, _ carry: Int) -> Int {
    let (p, m) = (plus[block], minus[block])
    let isLast = block == blocks - 1
    let last = UInt64(1) << UInt64(isLast ? (count - 1) % 64 : 63)
    let vertical = places | m
    let equal = carry < 0 ? places | 1 : places
    let horizontal = (((equal & p) &+ p) ^ p) | equal
    var up = m | ~(horizontal | p)
    var down = p & horizontal
    let out = (up & last != 0 ? 1 : 0) - (down & last != 0 ? 1 : 0)
    up = up << 1 | (carry > 0 ? 1 : 0)
    down = down << 1 | (carry < 0 ? 1 : 0)
    plus[block] = down | ~(vertical | up)
    minus[block] = up & vertical
    return out
  }
}
