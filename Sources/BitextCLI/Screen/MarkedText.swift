internal import Bitext
internal import Workbench

/// A side of a found unit, with brackets round what was found.
struct MarkedText {
  private struct Cell {
    var text: String
    var columns: Int
    var colour: Colour?
  }

  private var cells: [Cell] = []
  /// The cells of the first mark, its brackets with it.
  private var first: Range<Int>?

  init(_ found: FoundUnit, _ side: Side) {
    let bytes = Array((side == .source ? found.unit.source : found.unit.target).utf8)
    var end = 0
    for mark in found.marks where mark.side == side && mark.range.lowerBound >= end {
      append(bytes[end..<mark.range.lowerBound], nil)
      let start = cells.count
      let (open, close, colour) = mark.form.signs
      append(open.utf8, colour)
      append(bytes[mark.range], colour)
      append(close.utf8, colour)
      if first == nil { first = start..<cells.count }
      end = mark.range.upperBound
    }
    append(bytes[end...], nil)
  }

  private mutating func append(_ bytes: some Sequence<UInt8>, _ colour: Colour?) {
    for character in String(decoding: Array(bytes), as: UTF8.self).harmless {
      let shown = character.isWhitespace ? " " : character
      cells.append(Cell(text: String(shown), columns: shown.columns, colour: colour))
    }
  }

  /// The whole text, without colour.
  var plain: String { cells.isEmpty ? "∅" : cells.map(\.text).joined() }

  /// So much of the text as fits in `width` columns, the first mark beginning at column `focus` where
  /// there is text enough before it.
  func line(width: Int, focus: Int) -> String {
    guard !cells.isEmpty else { return String(repeating: " ", count: focus) + "∅" }
    let middle = first?.lowerBound ?? 0
    var (start, before) = (middle, 0)
    let room = first == nil ? 0 : focus - 1
    while start > 0, before + cells[start - 1].columns <= room {
      start -= 1
      before += cells[start].columns
    }
    let isCut = start > 0
    let lead = first == nil ? 0 : focus - before - (isCut ? 1 : 0)
    var (end, used) = (start, lead + (isCut ? 1 : 0))
    while end < cells.count, used + cells[end].columns <= width - 1 {
      used += cells[end].columns
      end += 1
    }
    return String(repeating: " ", count: max(0, lead)) + (isCut ? "…" : "")
      + coloured(cells[start..<end]) + (end < cells.count ? "…" : "")
  }

  private func coloured(_ cells: ArraySlice<Cell>) -> String {
    var (line, run, colour): (String, String, Colour?) = ("", "", nil)
    for cell in cells {
      if cell.colour != colour {
        line += colour.map { run.inColour($0) } ?? run
        (run, colour) = ("", cell.colour)
      }
      run += cell.text
    }
    return line + (colour.map { run.inColour($0) } ?? run)
  }
}

extension Mark.Form {
  fileprivate var signs: (open: String, close: String, Colour) {
    switch self {
    case .same: ("[", "]", .yellow)
    case .inflected: ("~[", "]", .yellow)
    case .folded: ("≈[", "]", .yellow)
    case .rendering: ("⟨", "⟩", .cyan)
    }
  }
}
