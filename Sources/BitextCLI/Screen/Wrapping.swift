/// Breaks a text into lines of a number of columns: at spaces, and on either side of a wide
/// character, but never before a closing mark nor after an opening one.
extension String {
  /// The text's lines, none wider than `width` but where a single character is. Runs of white
  /// space count as one space. At least one line. O(n).
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      let isFull = line.columns + piece.trimmedEnd.columns > width
      if isFull, !line.isEmpty {
        lines.append(line.trimmedEnd)
        line = ""
      }
      line += line.isEmpty ? piece.trimmingPrefix(" ") : piece[...]
      while line.trimmedEnd.columns > width, let cut = line.firstLine(of: width) {
        lines.append(String(line[..<cut]))
        line = String(line[cut...])
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line.trimmedEnd]
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
    if after == " " || closing.contains(after) || opening.contains(before) { return false }
    return before.columns == 2 || after.columns == 2
  }

  private static var closing: Set<Character> { Set("，。、；：？！”’」』）》〉】…—,.;:?!)") }
  private static var opening: Set<Character> { Set("“‘「『（《〈【(") }

  private var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Where the first line of a run ends that is too wide to stand alone.
  private func firstLine(of width: Int) -> Index? {
    var used = 0
    for index in indices {
      used += self[index].columns
      if used > width, index > startIndex { return index }
    }
    return nil
  }
}
