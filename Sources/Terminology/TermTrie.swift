/// Token sequences and what ends there: a trie with one hash table for all its edges.
struct TermTrie: Sendable {
  private var edges: [UInt64: UInt32] = [:]
  private var entries: [[Int]] = [[]]

  private static func edge(_ node: UInt32, _ key: UInt32) -> UInt64 {
    UInt64(node) << 32 | UInt64(key)
  }

  /// Makes `entry` end after `keys`.
  mutating func insert(_ keys: [UInt32], _ entry: Int) {
    guard !keys.isEmpty else { return }
    var node: UInt32 = 0
    for key in keys {
      let edge = Self.edge(node, key)
      if edges[edge] == nil {
        edges[edge] = UInt32(entries.count)
        entries.append([])
      }
      node = edges[edge] ?? 0
    }
    entries[Int(node)].append(entry)
  }

  /// Every sequence that begins at `start`, shortest first, as the count of its tokens and its
  /// entries. O(longest sequence).
  func matches(in tokens: [Token], from start: Int) -> [(count: Int, entries: [Int])] {
    var found: [(count: Int, entries: [Int])] = []
    var node: UInt32 = 0
    for index in start..<tokens.count {
      guard let next = edges[Self.edge(node, tokens[index].key)] else { break }
      node = next
      if !entries[Int(node)].isEmpty { found.append((index + 1 - start, entries[Int(node)])) }
    }
    return found
  }
}

/// A unit that terms are compared by, with its place in the text in UTF-8 bytes.
struct Token: Sendable {
  let key: UInt32
  let range: Range<Int>
}
