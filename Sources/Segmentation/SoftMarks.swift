/// The soft boundaries that stand at no end of a sentence: behind semicolons and colons, and before the
/// items of an enumeration.
struct SoftMarks {
  private let rules: SegmentationRules
  private let items: [ItemPattern]

  init(rules: SegmentationRules) {
    self.rules = rules
    items = (ItemPattern.everywhere + rules.items).map(ItemPattern.init)
  }

  /// The boundaries inside one segment, in order. O(n).
  func boundaries(in bytes: ParagraphBytes) -> [SoftBoundary] {
    var boundaries: [SoftBoundary] = []
    var offset = 0
    while let mark = bytes.character(at: offset) {
      let end = offset + mark.length
      if let found = boundary(behind: mark.scalar, offset..<end, in: bytes) {
        boundaries.append(found)
      } else if offset > 0, boundaries.last?.offset != offset, isCircledItem(offset, in: bytes) {
        boundaries.append(SoftBoundary(offset: offset, reason: .enumeration))
      }
      offset = end
    }
    return boundaries
  }

  /// What makes a boundary of every place behind such a mark.
  private static func reason(behind mark: Unicode.Scalar) -> SoftBoundary.Reason? {
    switch mark {
    case "；", ";": .semicolon
    case "：", ":": .colon
    default: nil
    }
  }

  /// Whether there is a boundary behind such a mark where an item begins.
  private static func isComma(_ mark: Unicode.Scalar) -> Bool {
    mark == "，" || mark == "," || mark == "、"
  }

  private func boundary(
    behind mark: Unicode.Scalar, _ place: Range<Int>, in bytes: ParagraphBytes
  ) -> SoftBoundary? {
    let plain = Self.reason(behind: mark)
    guard plain != nil || Self.isComma(mark), !isGlued(mark, place, in: bytes) else {
      return nil
    }
    let after = start(after: place.upperBound, in: bytes)
    let isItem =
      isCircledItem(after, in: bytes) || items.contains { $0.matches(at: after, in: bytes) }
    guard let reason = isItem ? .enumeration : plain, after < bytes.count,
      rules.bracketAround(after, in: bytes) == nil
    else { return nil }
    return SoftBoundary(offset: after, reason: reason)
  }

  /// Whether the mark belongs to what stands around it: `https://`, `9：30`.
  private func isGlued(
    _ mark: Unicode.Scalar, _ place: Range<Int>, in bytes: ParagraphBytes
  ) -> Bool {
    guard let next = bytes.character(at: place.upperBound)?.scalar else { return false }
    if mark.isASCII { return !next.isSpace && !next.isHan && !Marks.closers.contains(next) }
    return next.isDigit && bytes.character(before: place.lowerBound)?.scalar.isDigit == true
  }

  /// Where the text behind a mark begins: after closers and white space.
  private func start(after end: Int, in bytes: ParagraphBytes) -> Int {
    let closed = bytes.skipping(from: end) {
      Marks.closers.contains($0) && !Marks.straightQuotes.contains($0)
    }
    return bytes.skippingSpaces(from: closed)
  }

  /// `①` to `⒇` and `㈠` to `㈩` before words; before a mark they are notes.
  private func isCircledItem(_ offset: Int, in bytes: ParagraphBytes) -> Bool {
    guard let circled = bytes.character(at: offset),
      (0x2460...0x2487).contains(circled.scalar.value)
        || (0x3220...0x3229).contains(circled.scalar.value)
    else { return false }
    let next = bytes.skippingSpaces(from: offset + circled.length)
    return bytes.character(at: next)?.scalar.properties.isAlphabetic == true
  }
}

/// How an item of an enumeration begins: words with `#` for a number.
struct ItemPattern {
  private let before: [Unicode.Scalar]
  private let after: [Unicode.Scalar]?

  /// Numbers in brackets or before one, in every language.
  static let everywhere = ["(#)", "（#）", "#)", "#）"]

  init(_ pattern: String) {
    let parts = pattern.unicodeScalars.split(separator: "#", omittingEmptySubsequences: false)
    before = Array(parts[0])
    after = parts.count > 1 ? Array(parts[1]) : nil
  }

  func matches(at offset: Int, in bytes: ParagraphBytes) -> Bool {
    guard var end = skip(before, from: offset, in: bytes) else { return false }
    guard let after else { return true }
    let number = end
    end = bytes.skipping(from: number) { $0.isDigit }
    if end == number { end = bytes.skipping(from: number) { Self.numerals.contains($0) } }
    if end == number, Self.brackets.contains(after) {
      end = bytes.skipping(from: number) { "abcdefghivx".unicodeScalars.contains($0) }
    }
    return (1...9).contains(end - number) && skip(after, from: end, in: bytes) != nil
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)
  private static let brackets: Set<[Unicode.Scalar]> = [[")"], ["）"]]

  /// Past these characters, in either case; `nil` where others stand.
  private func skip(
    _ scalars: [Unicode.Scalar], from offset: Int, in bytes: ParagraphBytes
  ) -> Int? {
    var end = offset
    for scalar in scalars {
      guard let next = bytes.character(at: end),
        next.scalar == scalar || next.scalar.properties.lowercaseMapping == String(scalar)
      else { return nil }
      end += next.length
    }
    return end
  }
}
