/// The pieces by their bytes: a trie in level order, so that a node's children stand together,
/// sorted by the byte that leads to them.
struct PieceTrie {
  private let children: UnsafeBufferPointer<UInt32>
  private let pieces: UnsafeBufferPointer<UInt32>
  private let labels: UnsafeBufferPointer<UInt8>

  init(_ sections: EncoderSections) {
    children = sections.words(.nodeChildren)
    pieces = sections.words(.nodePieces)
    labels = sections.bytes(.nodeLabels)
  }

  /// Names each piece that the text has at `start`, the shorter first, and where it ends.
  func forEachPiece(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ body: (_ piece: Int32, _ end: Int) -> Void
  ) {
    var node = 0
    for index in start..<text.count {
      guard let child = child(of: node, text[index]) else { return }
      node = child
      if pieces[node] != 0 { body(Int32(pieces[node]) - 1, index + 1) }
    }
  }

  private func child(of node: Int, _ label: UInt8) -> Int? {
    var low = Int(children[node])
    let end = Int(children[node + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if labels[middle] < label { low = middle + 1 } else { high = middle }
    }
    return low < end && labels[low] == label ? low : nil
  }
}

/// The parts of a trie, as the file keeps them.
struct PieceTrieParts {
  /// Where each node's children begin; those of the last end at the number of nodes.
  private(set) var children: [UInt32] = []
  /// One more than the piece that ends at each node, 0 if none does.
  private(set) var pieces: [UInt32] = [0]
  /// The byte that leads to each node.
  private(set) var labels: [UInt8] = [0]

  /// O(bytes of all keys), once they are sorted.
  init(_ keys: [(bytes: [UInt8], piece: Int)]) {
    let keys = keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    var level = [keys[...]]
    var depth = 0
    while !level.isEmpty {
      var next: [ArraySlice<(bytes: [UInt8], piece: Int)>] = []
      for group in level {
        children.append(UInt32(labels.count))
        var rest = group.drop { $0.bytes.count == depth }
        while let label = rest.first?.bytes[depth] {
          let same = rest.prefix { $0.bytes[depth] == label }
          rest = rest.dropFirst(same.count)
          labels.append(label)
          let whole = same.first.flatMap { $0.bytes.count == depth + 1 ? $0.piece : nil }
          pieces.append(whole.map { UInt32($0 + 1) } ?? 0)
          next.append(same)
        }
      }
      level = next
      depth += 1
    }
    children.append(UInt32(labels.count))
  }
}
