internal import Workbench

/// The keys as `?` shows them, drawn from the table that the keys obey.
enum HelpPage {
  /// The lines, in as many columns as there is room for.
  static func lines(_ keys: KeyMap, width: Int) -> [ScreenLine] {
    let groups = KeyCommand.Group.allCases.map { group in
      lines(
        of: KeyCommand.allCases.filter { $0.group == group }, group, keys,
        width: min(width, columnWidth))
    }
    return (width >= 2 * columnWidth ? inTwoColumns(groups) : inOneColumn(groups))
      + [ScreenLine()] + inModes(width: width)
  }

  /// The widest line: keys, then 60 columns of help.
  private static let columnWidth = 78
  private static let keyWidth = 15

  private static func lines(
    of commands: [KeyCommand], _ group: KeyCommand.Group, _ keys: KeyMap, width: Int
  ) -> [(keys: String, help: String, isHead: Bool)] {
    [("", group.rawValue, true)]
      + commands.map { command in
        let named = keys.keys(for: command).map(\.name).joined(separator: " ")
        return (named.isEmpty ? ":\(command.rawValue)" : named, command.help, false)
      }
  }

  private typealias Entry = (keys: String, help: String, isHead: Bool)

  private static func inOneColumn(_ groups: [[Entry]]) -> [ScreenLine] {
    groups.flatMap { group in
      group.map { entry in
        var line = ScreenLine()
        put(entry, into: &line, at: 1)
        return line
      }
    }
  }

  private static func inTwoColumns(_ groups: [[Entry]]) -> [ScreenLine] {
    let all = groups.reduce(0) { $0 + $1.count }
    var left: [Entry] = []
    var right: [Entry] = []
    for group in groups {
      if left.count + group.count <= (all + 1) / 2 || left.isEmpty {
        left += group
      } else {
        right += group
      }
    }
    return (0..<max(left.count, right.count)).map { number in
      var line = ScreenLine()
      if left.indices.contains(number) { put(left[number], into: &line, at: 1) }
      if right.indices.contains(number) { put(right[number], into: &line, at: 2 + columnWidth) }
      return line
    }
  }

  private static func put(_ entry: Entry, into line: inout ScreenLine, at column: Int) {
    if entry.isHead { return line.put(entry.help, at: column, look: .bold) }
    line.put(entry.keys.rightAligned(to: keyWidth), at: column, look: .colour(.cyan))
    line.put(entry.help, at: column + keyWidth + 2)
  }

  /// Keys that are the same whatever the map, since they act in a field or a choice.
  private static func inModes(width: Int) -> [ScreenLine] {
    [
      "A number before a key: so many times, as in 3J; 42G goes to row 42.",
      "While splitting: left, right: a word; ; and ,: a likely place; Tab: the other",
      "side; Enter splits, Esc leaves.",
      "While editing: Enter begins a line, Ctrl-S saves, Esc discards.",
    ].map { ScreenLine((" " + $0).clipped(to: max(10, width)), .dim) }
  }
}
