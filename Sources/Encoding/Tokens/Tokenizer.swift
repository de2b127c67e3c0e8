/// Cuts text into the pieces of a SentencePiece unigram model (Kudo 2018, "Subword Regularization"):
/// those whose scores have the highest sum. Gives the same pieces as SentencePiece itself.
struct Tokenizer {
  private let map: CharacterMap
  private let trie: PieceTrie
  private let scores: UnsafeBufferPointer<Float>
  private let unknownScore: Float

  /// What SentencePiece takes off the lowest score for a character that no piece has.
  private static let unknownPenalty: Float = 10

  init?(_ sections: EncoderSections) {
    guard let map = CharacterMap(sections.bytes(.characterMap)) else { return nil }
    self.map = map
    trie = PieceTrie(sections)
    scores = UnsafeBufferPointer(start: sections.numbers(.scores), count: Network.pieces)
    // Pieces that are no text have 0.
    unknownScore = (scores.min() ?? 0) - Self.unknownPenalty
  }

  /// The pieces of a text. O(bytes × longest piece).
  /// - Parameter continues: whether the text stands behind another; then no space is put before it,
  ///   and one that it begins with counts.
  func pieces(_ text: String, continues: Bool = false) -> [Int32] {
    var text = text
    let normal = text.withUTF8 { normalised($0, continues: continues) }
    return normal.withUnsafeBufferPointer { best($0) }
  }

  // MARK: Characters

  /// The mark that stands for a space, U+2581.
  private static let space: [UInt8] = [0xE2, 0x96, 0x81]

  private func normalised(_ text: UnsafeBufferPointer<UInt8>, continues: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 2)
    var afterSpace = !continues
    var isEmpty = true
    var index = 0
    while index < text.count {
      let length: Int
      if let match = map.match(text, index) {
        length = match.length
        append(map.bytes(match.replacement))
      } else {
        length = min(Self.length(text[index]), text.count - index)
        append(text[index..<index + length])
      }
      index += length
    }
    while result.suffix(3) == Self.space[...] { result.removeLast(3) }
    return result

    // Spaces in a row become one, and those in front none.
    func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
      for byte in bytes {
        if byte == 0x20, afterSpace { continue }
        if isEmpty, !continues { result += Self.space }
        isEmpty = false
        afterSpace = byte == 0x20
        if afterSpace { result += Self.space } else { result.append(byte) }
      }
    }
  }

  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0..<0xC0: 1
    case 0..<0xE0: 2
    case 0..<0xF0: 3
    default: 4
    }
  }

  // MARK: Pieces

  /// The best cut that ends at a byte.
  private struct Cut {
    var start = -1
    var piece: Int32 = 0
    var score: Float = 0
  }

  private func best(_ text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var cuts = [Cut](repeating: Cut(), count: text.count + 1)
    var start = 0
    while start < text.count {
      let next = min(start + Self.length(text[start]), text.count)
      let before = cuts[start].score
      var hasSingle = false
      trie.forEachPiece(text, start) { piece, end in
        let score = scores[Int(piece)] + before
        if cuts[end].start < 0 || score > cuts[end].score {
          cuts[end] = Cut(start: start, piece: piece, score: score)
        }
        if end == next { hasSingle = true }
      }
      if !hasSingle {
        let score = unknownScore + before
        if cuts[next].start < 0 || score > cuts[next].score {
          cuts[next] = Cut(start: start, piece: Network.unknown, score: score)
        }
      }
      start = next
    }
    return Self.path(cuts)
  }

  /// The pieces from the front. Unknown ones in a row are one.
  private static func path(_ cuts: [Cut]) -> [Int32] {
    var pieces: [Int32] = []
    var end = cuts.count - 1
    while end > 0 {
      let cut = cuts[end]
      if cut.piece != Network.unknown || pieces.last != Network.unknown { pieces.append(cut.piece) }
      end = cut.start
    }
    return pieces.reversed()
  }
}
