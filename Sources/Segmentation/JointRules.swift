/// The decision at a joint: one question after another, the first that answers wins.
extension SegmentationRules {
  /// Whether the sentence ends at this joint.
  func breaks(at joint: Joint, in bytes: ParagraphBytes) -> Bool {
    guard let next = bytes.character(at: joint.next)?.scalar,
      let last = bytes.character(before: joint.terminator.upperBound)?.scalar
    else { return false }
    if Marks.continuing.contains(next) || Marks.isTerminator(next) { return false }
    if next.isLowercase, last.isASCII || Marks.pauses.contains(last) { return false }
    if last == "…", !endsAtEllipsis(joint, next) { return false }
    if last == "—", !joint.isClosed || !joint.isOpened { return false }
    if isSpacedEllipsis(joint, last, in: bytes), !joint.isClosed { return false }
    if isGluedLatin(joint, last, next, in: bytes) { return false }
    if last == ".", joint.terminator.count == 1, isAbbreviation(joint, next, in: bytes) {
      return false
    }
    if isInsideBrackets(joint, in: bytes) { return false }
    if joint.isClosed, !joint.isOpened, goesOnAfterQuote(joint, last, in: bytes) { return false }
    return true
  }

  /// An ellipsis ends a sentence when a quotation ends or begins there, or at a space before
  /// a capital; between Chinese characters it is a pause.
  private func endsAtEllipsis(_ joint: Joint, _ next: Unicode.Scalar) -> Bool {
    joint.isClosed || joint.isOpened || joint.isSpaced && next.isLatinLetter
  }

  /// `. . .` is a pause.
  private func isSpacedEllipsis(
    _ joint: Joint, _ last: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    let before = bytes.trimmingSpaces(to: joint.terminator.lowerBound)
    return last == "." && before < joint.terminator.lowerBound
      && bytes.character(before: before)?.scalar == "."
  }

  /// ASCII stops without a space behind them: `3.5`, `K.罗琳`, `?id=3`, `...好`. Only a single mark
  /// after a Chinese character ends a sentence so, before another.
  private func isGluedLatin(
    _ joint: Joint, _ last: Unicode.Scalar, _ next: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    guard last.isASCII, !joint.isSpaced, !joint.isOpened, !joint.isClosed || next.isHan else {
      return false
    }
    let isBetweenHan =
      next.isHan && bytes.character(before: joint.terminator.lowerBound)?.scalar.isHan == true
    return !isBetweenHan || last == "." && joint.terminator.count > 1
  }
}

// MARK: Abbreviations

extension SegmentationRules {
  private func isAbbreviation(
    _ joint: Joint, _ next: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    let word = wordBefore(joint, in: bytes)
    let text = bytes.string(word)
    if titles.contains(text), !joint.isClosed { return true }
    if next.isDigit, numbered.contains(text) { return true }
    if isListNumber(word, joint, in: bytes) { return true }
    if ordinals, isShortNumber(text), !joint.isClosed {
      return !starters.contains(wordAfter(joint, in: bytes))
    }
    let isInitial =
      text.unicodeScalars.count == 1 && text.unicodeScalars.first?.isLatinLetter == true
    guard isInitial || text.contains(".") || abbreviations.contains(text) else { return false }
    return !joint.isClosed && !joint.isOpened && !next.isHan
      && !starters.contains(wordAfter(joint, in: bytes))
  }

  private func isShortNumber(_ text: String) -> Bool {
    (1...2).contains(text.utf8.count) && text.unicodeScalars.allSatisfy(\.isDigit)
  }

  /// The letters and inner stops before the terminator: `U.S` of `U.S.`.
  private func wordBefore(_ joint: Joint, in bytes: ParagraphBytes) -> Range<Int> {
    let start = bytes.skippingBack(from: joint.terminator.lowerBound) {
      $0.isLatinLetter || $0 == "." || $0 == "'" || $0 == "’" || $0.isDigit
    }
    return start..<joint.terminator.lowerBound
  }

