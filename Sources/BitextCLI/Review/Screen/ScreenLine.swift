/// How a piece of text looks. What a colour says is also said by a sign or another attribute.
struct Look: Hashable {
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReversed = false
  var colour: Colour?

  static let plain = Look()
  static let bold = Look(isBold: true)
  static let dim = Look(isDim: true)
  static let reversed = Look(isReversed: true)

  static func colour(_ colour: Colour) -> Look { Look(colour: colour) }

  /// The SGR sequence of ECMA-48 that turns it on; empty for plain text.
  func sequence(hasColour: Bool) -> String {
    let codes = [
      isBold ? "1" : nil, isDim ? "2" : nil, isUnderlined ? "4" : nil, isReversed ? "7" : nil,
      hasColour ? colour?.rawValue : nil,
    ].compactMap(\.self)
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

/// One line of the screen: pieces of text at their columns. Each piece is put at its column, so a
/// character that the terminal takes for wider than we do cannot push what stands behind it.
struct ScreenLine: Equatable {
  private struct Piece: Equatable {
    var column: Int
    var text: String
    var look: Look
  }

  private var pieces: [Piece] = []
  /// The column after the last piece.
  private(set) var end = 0

  init() {}

  init(_ text: String, _ look: Look = .plain) { put(text, look: look) }

  /// Puts text at a column, or where the last ended.
  mutating func put(_ text: String, at column: Int? = nil, look: Look = .plain) {
    let column = column ?? end
    end = column + text.columns
    guard !text.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].look == look,
      pieces[last].column + pieces[last].text.columns == column
    {
      pieces[last].text += text
    } else {
      pieces.append(Piece(column: column, text: text, look: look))
    }
  }

  /// The bytes that draw the line at a row of the screen, from 0, and clear what else stood there;
  /// nothing is drawn beyond `width`.
  func bytes(row: Int, width: Int, hasColour: Bool) -> String {
    var bytes = "\u{1B}[\(row + 1);1H\u{1B}[K"
    for piece in pieces where piece.column < width {
      let sequence = piece.look.sequence(hasColour: hasColour)
      bytes +=
        "\u{1B}[\(piece.column + 1)G" + sequence + piece.text.clipped(to: width - piece.column)
      if !sequence.isEmpty { bytes += "\u{1B}[0m" }
    }
    return bytes
  }
}

/// What the whole screen shows.
struct Frame: Equatable {
  var lines: [ScreenLine]
  /// Where the terminal's cursor stands, when words are typed; input methods look there.
  var cursor: (row: Int, column: Int)?

  static func == (a: Frame, b: Frame) -> Bool {
    a.lines == b.lines && a.cursor?.row == b.cursor?.row && a.cursor?.column == b.cursor?.column
  }
}

/// Draws frames: only lines that changed since the last.
struct ScreenPainter {
  private var shown: [ScreenLine] = []

  /// Forgets what is shown, so that the next frame is drawn whole.
  mutating func forget() { shown = [] }

  /// The bytes that turn what is shown on a screen of this width into a frame, between the marks of a synchronized update, so
  /// that terminals that know them show it at once.
  mutating func bytes(for frame: Frame, width: Int) -> String {
    var bytes = "\u{1B}[?2026h\u{1B}[?25l"
    if shown.count != frame.lines.count { bytes += "\u{1B}[2J" }
    for (row, line) in frame.lines.enumerated()
    where shown.count != frame.lines.count || shown[row] != line {
      bytes += line.bytes(row: row, width: width, hasColour: Terminal.hasColour)
    }
    if let cursor = frame.cursor {
      bytes += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    shown = frame.lines
    return bytes + "\u{1B}[?2026l"
  }
}
