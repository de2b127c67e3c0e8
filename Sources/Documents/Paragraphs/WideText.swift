/// Text in characters as wide as they are high, which is written without spaces.
enum WideText {
  /// Whether two lines are joined without a space: one ends or the other begins with a Chinese or
  /// Japanese character, and the other side is one too, or a quotation mark or a dash.
  static func joins(
    _ above: some BidirectionalCollection<UInt8>, _ below: some Collection<UInt8>
  ) -> Bool {
    let before = lastCharacter(above)
    let after = Array(below.prefix(3))
    if isWide(before) { return isWide(after) || isMark(after) }
    return isMark(before) && isWide(after)
  }

  private static func lastCharacter(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
    let end = Array(bytes.suffix(4))
    let start = end.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return Array(end[start...])
  }

  /// U+3000 to U+9FFF, the full-width forms, and the planes of rare characters; not Korean, which has
  /// spaces.
  private static func isWide(_ character: [UInt8]) -> Bool {
    guard let lead = character.first else { return false }
    return (0xE3...0xE9).contains(lead) || lead == 0xEF
      || lead == 0xF0 && character.count > 1 && character[1] >= 0xA0
  }

  /// General punctuation: quotation marks, dashes, the ellipsis.
  private static func isMark(_ character: [UInt8]) -> Bool {
    character.starts(with: [0xE2, 0x80])
  }
}
