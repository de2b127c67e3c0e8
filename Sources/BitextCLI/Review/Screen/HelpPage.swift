internal import Workbench

/// The keys as `?` shows them, drawn from the table that the keys obey.
struct HelpPage {
  private let keys: KeyMap
  private let width: Int

  /// The page for a screen of this width.
  init(_ keys: KeyMap, width: Int) { (self.keys, self.width) = (keys, width) }

  /// The lines, in two columns where there is room.
  var lines: [ScreenLine] {
    let groups = KeyCommand.Group.allCases.map(entries)
    let columns =
      width >= 2 * Self.columnWidth ? inTwoColumns(groups) : groups.flatMap { $0 }.map(line)
    return columns + [ScreenLine()] + inModes
  }

  /// The widest line: keys, then 60 columns of help.
  private static let columnWidth = 78
  private static let keyWidth = 15

  /// Keys and what they do, or the head of a group.
  private struct Entry {
    var keys = ""
    var help: String
    var isHead = false
  }

  private func entries(of group: KeyCommand.Group) -> [Entry] {
    let commands = KeyCommand.allCases.filter { $0.group == group }
    return [Entry(help: group.rawValue, isHead: true)] + commands.flatMap(entries)
  }

  /// A command's help, on more than one line where the screen is narrow.
  private func entries(of command: KeyCommand) -> [Entry] {
    let named = keys.keys(for: command).map(\.name).joined(separator: " ")
    let room = max(16, min(width, Self.columnWidth) - Self.keyWidth - 3)
    return command.help.wrapped(to: room).enumerated().map { number, words in
      Entry(keys: number > 0 ? "" : named.isEmpty ? ":\(command.rawValue)" : named, help: words)
    }
  }

  private func line(_ entry: Entry) -> ScreenLine {
    var line = ScreenLine()
    put(entry, into: &line, at: 1)
    return line
  }

  private func inTwoColumns(_ groups: [[Entry]]) -> [ScreenLine] {
    let all = groups.reduce(0) { $0 + $1.count }
    var left: [Entry] = []
    var right: [Entry] = []
    for group in groups {
      if right.isEmpty, left.count + group.count <= (all + 1) / 2 {
        left += group
      } else {
        right += group
      }
    }
    return (0..<max(left.count, right.count)).map { number in
      var line = ScreenLine()
      if left.indices.contains(number) { put(left[number], into: &line, at: 1) }
      if right.indices.contains(number) {
        put(right[number], into: &line, at: 1 + Self.columnWidth)
      }
      return line
    }
  }

  private func put(_ entry: Entry, into line: inout ScreenLine, at column: Int) {
    if entry.isHead { return line.put(entry.help, at: column, look: .bold) }
    line.put(entry.keys.rightAligned(to: Self.keyWidth), at: column, look: .colour(.cyan))
    line.put(entry.help, at: column + Self.keyWidth + 2)
  }

  /// Keys that are the same whatever the map, since they act in a field or a choice.
  private var inModes: [ScreenLine] {
    [
      "A number before a key: so many times, as in 3J; 42G goes to row 42.",
      "Splitting: left and right by a word, ; and , by likely places, Tab the other side, "
        + "Enter splits, Esc leaves.",
      "Editing: Enter begins a line, Ctrl-S saves, Esc discards.",
    ].flatMap { $0.wrapped(to: width - 2) }.map { ScreenLine(" " + $0, .dim) }
  }
}
