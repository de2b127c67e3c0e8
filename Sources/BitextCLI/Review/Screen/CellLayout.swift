internal import Bitext
internal import Workbench

/// One side of a row as lines of a column: its segments one after the other, each on lines of its
/// own, with places to highlight.
struct CellLayout {
  /// A line: where it begins in which segment, and its characters.
  struct Line {
    var segment: Int
    var isFirst: Bool
    var glyphs: [Glyph]
  }

  let lines: [Line]

  /// - Parameter width: of the column; the second segment and those after it begin with a sign.
  init(_ texts: [String], width: Int) {
    lines = texts.enumerated().flatMap { segment, text in
      let mark = segment > 0 ? Self.mark : []
      return (mark.isEmpty ? text : Self.markText + text).harmless.laidOut(to: max(2, width))
        .enumerated().map { number, glyphs in
          // Offsets count from the text, not from the sign before it.
          let own = glyphs.map { glyph in
            Glyph(
              character: glyph.character, columns: glyph.columns,
              offset: glyph.offset - (mark.isEmpty ? 0 : Self.markText.utf8.count))
          }
          return Line(segment: segment, isFirst: number == 0, glyphs: own)
        }
    }
  }

  private static var markText: String { Signs.next + " " }
  private static var mark: [Character] { Array(markText) }

  /// Puts a line at a column, its marks highlighted.
  func put(
    _ number: Int, into line: inout ScreenLine, at column: Int, base: Look = .plain,
    marks: [[RowDetail.Mark]] = []
  ) {
    guard lines.indices.contains(number) else { return }
    let own = lines[number]
    let here = marks.indices.contains(own.segment) ? marks[own.segment] : []
    var start = column
    var run = ""
    var look = base
    func flush() {
      line.put(run, at: start, look: look)
      (start, run) = (line.end, "")
    }
    line.put("", at: column)
    for glyph in own.glyphs {
      let next = here.first { $0.range.contains(glyph.offset) }.map(Self.look) ?? base
      if next != look, !run.isEmpty { flush() }
      look = next
      run.append(glyph.character)
    }
    flush()
  }

  /// What has a partner is underlined, what has none reversed; terms are bold.
  private static func look(_ mark: RowDetail.Mark) -> Look {
    switch (mark.kind, mark.isMet) {
    case (.number, true): Look(isUnderlined: true, colour: .cyan)
    case (.name, true): Look(isUnderlined: true, colour: .magenta)
    case (.term, true): Look(isBold: true, colour: .green)
    case (.term, false): Look(isBold: true, isReversed: true)
    case (_, false): Look(isReversed: true, colour: .yellow)
    }
  }
}
