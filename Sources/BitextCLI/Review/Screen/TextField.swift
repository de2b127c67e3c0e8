internal import Workbench

/// A field in which words are typed: by character, so that Chinese and emoji are one step each, and
/// as they come from an input method or a paste. No key acts on anything else meanwhile.
struct TextField {
  /// What a key made of it.
  enum Outcome: Equatable {
    case typing
    case done
    case discarded
  }

  private var characters: [Character]
  /// Before which character the cursor stands.
  private(set) var cursor: Int
  /// Whether it holds several lines; Enter ends a line then, and Ctrl-S the typing.
  let isMultiline: Bool

  /// A field that begins with a text, the cursor behind it.
  init(_ text: String = "", isMultiline: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.isMultiline = isMultiline
  }

  var text: String { String(characters) }

  /// Puts words in at the cursor. A field of one line takes line ends as spaces.
  mutating func insert(_ words: String) {
    let new = words.replacing("\r\n", with: "\n").replacing("\r", with: "\n").map { character in
      character.isNewline && !isMultiline ? " " : character
    }.filter { $0 == "\n" || $0.columns > 0 || !$0.isASCII }
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Does what a key means in a field of this width.
  mutating func press(_ key: Key, width: Int) -> Outcome {
    if let character = key.character {
      insert(String(character))
      return .typing
    }
    switch key.name {
    case "esc": return .discarded
    case "ctrl-s", "f2", "alt-enter": return .done
    case "enter":
      guard isMultiline else { return .done }
      insert("\n")
    case "left", "ctrl-b": cursor = max(0, cursor - 1)
    case "right", "ctrl-f": cursor = min(characters.count, cursor + 1)
    case "ctrl-left", "alt-b": cursor = wordStart
    case "ctrl-right", "alt-f": cursor = wordEnd
    case "up", "down": move(by: key == .up ? -1 : 1, width: width)
    case "home", "ctrl-a": cursor = lines(width: width)[place(width: width).line].lowerBound
    case "end", "ctrl-e": moveToLineEnd(width: width)
    case "backspace", "ctrl-h": remove(max(0, cursor - 1)..<cursor)
    case "delete", "ctrl-d": remove(cursor..<min(characters.count, cursor + 1))
    case "ctrl-w", "alt-backspace": remove(wordStart..<cursor)
    case "ctrl-u": remove(0..<cursor)
    case "ctrl-k": remove(cursor..<characters.count)
    default: break
    }
    return .typing
  }

  // MARK: On the screen

  /// The lines of a column of this width, as ranges of characters; broken after a space or a wide
  /// character where there is one.
  func lines(width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, used, lastBreak) = (0, 0, 0)
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        lines.append(start..<index)
        (start, used, lastBreak) = (index + 1, 0, 0)
        continue
      }
      if used + character.columns > width, index > start {
        let end = lastBreak > start ? lastBreak : index
        lines.append(start..<end)
        (start, used) = (end, characters[end..<index].reduce(0) { $0 + $1.columns })
      }
      used += character.columns
      if character == " " || character.columns == 2 { lastBreak = index + 1 }
    }
    return lines + [start..<characters.count]
  }

  /// The words of a line.
  func text(_ line: Range<Int>) -> String { String(characters[line]) }

  /// The line and the column of the cursor.
  func place(width: Int) -> (line: Int, column: Int) {
    let lines = lines(width: width)
    let line = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
    let before = characters[lines[line].lowerBound..<cursor]
    return (line, before.reduce(0) { $0 + $1.columns })
  }

  private mutating func move(by step: Int, width: Int) {
    let lines = lines(width: width)
    let here = place(width: width)
    let goal = here.line + step
    guard lines.indices.contains(goal) else { return }
    cursor = lines[goal].lowerBound
    var column = 0
    while cursor < lines[goal].upperBound, column + characters[cursor].columns <= here.column {
      column += characters[cursor].columns
      cursor += 1
    }
  }

  private mutating func moveToLineEnd(width: Int) {
    let lines = lines(width: width)
    let line = place(width: width).line
    let isWrapped = line + 1 < lines.count && lines[line + 1].lowerBound == lines[line].upperBound
    cursor = max(lines[line].lowerBound, lines[line].upperBound - (isWrapped ? 1 : 0))
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !characters[place - 1].isInWord { place -= 1 }
    while place > 0, characters[place - 1].isInWord { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !characters[place].isInWord { place += 1 }
    while place < characters.count, characters[place].isInWord { place += 1 }
    return place
  }
}

extension Character {
  fileprivate var isInWord: Bool { isLetter || isNumber }
}
