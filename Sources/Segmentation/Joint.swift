/// A place where one sentence may end and the next begin, taken apart:
/// `…end` terminator (`.` `？！` `……`), closers (`”` `)`), white space, openers (`“` `《`), `Next…`.
struct Joint {
  /// The run of terminators.
  let terminator: Range<Int>
  /// Where the sentence before ends: after the closers.
  let end: Int
  /// Where the sentence after begins: at its openers.
  let start: Int
  /// Its first character that is no opener.
  let next: Int
  /// Where the sentence before began.
  let sentenceStart: Int

  /// Takes a joint apart around a proposed end; `nil` when no terminator stands before it (the
  /// end of a wrapped line is no end of a sentence).
  init?(proposed: Int, in bytes: ParagraphBytes, after sentenceStart: Int) {
    let edge = bytes.skippingBack(from: proposed) {
      $0.isSpace || Marks.closers.contains($0) || Marks.openers.contains($0)
    }
    let first = bytes.skippingBack(from: edge) { Marks.isTerminator($0) }
    guard first < edge, first >= sentenceStart else { return nil }
    let last = bytes.skipping(from: edge) { Marks.isTerminator($0) }
    terminator = first..<last
    end = Self.afterClosers(last, in: bytes, sentenceStart)
    start = bytes.skippingSpaces(from: end)
    next = bytes.skipping(from: start) { Marks.openers.contains($0) }
    self.sentenceStart = sentenceStart
  }

  /// Closers stand right after the terminator; a quote may have a stray space before it.
  /// A straight quote closes when an odd number of them stand before it in the sentence, or a space
  /// or the end stands after it.
  private static func afterClosers(
    _ last: Int, in bytes: ParagraphBytes, _ sentenceStart: Int
  ) -> Int {
    var end = last
    while let mark = bytes.character(at: end),
      Marks.closers.contains(mark.scalar) || closesLow(mark.scalar, at: end, in: bytes)
    {
      if Marks.straightQuotes.contains(mark.scalar),
        !closes(mark.scalar, at: end, in: bytes, sentenceStart)
      {
        break
      }
      end += mark.length
    }
    let spaced = bytes.skippingSpaces(from: end)
    guard spaced > end, let mark = bytes.character(at: spaced) else { return end }
    let after = bytes.character(at: spaced + mark.length)?.scalar
    let isStray =
      ["”", "»"].contains(mark.scalar) || mark.scalar == "\"" && after?.isSpace != false
      || mark.scalar == "’" && after?.properties.isAlphabetic != true
    return isStray ? spaced + mark.length : end
  }

  /// Whether `“` closes what `„` opened: it stands at the terminator, with nothing or white space
  /// behind it.
  private static func closesLow(
    _ quote: Unicode.Scalar, at offset: Int, in bytes: ParagraphBytes
  ) -> Bool {
    guard quote == "“" else { return false }
    let after = bytes.character(at: offset + "“".utf8.count)?.scalar
    return after.map { $0.isSpace || Marks.continuing.contains($0) } ?? true
  }

  /// How far back quotes are counted, in bytes, so that a text without borders stays linear.
  private static let quoteReach = 500

  private static func closes(
    _ quote: Unicode.Scalar, at offset: Int, in bytes: ParagraphBytes, _ sentenceStart: Int
  ) -> Bool {
    guard let after = bytes.character(at: offset + 1)?.scalar else { return true }
    if after.isSpace || Marks.closers.contains(after) { return true }
    let before = bytes.buffer[max(sentenceStart, offset - quoteReach)..<offset].count {
      $0 == UInt8(quote.value)
    }
    return !before.isMultiple(of: 2)
  }

  /// Whether closers stand between the terminator and the next sentence.
  var isClosed: Bool { end > terminator.upperBound }

  /// Whether white space does.
  var isSpaced: Bool { start > end }

  /// Whether openers do.
  var isOpened: Bool { next > start }
}

/// The marks at a joint.
enum Marks {
  static let straightQuotes: Set<Unicode.Scalar> = ["\"", "'"]

  /// Marks that belong to the sentence before.
  static let closers: Set<Unicode.Scalar> = [
    "”", "’", "」", "』", "）", ")", "]", "】", "》", "〉", "»", "\"", "'",
  ]

  /// Marks that belong to the sentence after.
  static let openers: Set<Unicode.Scalar> = [
    "“", "‘", "„", "‚", "「", "『", "（", "(", "[", "【", "《", "〈", "«", "\"", "'", "¿", "¡",
  ]

  /// Marks before which no sentence begins.
  static let continuing: Set<Unicode.Scalar> = [
    ",", ";", ":", "，", "、", "；", "：", "—", "–", "…", "/", "·", "～",
  ]

  /// Terminators that are more often a pause.
  static let pauses: Set<Unicode.Scalar> = ["…", "—"]

  /// Unicode's sentence terminators, the ellipsis, and the dash, at which speech breaks off.
  static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "?", "!", "。", "？", "！", "…", "—", "．", "｡": true
    default: scalar.value > 0x7F && !scalar.isHan && isRareTerminator(scalar.value)
    }
  }

  /// Armenian, Arabic, Syriac, Indic, Burmese, Ethiopic, Khmer, and the double marks.
  private static func isRareTerminator(_ value: UInt32) -> Bool {
    switch value {
    case 0x0589, 0x061D...0x061F, 0x06D4, 0x0700...0x0702, 0x0964, 0x0965, 0x104A, 0x104B, 0x1362,
      0x1367, 0x1368, 0x17D4, 0x17D5, 0x203C, 0x203D, 0x2047...0x2049, 0xFE52, 0xFE56, 0xFE57:
      true
    default: false
    }
  }
}
