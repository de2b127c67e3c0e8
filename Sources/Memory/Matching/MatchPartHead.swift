// The shape of a part of the index: what is known of it before any of its blocks is read.

/// How a part is laid out. A part has at most 65,536 texts of one language, shortest first; a text's
/// place in that order is its slot. Its blocks come in two kinds:
///
/// - *pair blocks*: a pair of neighbouring symbols falls by its hash into one of 2^bits buckets; a
///   block holds 64 buckets. `UInt32[64]` where each ends, then for each bucket the slots of the
///   texts that have such a pair, ascending, `UInt16` each.
/// - *text blocks*: 32 slots each. `Int64[n]` the texts' keys, `UInt32[n]` where each one's symbols
///   end, then the symbols, `UInt16` each.
///
/// All numbers are least significant byte first; ends count from the first item after the ends.
struct MatchPartHead: Hashable, Sendable {
  /// All texts of one length.
  struct Run: Hashable, Sendable {
    /// How many tokens they have.
    var length: Int
    /// The slot after the last of them.
    var end: Int
  }

  /// Slots are 16 bits.
  static let capacity = 1 << 16
  static let bucketsInBlock = 64
  static let textsInBlock = 32

  /// 2^bits buckets.
  let bits: Int
  /// By length, ascending.
  let runs: [Run]

  /// How many texts there are.
  var count: Int { runs.last?.end ?? 0 }
  var pairBlocks: Int { (1 << bits) / Self.bucketsInBlock }
  var textBlocks: Int { (count + Self.textsInBlock - 1) / Self.textsInBlock }
  /// How many blocks there are, the pair blocks first.
  var blocks: Int { pairBlocks + textBlocks }

  /// The runs of lengths in a range, and the slots they take.
  func runs(_ lengths: ClosedRange<Int>) -> (runs: Range<Int>, slots: Range<Int>)? {
    let first = runs.firstIndex { $0.length >= lengths.lowerBound } ?? runs.count
    let last = runs.lastIndex { $0.length <= lengths.upperBound } ?? -1
    guard first <= last else { return nil }
    return (first..<last + 1, (first == 0 ? 0 : runs[first - 1].end)..<runs[last].end)
  }

  /// About sixteen slots a bucket: fewer would spend more on the ends than on the slots.
  init(lengths: [Int], pairs: Int) {
    var runs: [Run] = []
    for (slot, length) in lengths.enumerated() {
      if runs.last?.length != length { runs.append(Run(length: length, end: slot)) }
      runs[runs.count - 1].end = slot + 1
    }
    self.runs = runs
    var bits = 6
    while bits < 18, 1 << bits < pairs / 16 { bits += 1 }
    self.bits = bits
  }

  /// As stored: bits, then length and end of every run, `UInt32` each.
  var bytes: [UInt8] {
    ([bits] + runs.flatMap { [$0.length, $0.end] }).flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }

  /// Reads what `bytes` gave; `nil` when it is none of that.
  init?(_ bytes: [UInt8]) {
    guard bytes.count % 8 == 4 else { return nil }
    let numbers = stride(from: 0, to: bytes.count, by: 4).map { start in
      (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
    bits = numbers[0]
    runs = stride(from: 1, to: numbers.count, by: 2).map {
      Run(length: numbers[$0], end: numbers[$0 + 1])
    }
    let rises = zip(runs, runs.dropFirst()).allSatisfy { $0.length < $1.length && $0.end < $1.end }
    guard (6...18).contains(bits), rises, (1...Self.capacity).contains(count), runs[0].end > 0
    else { return nil }
  }
}

/// The hash of two neighbouring symbols: its first bits are the bucket (Fibonacci hashing).
@inline(__always)
func pairHash(_ first: MatchSymbol, _ second: MatchSymbol) -> UInt32 {
  var hash = (UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1
  hash ^= hash >> 15
  return hash &* 0x85EB_CA77
}
