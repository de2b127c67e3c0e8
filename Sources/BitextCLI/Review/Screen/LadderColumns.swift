internal import Bitext
internal import Workbench

/// Where things stand on a line of the ladder: the row's number, the two texts, what is known of
/// the row. Narrow screens have no columns: the texts stand below each other.
struct LadderColumns {
  /// Fewer columns than this are too narrow for two texts side by side.
  static let leastWidth = 80

  let width: Int
  let isStacked: Bool
  /// Room for the row's number with the cursor's sign before it.
  let gutter: Int
  /// Where each text begins, and how wide it is.
  let texts: [Side: (start: Int, width: Int)]
  /// Where what is known begins, and how wide it is.
  let facts: (start: Int, width: Int)

  /// - Parameter share: the source's share of both texts' columns.
  init(width: Int, rowCount: Int, share: Double) {
    self.width = width
    isStacked = width < Self.leastWidth
    gutter = 1 + max(3, String(rowCount).count) + 1
    if isStacked {
      let start = 4
      texts = Dictionary(
        uniqueKeysWithValues: Side.allCases.map { ($0, (start, max(8, width - start))) })
      facts = (gutter, max(1, width - gutter))
      return
    }
    let known = 13
    let room = width - gutter - known - 6
    let source = Int((Double(room) * max(0.35, min(0.65, share))).rounded())
    texts = [
      .source: (gutter, source), .target: (gutter + source + 3, room - source),
    ]
    facts = (width - known, known)
  }

  /// The separators' columns.
  var bars: [Int] {
    guard !isStacked, let source = texts[.source] else { return [] }
    return [source.start + source.width + 1, facts.start - 2]
  }
}

extension DocumentPair {
  /// The source's share of the columns that both texts take, told by their bytes: a Chinese
  /// character has three and takes two columns.
  var sourceShare: Double {
    func columns(_ side: Side) -> Double {
      let document = self[side].document
      return Double(document.text.utf8.count) * (document.language.isUnspaced ? 2.0 / 3 : 1)
    }
    let (source, target) = (columns(.source), columns(.target))
    return source + target > 0 ? source / (source + target) : 0.5
  }
}
