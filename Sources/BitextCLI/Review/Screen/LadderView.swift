internal import Bitext
internal import Workbench

/// The part of the ladder that the screen shows: whole rows about the cursor's.
struct LadderView {
  /// The first row shown the last time, so that the screen moves only when it must.
  private var top = 0

  /// What is shown of which document pair.
  struct Content {
    var pair: DocumentPair
    var cursor: Int
    var focus: RowBlock.Focus
    /// Rows about to change, by id.
    var changed: Set<Row.ID> = []
    /// Whether a row is shown.
    var shows: (Int) -> Bool
  }

  /// The lines, exactly `height` of them. O(rows shown), besides rows that are passed over.
  mutating func lines(_ content: Content, columns: LadderColumns, height: Int) -> [ScreenLine] {
    var blocks = Blocks(content: content, columns: columns)
    top = start(&blocks, content, height)
    var lines: [ScreenLine] = []
    var row: Int? = top
    while let index = row, lines.count < height {
      lines += blocks.fitted(index, height: height)
      row = content.below(index)
    }
    lines = Array(lines.prefix(height))
    return lines + Array(repeating: ScreenLine(), count: height - lines.count)
  }

  /// The first row to show: the same as before when the cursor's row and the beginning of the next
  /// fit below it, else one that leaves a third of the screen above the cursor.
  private func start(_ blocks: inout Blocks, _ content: Content, _ height: Int) -> Int {
    if top <= content.cursor, content.shows(top) || top == content.cursor {
      var used = 0
      var row: Int? = top
      while let index = row, index < content.cursor, used < height {
        used += blocks.fitted(index, height: height).count
        row = content.below(index)
      }
      let own = blocks.fitted(content.cursor, height: height).count
      let isLast = content.below(content.cursor) == nil
      let isFirst = top == content.cursor && content.above(top) != nil
      if used + own + (isLast ? 0 : 1) <= height, !isFirst { return top }
    }
    let room = max(0, min(height / 3, height - blocks.fitted(content.cursor, height: height).count))
    var (first, used) = (content.cursor, 0)
    while let above = content.above(first) {
      used += blocks.fitted(above, height: height).count
      if used > room { break }
      first = above
    }
    return first
  }

  /// Rows laid out once a frame.
  private struct Blocks {
    let content: Content
    let columns: LadderColumns
    private var known: [Int: [ScreenLine]] = [:]

    init(content: Content, columns: LadderColumns) {
      self.content = content
      self.columns = columns
    }

    /// The row's lines, no more than fit: of the cursor's row those about its active segment, of
    /// another only its beginning.
    mutating func fitted(_ index: Int, height: Int) -> [ScreenLine] {
      if let lines = known[index] { return lines }
      let isCursor = index == content.cursor
      let row = content.pair.rows[index]
      let block = RowBlock(
        pair: content.pair, index: index, columns: columns,
        focus: isCursor ? content.focus : nil, isChanged: content.changed.contains(row.id))
      var lines = block.lines
      let most = isCursor ? height : max(3, height / 2)
      if lines.count > most { lines = cut(lines, block, to: most) }
      known[index] = lines
      return lines
    }

    private func cut(_ lines: [ScreenLine], _ block: RowBlock, to most: Int) -> [ScreenLine] {
      let skipped = block.focus == nil ? 0 : min(block.lineOfSegment, lines.count - most)
      var kept = Array(lines[skipped..<skipped + most])
      if skipped + most < lines.count {
        kept[most - 1] = ScreenLine()
        kept[most - 1].put(Signs.more, at: columns.texts[.source]?.start ?? 0, look: .dim)
      }
      return kept
    }
  }
}

extension LadderView.Content {
  func below(_ index: Int) -> Int? {
    (index + 1..<max(index + 1, pair.rows.count)).first(where: shows)
  }

  func above(_ index: Int) -> Int? { (0..<index).last(where: shows) }
}
