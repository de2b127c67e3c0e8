// A small terminal: it interprets the bytes that the program writes, and knows what a person sees.
// Widths are the C library's, so that the program's own table is judged by another.
import Foundation
import Testing

struct VirtualScreen {
  /// What stands in a column.
  struct Cell: Equatable {
    /// A character with its marks; empty behind a wide one.
    var text = " "
    var isBold = false
    var isUnderlined = false
    var isReversed = false
    var hasColour = false
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var cells: [[Cell]]
  private(set) var cursor = (row: 0, column: 0)
  private(set) var showsCursor = true
  /// Whether the program's own screen is shown, not the shell's.
  private(set) var isAlternate = false
  /// How many whole frames were drawn.
  private(set) var frames = 0
  /// What the shell's screen was told.
  private(set) var shell = ""

  private var look = Cell()
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// Takes another size; what stood there is gone, and no frame was drawn since.
  mutating func resize(columns: Int, rows: Int) {
    (self.columns, self.rows, frames) = (columns, rows, 0)
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The lines as they are read, without spaces at their ends.
  var lines: [String] {
    cells.map { line in
      var text = line.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The lines as one text, without empty lines at the end.
  var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The words on the screen that look so.
  func words(where isSo: (Cell) -> Bool) -> [String] {
    cells.flatMap { line in
      line.split { !isSo($0) }.map { $0.map(\.text).joined() }
    }
  }

  /// Takes in what the program wrote.
  mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count, let next = step(from: index) { index = next }
    pending.removeFirst(index)
  }

  /// Interprets what begins at an index; the index after it, or `nil` when it is not all there.
  private mutating func step(from index: Int) -> Int? {
    switch pending[index] {
    case 0x1B: return escape(from: index)
    case 0x0A:
      if !isAlternate { shell += "\n" }
      cursor.row = min(rows - 1, cursor.row + 1)
      return index + 1
    case 0x0D:
      cursor.column = 0
      return index + 1
    case 0x00..<0x20:
      Issue.record("a control character \(pending[index]) reached the terminal")
      return index + 1
    default: return character(from: index)
    }
  }

  private mutating func character(from index: Int) -> Int? {
    let width = [0xC0: 2, 0xD0: 2, 0xE0: 3, 0xF0: 4][Int(pending[index] & 0xF0)] ?? 1
    guard index + width <= pending.count else { return nil }
    let text = String(decoding: pending[index..<index + width], as: UTF8.self)
    guard isAlternate else {
      shell += text
      return index + width
    }
    let columns = text.unicodeScalars.first.map { Self.width(Int32(bitPattern: $0.value)) } ?? 1
    put(text, columns: max(0, Int(columns)))
    return index + width
  }

  /// wcwidth(3), which the headers hide.
  private static let width: @convention(c) (Int32) -> Int32 = {
    setlocale(LC_CTYPE, "C.UTF-8")
    return unsafeBitCast(dlsym(nil, "wcwidth"), to: (@convention(c) (Int32) -> Int32).self)
  }()

  private mutating func put(_ text: String, columns width: Int) {
    if width == 0 {
      // A mark belongs to what stands before it.
      let before = max(0, cursor.column - 1)
      let place = cells[cursor.row][before].text.isEmpty ? max(0, before - 1) : before
      cells[cursor.row][place].text += text
      return
    }
    guard cursor.column + width <= columns else {
      Issue.record("'\(text)' stands beyond the last column of line \(cursor.row + 1)")
      return
    }
    var cell = look
    cell.text = text
    cells[cursor.row][cursor.column] = cell
    if width == 2 {
      cell.text = ""
      cells[cursor.row][cursor.column + 1] = cell
    }
    cursor.column += width
  }

  private mutating func escape(from index: Int) -> Int? {
    guard index + 1 < pending.count else { return nil }
    guard pending[index + 1] == UInt8(ascii: "[") else {
      Issue.record("an escape sequence of an unknown kind")
      return index + 2
    }
    guard let end = pending[(index + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) })
    else { return nil }
    let parameters = String(decoding: pending[index + 2..<end], as: UTF8.self)
    obey(Character(Unicode.Scalar(pending[end])), parameters)
    return end + 1
  }

  private mutating func obey(_ final: Character, _ parameters: String) {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    switch (final, parameters) {
    case ("H", _):
      cursor = (max(1, numbers.first ?? 1) - 1, max(1, numbers.dropFirst().first ?? 1) - 1)
    case ("G", _): cursor.column = (numbers.first ?? 1) - 1
    case ("K", ""):
      for column in cursor.column..<columns { cells[cursor.row][column] = Cell() }
    case ("J", "2"):
      cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    case ("m", _): for number in numbers.isEmpty ? [0] : numbers { attribute(number) }
    case ("h", "?25"), ("l", "?25"): showsCursor = final == "h"
    case ("h", "?1049"), ("l", "?1049"): isAlternate = final == "h"
    case ("h", "?2004"), ("l", "?2004"), ("h", "?2026"): break
    case ("l", "?2026"): frames += 1
    default: Issue.record("an unknown sequence: ESC [ \(parameters) \(final)")
    }
  }

  private mutating func attribute(_ number: Int) {
    switch number {
    case 0: look = Cell()
    case 1: look.isBold = true
    case 2: break
    case 4: look.isUnderlined = true
    case 7: look.isReversed = true
    case 30...37: look.hasColour = true
    default: Issue.record("an unknown attribute \(number)")
    }
  }
}
