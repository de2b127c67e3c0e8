// Texts as symbols in, the blocks of one part out.

/// Texts to be indexed: their keys, and their symbols one after the other.
struct MatchTexts: Sendable {
  private(set) var keys: [Int64] = []
  private(set) var symbols: [MatchSymbol] = []
  private var ends: [Int] = []

  var count: Int { keys.count }

  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
  func length(_ index: Int) -> Int { range(index).count }

  /// Adds a text.
  mutating func append(_ key: Int64, _ text: String, by unit: MatchUnit) {
    var text = text
    text.withUTF8 { append(key, $0, by: unit) }
  }

  /// Adds a text of valid UTF-8.
  mutating func append(_ key: Int64, _ text: UnsafeBufferPointer<UInt8>, by unit: MatchUnit) {
    MatchSymbols.append(text, by: unit, to: &symbols)
    keys.append(key)
    ends.append(symbols.count)
  }

  /// Adds a text that is symbols already.
  mutating func append(_ key: Int64, _ text: UnsafeBufferPointer<MatchSymbol>) {
    symbols.append(contentsOf: text)
    keys.append(key)
    ends.append(symbols.count)
  }

  /// The indices by length, then key, in runs of at most a part's capacity. O(n log n).
  func parts() -> [ArraySlice<Int>] {
    let lengths = (0..<count).map(length)
    let order = (0..<count).filter { lengths[$0] > 0 }.sorted {
      (lengths[$0], keys[$0]) < (lengths[$1], keys[$1])
    }
    return stride(from: 0, to: order.count, by: MatchPartHead.capacity).map {
      order[$0..<min($0 + MatchPartHead.capacity, order.count)]
    }
  }
}

/// One part being made. The bytes are as `MatchPartHead` tells.
struct MatchPartBuilder {
  let head: MatchPartHead
  private let texts: MatchTexts
  /// The texts by slot.
  private let order: [Int]
  /// Slots by bucket, and where each bucket begins.
  private var slots: [UInt16] = []
  private var starts: [Int] = []

  /// - Parameter order: indices of texts by length, shortest first; none empty.
  /// O(symbols + buckets).
  init(_ texts: MatchTexts, _ order: ArraySlice<Int>) {
    self.texts = texts
    self.order = Array(order)
    let lengths = order.map(texts.length)
    let pairs = lengths.reduce(0) { $0 + $1 - 1 }
    head = MatchPartHead(lengths: lengths, pairs: pairs)
    fillBuckets()
  }

  /// Counts, then places: a counting sort. Slots rise, so a text that has a pair twice, or two pairs
  /// in one bucket, is the last of its bucket when it comes again.
  private mutating func fillBuckets() {
    let shift = UInt32(32 - head.bits)
    var last = [Int32](repeating: -1, count: 1 << head.bits)
    starts = Array(repeating: 0, count: last.count + 1)
    eachPair { slot, hash in
      let bucket = Int(hash >> shift)
      if last[bucket] != slot {
        (last[bucket], starts[bucket + 1]) = (slot, starts[bucket + 1] + 1)
      }
    }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var next = starts
    for bucket in last.indices { last[bucket] = -1 }
    var slots = [UInt16](repeating: 0, count: starts[starts.count - 1])
    eachPair { slot, hash in
      let bucket = Int(hash >> shift)
      if last[bucket] != slot {
        slots[next[bucket]] = UInt16(truncatingIfNeeded: slot)
        (last[bucket], next[bucket]) = (slot, next[bucket] + 1)
      }
    }
    self.slots = slots
  }

  @inline(__always)
  private func eachPair(_ body: (Int32, UInt32) -> Void) {
    texts.symbols.withUnsafeBufferPointer { symbols in
      for (slot, text) in order.enumerated() {
        let range = texts.range(text)
        for index in range.dropLast() {
          body(Int32(truncatingIfNeeded: slot), pairHash(symbols[index], symbols[index + 1]))
        }
      }
    }
  }

  /// Gives every block to `body`, in order.
  func eachBlock(_ body: (Int, [UInt8]) throws -> Void) rethrows {
    for block in 0..<head.pairBlocks { try body(block, pairBlock(block)) }
    for block in 0..<head.textBlocks { try body(head.pairBlocks + block, textBlock(block)) }
  }

  private func pairBlock(_ block: Int) -> [UInt8] {
    let first = block * MatchPartHead.bucketsInBlock
    let range = starts[first]..<starts[first + MatchPartHead.bucketsInBlock]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * MatchPartHead.bucketsInBlock + 2 * range.count)
    for bucket in first..<first + MatchPartHead.bucketsInBlock {
      bytes.append(number: UInt32(starts[bucket + 1] - range.lowerBound))
    }
    bytes.append(numbers: slots[range])
    return bytes
  }

  private func textBlock(_ block: Int) -> [UInt8] {
    let first = block * MatchPartHead.textsInBlock
    let texts = order[first..<min(first + MatchPartHead.textsInBlock, order.count)]
    var bytes: [UInt8] = []
    for text in texts { bytes.append(number: self.texts.keys[text]) }
    var end = 0
    for text in texts {
      end += self.texts.length(text)
      bytes.append(number: UInt32(end))
    }
    for text in texts { bytes.append(numbers: self.texts.symbols[self.texts.range(text)]) }
    return bytes
  }
}

extension [UInt8] {
  /// Appends numbers as they lie in memory: least significant byte first on every machine that
  /// Swift is made for.
  fileprivate mutating func append(numbers: ArraySlice<UInt16>) {
    numbers.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// Appends a number, least significant byte first.
  fileprivate mutating func append(number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
