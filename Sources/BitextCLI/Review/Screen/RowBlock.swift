internal import Bitext
internal import Workbench

/// A row of the ladder as lines of the screen.
struct RowBlock {
  let pair: DocumentPair
  let index: Int
  let columns: LadderColumns
  /// What is told of a row only where the cursor stands.
  var focus: Focus?
  /// Whether it is one of the rows that are about to change.
  var isChanged = false

  /// Where in the row the cursor stands, and what to highlight.
  struct Focus {
    var side: Side
    var segment: Int
    var detail: RowDetail?
  }

  /// The lines; one at least.
  var lines: [ScreenLine] { columns.isStacked ? stacked : sideBySide }

  /// The line where the active segment begins.
  var lineOfSegment: Int {
    guard let focus else { return 0 }
    let before = cell(focus.side).lines.prefix { $0.segment < focus.segment }.count
    let above = focus.side == .target && columns.isStacked ? cell(.source).lines.count : 0
    return before + above + (columns.isStacked ? 1 : 0)
  }

  private var row: Row { pair.rows[index] }

  private func cell(_ side: Side) -> CellLayout {
    let texts = pair.segmentTexts(row, side)
    return CellLayout(
      texts.isEmpty ? [Signs.gap] : texts, width: columns.texts[side]?.width ?? 8)
  }

  private func base(_ side: Side) -> Look {
    row[side].isEmpty ? .dim : .plain
  }

  // MARK: Two columns

  private var sideBySide: [ScreenLine] {
    let cells = Dictionary(uniqueKeysWithValues: Side.allCases.map { ($0, cell($0)) })
    let facts = RowFacts(pair, index).lines(width: columns.facts.width)
    let height = max(1, cells.values.map(\.lines.count).max() ?? 1)
    return (0..<height).map { number in
      var line = ScreenLine()
      if number == 0 { putNumber(into: &line) }
      for side in Side.allCases { put(side, number, of: cells[side], into: &line) }
      for (bar, column) in columns.bars.enumerated() where bar < 2 {
        line.put(Signs.bar, at: column, look: .dim)
      }
      line.put("", at: columns.facts.start)
      for (text, look) in facts.indices.contains(number) ? facts[number] : [] {
        line.put(text.fitting(columns.width - line.end), look: look)
      }
      return line
    }
  }

  private func put(
    _ side: Side, _ number: Int, of cell: CellLayout?, into line: inout ScreenLine
  ) {
    guard let cell, let place = columns.texts[side] else { return }
    if isActive(side), cell.lines.indices.contains(number), cell.lines[number].isFirst,
      cell.lines[number].segment == focus?.segment
    {
      line.put(Signs.segment, at: place.start - 1, look: .bold)
    }
    cell.put(
      number, into: &line, at: place.start, base: base(side),
      marks: focus?.detail?.marks[side] ?? [])
  }

  private func isActive(_ side: Side) -> Bool { focus?.side == side }

  /// `▸ 42`, or `* 42` for a row that is about to change.
  private func putNumber(into line: inout ScreenLine) {
    let sign = focus != nil ? Signs.cursor : isChanged ? Signs.changed : " "
    line.put(sign, at: 0, look: .bold)
    line.put(
      "\(index + 1)".rightAligned(to: columns.gutter - 2),
      look: Look(isBold: focus != nil, isDim: focus == nil, isReversed: isChanged))
  }

  // MARK: One below the other

  private var stacked: [ScreenLine] {
    var head = ScreenLine()
    putNumber(into: &head)
    head.put(" ")
    for (text, look) in RowFacts(pair, index).line {
      head.put(text.fitting(columns.width - head.end), look: look)
    }
    return [head]
      + Side.allCases.flatMap { side -> [ScreenLine] in
        let cell = cell(side)
        return cell.lines.indices.map { number in
          var line = ScreenLine()
          if number == 0 {
            line.put(String(pair[side].document.language.code.prefix(3)), at: 0, look: .dim)
          }
          put(side, number, of: cell, into: &line)
          return line
        }
      }
  }
}

/// What is known of a row, in few columns: status, shape, confidence, flags, kinds of doubts.
struct RowFacts {
  private let row: RowView
  private let kinds: [Doubt.Kind]
  private let isFlagged: Bool

  init(_ pair: DocumentPair, _ index: Int) {
    row = pair.view(index)
    let doubts = row.doubts.map(\.kind)
    kinds = doubts.filter { $0 != .flag && $0 != .null }
    isFlagged = doubts.contains(.flag)
  }

  typealias Words = [(String, Look)]

  /// `? 1-2 .71 ⚑`.
  private var head: Words {
    let (sign, look) = Signs.status(row)
    var words: Words = [(sign, look), (" \(row.shape)", .plain)]
    if let confidence = row.confidence {
      words.append((" " + confidence.shortProbability, .dim))
    }
    if isFlagged { words.append((" " + Signs.flag, .colour(.yellow))) }
    if row.comment != nil { words.append((" " + Signs.comment, .colour(.yellow))) }
    return words
  }

  /// On one line.
  var line: Words {
    head
      + [
        (
          kinds.isEmpty ? "" : "  " + Set(kinds).map(\.rawValue).sorted().joined(separator: " "),
          .dim
        )
      ]
  }

  /// On several: the doubts' kinds below, or where a moved passage stands.
  func lines(width: Int) -> [Words] {
    var told: [String] = []
    if let moved = row.moved {
      let other = row.target.isEmpty ? moved.target : moved.source
      told.append("\(Signs.arrow) \(other.map(String.init).joined(separator: ", "))")
    }
    for kind in kinds where kind != .moved && !told.contains(kind.rawValue) {
      told.append(kind.rawValue)
    }
    return [head] + told.map { [(("  " + $0).clipped(to: width), .dim)] }
  }
}

extension Double {
  /// A probability as `.97`, cut rather than rounded, so that only certainty is `1.0`.
  var shortProbability: String {
    let hundredths = Int((self * 100).rounded(.down))
    return hundredths >= 100 ? "1.0" : "." + "\(hundredths)".leftZero
  }
}

extension String {
  /// The text, or nothing where it does not fit.
  fileprivate func fitting(_ room: Int) -> String { columns <= room ? self : "" }

  fileprivate var leftZero: String { count < 2 ? "0" + self : self }
}
