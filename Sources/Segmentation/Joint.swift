/// A place where one sentence may end and the next begin, taken apart:
/// `…end` terminator (`.` `？！` `……`), closers (`”` `)`), reference (`12` `[3]`), white space, openers
/// (`“` `《`), `Next…`.
struct Joint {
  /// The run of terminators.
  let terminator: Range<Int>
  /// Where the closers end.
  let closed: Int
  /// Where the sentence before ends: after the closers and the reference.
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
    closed = Self.afterClosers(last, in: bytes, sentenceStart)
    end = Self.afterReference(closed, first, in: bytes)
    start = bytes.skippingSpaces(from: end)
    next = bytes.skipping(from: start) { Marks.openers.contains($0) || $0.isSpace }
    self.sentenceStart = sentenceStart
  }

  /// Whether closers stand between the terminator and the next sentence.
  var isClosed: Bool { closed > terminator.upperBound }

  /// Whether a reference does.
  var isReferenced: Bool { end > closed }

  /// Whether white space does.
  var isSpaced: Bool { start > end }

  /// Whether openers do.
  var isOpened: Bool { next > start }
}

// MARK: Closers

extension Joint {
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
    var isOdd = false
    var index = max(sentenceStart, offset - quoteReach)
    while index < offset {
      if bytes.buffer[index] == UInt8(truncatingIfNeeded: quote.value) { isOdd.toggle() }
      index += 1
    }
    return isOdd
  }
}

// MARK: References

extension Joint {
  /// Past the numbers of notes or sources that stand right behind a sentence: `[3,4]` after any mark;
  /// in Latin script, bare numbers before a space: `of the disease.1,2 However`.
  private static func afterReference(
    _ closed: Int, _ terminator: Int, in bytes: ParagraphBytes
  ) -> Int {
    if let open = bytes.character(at: closed), open.scalar == "[" || open.scalar == "［" {
      let end = afterNumbers(closed + open.length, in: bytes)
      guard end > closed + open.length, let close = bytes.character(at: end),
        close.scalar == "]" || close.scalar == "］"
      else { return closed }
      return end + close.length
    }
    guard bytes.character(at: closed)?.scalar.isDigit == true,
      bytes.character(at: terminator)?.scalar == ".",
      bytes.character(before: terminator).map({ $0.scalar.isLowercase || $0.scalar == ")" }) == true
    else { return closed }
    let end = afterNumbers(closed, in: bytes)
    let after = bytes.character(at: end)?.scalar
    return after == nil || after?.isSpace == true ? end : closed
  }

  /// Past numbers of at most three digits, with commas and dashes between.
  private static func afterNumbers(_ start: Int, in bytes: ParagraphBytes) -> Int {
    var digits = 0
    return bytes.skipping(from: start) { scalar in
      digits = scalar.isDigit ? digits + 1 : 0
      return scalar.isDigit ? digits <= 3 : [",", "-", "–", "，"].contains(scalar)
    }
  }
}
