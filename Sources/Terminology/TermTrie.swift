/// Token sequences and what ends there: a trie with one hash table for all its edges.
///
/// Nearly every place of a text begins no term. Two filters say so before the table is asked: which
/// tokens begin a term, and which two begin one together. Where two do, one look leads past both.
struct TermTrie: Sendable {
  /// An edge and the node it leads to.
  private struct Slot {
    /// Node and token; 0 is a free place, since no token of a term is 0.
    var edge: UInt64 = 0
    /// The node it leads to, and in the highest bit whether a term ends there.
    var target: UInt32 = 0
  }

  private static let ends: UInt32 = 1 << 31
  /// Marks the edge of a term's first two tokens, which leads straight to the second node.
  private static let twofold: UInt32 = 1 << 31

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var edgeCount = 0
  /// What ends at each node; most have nothing.
  private(set) var uses: [[TermUse]] = [[]]
  private var starts = BitFilter(count: 1 << 16)
  private var pairs = BitFilter(count: 1 << 16)
  private var hasTermOfOne = false

  private static func edge(_ node: UInt32, _ key: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(key)
  }

  /// The slot of an edge, or the free one where it would stand. A product spreads neighbours (Knuth, The
  /// Art of Computer Programming 3, 6.4).
  @inline(__always)
  private func place(_ edge: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (edge &* 0x9e37_79b9_7f4a_7c15) >> 20) & mask
    while slots[place].edge != 0, slots[place].edge != edge { place = (place + 1) & mask }
    return place
  }

  /// What an edge leads to; 0 where there is none.
  @inline(__always)
  private func target(_ node: UInt32, _ key: UInt32) -> UInt32 {
    slots[place(Self.edge(node, key))].target
  }

  // MARK: Building

  /// Makes `use` end after `keys`, none of which is 0.
  mutating func insert(_ keys: [UInt32], _ use: TermUse) {
    guard let first = keys.first, let last = keys.last else { return }
    starts.insert(UInt64(first))
    if keys.count == 1 { hasTermOfOne = true }
    var node: UInt32 = 0
    var parent: UInt32 = 0
    for (index, key) in keys.enumerated() {
      (parent, node) = (node, child(node, key))
      if index == 1 { put(Self.edge(first | Self.twofold, key), node) }
    }
    if keys.count > 1 { pairs.insert(Self.edge(first, keys[1])) }
    uses[Int(node)].append(use)
    slots[place(Self.edge(parent, last))].target = node | Self.ends
    if keys.count == 2 {
      slots[place(Self.edge(first | Self.twofold, last))].target = node | Self.ends
    }
  }

  /// The node behind an edge, made if new.
  private mutating func child(_ node: UInt32, _ key: UInt32) -> UInt32 {
    let known = target(node, key) & ~Self.ends
    if known != 0 { return known }
    uses.append([])
    put(Self.edge(node, key), UInt32(uses.count - 1))
    return UInt32(uses.count - 1)
  }

  /// Sets an edge that is not there yet; one that is keeps what it has.
  private mutating func put(_ edge: UInt64, _ target: UInt32) {
    if edgeCount * 2 >= slots.count { grow() }
    let place = place(edge)
    guard slots[place].edge == 0 else { return }
    slots[place] = Slot(edge: edge, target: target)
    edgeCount += 1
  }

  private mutating func grow() {
    let old = slots.filter { $0.edge != 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in old { slots[place(slot.edge)] = slot }
    // The filter of pairs has some thirty bits a pair, so that one place in thirty passes for nothing.
    guard slots.count * 8 > pairs.count else { return }
    pairs = BitFilter(count: slots.count * 8)
    for slot in old where slot.edge >> 63 == 1 { pairs.insert(slot.edge & ~(1 << 63)) }
  }

  // MARK: Matching

  /// Calls `body` with every sequence that begins at `start`, shortest first: the count of its tokens and
  /// its node. O(longest sequence).
  @inline(__always)
  func forEachMatch(
    in tokens: UnsafeBufferPointer<Token>, from start: Int,
    _ body: (_ count: Int, _ node: Int) -> Void
  ) {
    let first = tokens[start].key
    guard starts.contains(UInt64(first)) else { return }
    if hasTermOfOne {
      let one = target(0, first)
      if one & Self.ends != 0 { body(1, Int(one & ~Self.ends)) }
    }
    guard start + 1 < tokens.count, pairs.contains(Self.edge(first, tokens[start + 1].key)) else {
      return
    }
    var next = target(first | Self.twofold, tokens[start + 1].key)
    var index = start + 2
    while next != 0 {
      if next & Self.ends != 0 { body(index - start, Int(next & ~Self.ends)) }
      guard index < tokens.count else { return }
      next = target(next & ~Self.ends, tokens[index].key)
      index += 1
    }
  }
}

/// A unit that terms are compared by, with its place in the text in UTF-8 bytes.
struct Token: Sendable {
  /// A folded code point or a stem's number; 0 for a word that stands in no term.
  var key: UInt32
  var start: Int32
  var end: Int32
}

/// A set of numbers that may take a stranger for a member, and never a member for a stranger: one hash, one
/// bit (Bloom 1970).
struct BitFilter: Sendable {
  private var bits: [UInt64]

  /// An empty set of `count` bits, a power of two.
  init(count: Int) { bits = Array(repeating: 0, count: count / 64) }

  var count: Int { bits.count * 64 }

  private func place(_ member: UInt64) -> Int {
    Int(truncatingIfNeeded: (member &* 0x9e37_79b9_7f4a_7c15) >> 32) & (count - 1)
  }

  mutating func insert(_ member: UInt64) {
    let place = place(member)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  @inline(__always)
  func contains(_ member: UInt64) -> Bool {
    let place = place(member)
    return bits[place >> 6] & 1 << UInt64(place & 63) != 0
  }
}
