internal import Bitext

/// Punctuation of the wrong width: half-width in Chinese prose (GB/T 15834 writes full-width marks), or
/// full-width in a language with an alphabet.
enum Width {
  private static let halves: [Unicode.Scalar: String] = [
    ",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！",
  ]
  private static let fulls = Set("，。：；？！（）、".unicodeScalars)

  static func findings(_ pair: TextPair) -> [Finding] {
    [pair.source, pair.target].flatMap { text in
      text.isChinese ? half(text) + brackets(text) : text.language.isUnspaced ? [] : full(text)
    }
  }

  private static func half(_ text: SideText) -> [Finding] {
    if isList(text) { return [] }
    return text.scalars.indices.compactMap { index in
      guard let full = halves[text.scalars[index]], !text.isCode[index], text.isHan(index - 1),
        isProse(text, index)
      else { return nil }
      return finding(text, index, "after Chinese: \(full)")
    }
  }

  /// A mark that is followed by a space, Chinese, or the end. `...` and `::` are something else, and a
  /// `.` that a name goes on after.
  private static func isProse(_ text: SideText, _ index: Int) -> Bool {
    guard let next = text[index + 1] else { return true }
    if next == text.scalars[index] || next == "." { return false }
    if [":", ","].contains(text.scalars[index]), Script.of(next) == .letter { return true }
    return Script.of(next) == .space || Script.of(next) == .han || text.scalars[index] == ","
      || Script.of(next) == .mark && text.scalars[index] != "." || text.isCode[index + 1]
  }

  /// Words parted by half-width marks for a program, as the keywords of a menu entry are.
  private static func isList(_ text: SideText) -> Bool {
    [";", ","].contains { (mark: Unicode.Scalar) in
      let marks = text.scalars.indices.filter { text.scalars[$0] == mark }
      return marks.count > 2 && marks.allSatisfy { text[$0 + 1] != " " }
    }
  }

  /// A bracket whose partner has the other width, and one around Chinese where others are full-width.
  private static func brackets(_ text: SideText) -> [Finding] {
    var open: [Int] = []
    var found: [Finding] = []
    let usesFull = text.scalars.contains("（")
    for index in text.scalars.indices where !text.isCode[index] {
      let scalar = text.scalars[index]
      if scalar == "(" || scalar == "（" { open.append(index) }
      guard scalar == ")" || scalar == "）", let start = open.popLast() else { continue }
      let isMixed = (text.scalars[start] == "(") != (scalar == ")")
      if isMixed {
        let half = scalar == ")" ? index : start
        found.append(finding(text, half, "its partner is full-width"))
      } else if usesFull, scalar == ")", text.isHan(start - 1), text.isHan(start + 1) {
        found.append(finding(text, start, "around Chinese: （）"))
      }
    }
    return found
  }

  private static func full(_ text: SideText) -> [Finding] {
    text.scalars.indices.compactMap { index in
      guard fulls.contains(text.scalars[index]), !text.isHan(index - 1), !text.isHan(index + 1),
        !text.isCode[index]
      else { return nil }
      return text.finding(
        .width, index..<index + 1,
        "\(text.string(index..<index + 1)) is full-width in \(text.side.rawValue)")
    }
  }

  private static func finding(_ text: SideText, _ index: Int, _ reason: String) -> Finding {
    text.finding(
      .width, index..<index + 1, "\(text.string(index..<index + 1)) is half-width \(reason)")
  }
}
