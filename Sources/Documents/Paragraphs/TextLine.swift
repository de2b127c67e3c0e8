/// A line of a text, by its place: what paragraphs and one-segment-a-line files are made of.
struct TextLine {
  /// Its place in the text, in UTF-8 bytes, without surrounding white space.
  var range: Range<Int>
  /// Whether white space stands before its first character.
  var isIndented: Bool
  /// Its width in columns: a Chinese character takes two.
  var columns: Int

  /// Whether it holds nothing but white space.
  var isBlank: Bool { range.isEmpty }

  /// The lines of a text, ended by LF, CR LF or CR. O(n).
  static func lines(of text: String) -> [TextLine] {
    let bytes = Array(text.utf8)
    var lines: [TextLine] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        lines.append(TextLine(bytes, start..<index))
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { lines.append(TextLine(bytes, start..<bytes.count)) }
    return lines
  }

  private init(_ bytes: [UInt8], _ whole: Range<Int>) {
    range = WhiteSpace.trimmed(bytes[whole])
    isIndented = range.lowerBound > whole.lowerBound
    columns = bytes[range].reduce(0) { $0 + Self.columns($1) }
  }

  /// Columns of the character that this byte begins: from U+3000 on characters are wide, near enough.
  private static func columns(_ byte: UInt8) -> Int {
    switch byte {
    case 0x80..<0xC0: 0
    case 0xE3...: 2
    default: 1
    }
  }
}
