/// Breaks a text into lines of a number of columns: at spaces, and on either side of a wide
/// character, but never before a closing mark nor after an opening one.
extension String {
  /// The text's lines, none wider than `width` but where a single character is. Runs of white
  /// space count as one space. At least one line. O(n).
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces.flatMap({ $0.cut(to: width) }) {
      let columns = piece.columns - (piece.hasSuffix(" ") ? 1 : 0)
      if used + columns > width, used > 0 {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if piece == " ", used == 0 { continue }
      line += piece
      used += piece.columns
    }
    if lines.isEmpty || !line.isEmpty { lines.append(line) }
    return lines.map(\.trimmedEnd)
  }

  /// The runs that are not broken unless they alone fill a line.
  private var pieces: [String] {
    var pieces: [String] = []
    var last: Character?
    for character in self {
      let next: Character = character.isWhitespace ? " " : character
      if next == " ", last == " " { continue }
      if let previous = last, !Self.mayBreak(previous, next) {
        pieces[pieces.count - 1].append(next)
      } else {
        pieces.append(String(next))
      }
      last = next
    }
    return pieces
  }

  private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
    if before == " " { return after != " " }
    guard after != " ", before.columns == 2 || after.columns == 2 else { return false }
    return !closing.contains(after) && !opening.contains(before)
  }

  private static let closing = Set("，。、；：？！”’」』）》〉】…—,.;:?!)")
  private static let opening = Set("“‘「『（《〈【(")

  private var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The run in parts of no more than `width` columns.
  private func cut(to width: Int) -> [String] {
    guard columns - (hasSuffix(" ") ? 1 : 0) > width else { return [self] }
    var parts = [""]
    var used = 0
    for character in self {
      if used > 0, used + character.columns > width {
        parts.append("")
        used = 0
      }
      parts[parts.count - 1].append(character)
      used += character.columns
    }
    return parts
  }
}
