/// Breaks a text into lines of a number of columns: at spaces, and on either side of a wide
/// character, but never before a closing mark nor after an opening one.

/// A character of a line with its width and where it stands in the text.
struct Glyph {
  var character: Character
  var columns: Int
  /// In UTF-8 bytes from the beginning of the text.
  var offset: Int
}

extension String {
  /// The text's lines, none wider than `width` but where a single character is. Runs of white
  /// space count as one space. At least one line. O(n).
  func wrapped(to width: Int) -> [String] {
    laidOut(to: width).map { line in String(line.map(\.character)) }
  }

  /// The same lines, each character with its width and its place.
  func laidOut(to width: Int) -> [[Glyph]] {
    var lines: [[Glyph]] = []
    var line: [Glyph] = []
    var used = 0
    for piece in Self.pieces(of: glyphs) {
      for part in Self.cut(piece, to: width) {
        let columns = part.columns - (part.last?.character == " " ? 1 : 0)
        if used + columns > width, used > 0 {
          lines.append(line)
          (line, used) = ([], 0)
        }
        if part.count == 1, part.first?.character == " ", used == 0 { continue }
        line += part
        used += part.columns
      }
    }
    if lines.isEmpty || !line.isEmpty { lines.append(line) }
    return lines.map(Self.trimmedEnd)
  }

  /// The characters, each run of white space one space.
  private var glyphs: [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(utf8.count)
    var offset = 0
    for character in self {
      let isSpace = character.isSpace
      if !isSpace {
        glyphs.append(Glyph(character: character, columns: character.columns, offset: offset))
      } else if glyphs.last?.character != " " {
        glyphs.append(Glyph(character: " ", columns: 1, offset: offset))
      }
      offset += character.utf8.count
    }
    return glyphs
  }

  /// The runs that are not broken unless they alone fill a line.
  private static func pieces(of glyphs: [Glyph]) -> [ArraySlice<Glyph>] {
    var pieces: [ArraySlice<Glyph>] = []
    var start = 0
    for index in glyphs.indices.dropFirst() where mayBreak(glyphs[index - 1], glyphs[index]) {
      pieces.append(glyphs[start..<index])
      start = index
    }
    return glyphs.isEmpty ? [] : pieces + [glyphs[start...]]
  }

  private static func mayBreak(_ before: Glyph, _ after: Glyph) -> Bool {
    if before.character == " " { return after.character != " " }
    guard after.character != " ", before.columns == 2 || after.columns == 2 else { return false }
    return !closing.contains(after.character) && !opening.contains(before.character)
  }

  private static let closing = Set("，。、；：？！”’」』）》〉】…—,.;:?!)")
  private static let opening = Set("“‘「『（《〈【(")

  private static func trimmedEnd(_ line: [Glyph]) -> [Glyph] {
    var line = line
    while line.last?.character == " " { line.removeLast() }
    return line
  }

  /// The run in parts of no more than `width` columns.
  private static func cut(_ piece: ArraySlice<Glyph>, to width: Int) -> [ArraySlice<Glyph>] {
    guard piece.columns - (piece.last?.character == " " ? 1 : 0) > width else { return [piece] }
    var parts: [ArraySlice<Glyph>] = []
    var (start, used) = (piece.startIndex, 0)
    for index in piece.indices {
      if used > 0, used + piece[index].columns > width {
        parts.append(piece[start..<index])
        (start, used) = (index, 0)
      }
      used += piece[index].columns
    }
    return parts + [piece[start...]]
  }
}

extension Character {
  /// Whether it is white space; told at once of what ASCII and Chinese texts are made of.
  fileprivate var isSpace: Bool {
    if let ascii = asciiValue { return ascii == 0x20 || (0x09...0x0D).contains(ascii) }
    guard let first = unicodeScalars.first, first.value < 0x4E00 else { return false }
    return isWhitespace
  }
}

extension Sequence where Element == Glyph {
  /// How many columns they take.
  var columns: Int { reduce(0) { $0 + $1.columns } }
}
