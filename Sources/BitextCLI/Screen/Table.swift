/// Lines of cells set in columns, under a head. The last column runs free.
struct Table {
  private let head: [String]
  /// Which columns hold numbers, and so stand at the right.
  private let numbers: Set<Int>
  private var rows: [[String]] = []

  init(_ head: [String], numbers: Set<Int> = []) {
    self.head = head
    self.numbers = numbers
  }

  mutating func add(_ row: [String]) { rows.append(row.map(\.harmless)) }

  /// The table, without a line end after it.
  var text: String {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
    let lines = all.map { row in
      let cells = row.indices.map { column in
        numbers.contains(column)
          ? row[column].rightAligned(to: widths[column])
          : column == row.count - 1 ? row[column] : row[column].padded(to: widths[column])
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return ([lines[0].inColour(.dim)] + lines.dropFirst()).joined(separator: "\n")
  }
}
