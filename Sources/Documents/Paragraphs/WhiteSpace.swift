/// White space in UTF-8: everything that Unicode calls so.
enum WhiteSpace {
  /// The part of the bytes without white space at its ends; empty when there is nothing else.
  /// - Parameter marks: whether marks of no width (U+200B, U+FEFF) go with it, which stand alone where
  ///   markup has an empty paragraph.
  static func trimmed(_ bytes: ArraySlice<UInt8>, marks: Bool = false) -> Range<Int> {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while let width = width(bytes, atStart: true, start..<end, marks) { start += width }
    while let width = width(bytes, atStart: false, start..<end, marks) { end -= width }
    return start..<end
  }

  /// Whether a line begins so that a new paragraph does: with a wide space, or two that do not break.
  static func isIndent(_ word: some Collection<UInt8>) -> Bool {
    word.starts(with: [0xE3, 0x80, 0x80]) || word.starts(with: [0xC2, 0xA0, 0xC2, 0xA0])
  }

  /// The length of the white space at one end of a range.
  private static func width(
    _ bytes: ArraySlice<UInt8>, atStart: Bool, _ range: Range<Int>, _ marks: Bool
  ) -> Int? {
    guard let edge = atStart ? bytes[range].first : bytes[range].last else { return nil }
    if edge > 0x20, edge < 0x80 { return nil }
    return (1...3).first { width in
      guard width <= range.count else { return false }
      let piece = atStart ? bytes[range].prefix(width) : bytes[range].suffix(width)
      return isSpace(piece, marks)
    }
  }

  private static func isSpace(_ bytes: ArraySlice<UInt8>, _ marks: Bool) -> Bool {
    switch bytes.reduce(0, { $0 << 8 | UInt32($1) }) {
    case 0x09...0x0D, 0x20: true
    case 0xC285, 0xC2A0: true  // U+0085, U+00A0
    case 0xE19A80, 0xE28080...0xE2808A: true  // U+1680, U+2000 to U+200A
    case 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F: true  // U+2028, U+2029, U+202F, U+205F
    case 0xE38080: true  // U+3000
    case 0xE2808B, 0xEFBBBF: marks
    default: false
    }
  }
}