  private func wordAfter(_ joint: Joint, in bytes: ParagraphBytes) -> String {
    bytes.string(joint.next..<bytes.skipping(from: joint.next) { $0.isLatinLetter })
  }

  /// `1. ` or `A. ` at the beginning of a sentence numbers it.
  private func isListNumber(
    _ word: Range<Int>, _ joint: Joint, in bytes: ParagraphBytes
  ) -> Bool {
    guard word.lowerBound == joint.sentenceStart, joint.isSpaced, word.count <= 4 else {
      return false
    }
    let text = bytes.buffer[word]
    return !text.isEmpty && text.allSatisfy { Unicode.Scalar($0).isDigit || $0 == 0x2E }
      || text.count == 1 && text.allSatisfy { Unicode.Scalar($0).isLatinLetter }
  }
}

// MARK: Brackets and quotations

extension SegmentationRules {
  /// How far a bracket may reach, in bytes: longer, and the text in it has sentences of its own.
  private var bracketReach: Int { 300 }

  private func isInsideBrackets(_ joint: Joint, in bytes: ParagraphBytes) -> Bool {
    guard let close = openBracket(before: joint.end, in: bytes) else {
      return false
    }
    let end = min(bytes.count, joint.end + bracketReach)
    return (joint.end..<end).contains { bytes.mark(at: $0) == close }
  }

  /// The closing partner of the nearest bracket that is still open before an offset.
  private func openBracket(before offset: Int, in bytes: ParagraphBytes) -> Unicode.Scalar? {
    var closed = 0
    for index in (max(0, offset - bracketReach)..<offset).reversed() {
      guard let mark = bytes.mark(at: index) else { continue }
      if let close = brackets[mark] {
        if closed == 0 { return close }
        closed -= 1
      } else if brackets.values.contains(mark) {
        closed += 1
      }
    }
    return nil
  }

  /// Whether the words after a closed quotation say who spoke it: `“好。”他说。`, `"Why?" I asked.`
  /// Not after a quotation that was announced (`他说：“好。”`), nor in Latin script after a stop.
  private func goesOnAfterQuote(
    _ joint: Joint, _ last: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    if let title = bytes.character(before: joint.end), titleClosers.contains(title.scalar) {
      return true
    }
    let clauseEnd = bytes.skipping(from: joint.next) { !isClauseEnd($0) }
    let clause = bytes.string(joint.next..<min(clauseEnd, joint.next + 60))
    guard let first = clause.unicodeScalars.first else { return false }
    if quoteParticles.contains(first) { return true }
    if last != "。", continuers.contains(first) { return true }
    if first.isHan {
      return !isAnnounced(joint, in: bytes) && endsInSpeechVerb(clause)
        && bytes.character(at: clauseEnd)?.scalar != "："
    }
    return last != "."
      && clause.split(separator: " ").prefix(4).dropFirst().contains {
        speechVerbs.contains(String($0))
      }
  }

  private func endsInSpeechVerb(_ clause: String) -> Bool {
    clause.count <= 5 && (1...2).contains { speechVerbs.contains(String(clause.suffix($0))) }
  }

  private func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
    Marks.isTerminator(scalar) || Marks.continuing.contains(scalar)
      || Marks.openers.contains(scalar)
  }

  /// Whether a colon or comma stands before the quotation that closes at this joint.
  private func isAnnounced(_ joint: Joint, in bytes: ParagraphBytes) -> Bool {
    var offset = joint.terminator.lowerBound
    while offset > joint.sentenceStart, let character = bytes.character(before: offset) {
      offset -= character.length
      if Marks.openers.contains(character.scalar) {
        let before = bytes.character(before: offset)?.scalar
        return before.map { ":：,，".unicodeScalars.contains($0) } ?? false
      }
    }
    return false
  }
}
