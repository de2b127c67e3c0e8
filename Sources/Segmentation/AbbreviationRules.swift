/// Whether a stop belongs to the word before it.
extension SegmentationRules {
  func isAbbreviation(
    _ joint: Joint, _ next: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    let word = wordBefore(joint, in: bytes)
    let text = bytes.string(word)
    if isOne(text, of: titles), !joint.isClosed { return true }
    if next.isDigit || joint.isReferenced, isOne(text, of: numbered) { return true }
    if isListNumber(word, joint, in: bytes) { return true }
    if ordinals, isShortNumber(text), !joint.isClosed { return !isStarter(joint, in: bytes) }
    guard isInitial(text, word, in: bytes) || hasInnerStops(text) || isOne(text, of: abbreviations)
    else { return false }
    return !joint.isClosed && !joint.isOpened && !joint.isReferenced && !next.isHan
      && !isStarter(joint, in: bytes)
  }

  /// Whether it is one of these words, or one of them in capitals: `MR.`
  private func isOne(_ text: String, of words: Set<String>) -> Bool {
    if words.contains(text) { return true }
    guard text.utf8.count > 1, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return false
    }
    return words.contains(text.prefix(1) + text.dropFirst().lowercased())
  }

  /// `J.`; but the letter of `vitamin C.` belongs to the word before.
  private func isInitial(_ text: String, _ word: Range<Int>, in bytes: ParagraphBytes) -> Bool {
    guard text.unicodeScalars.count == 1, text.unicodeScalars.first?.isAlphabetLetter == true
    else { return false }
    let end = bytes.trimmingSpaces(to: word.lowerBound)
    let start = bytes.skippingBack(from: end) { $0.isAlphabetLetter }
    return !lettered.contains(bytes.string(start..<end).lowercased())
  }

  /// `U.S`, `Ph.D`; but not `7.4` nor `example.com`.
  private func hasInnerStops(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split(separator: ".")
    return parts.count > 1
      && parts.allSatisfy { $0.count <= 3 && $0.allSatisfy(\.isAlphabetLetter) }
  }

  private func isShortNumber(_ text: String) -> Bool {
    (1...2).contains(text.utf8.count) && text.unicodeScalars.allSatisfy(\.isDigit)
  }

  /// The letters and inner stops before the terminator: `U.S` of `U.S.`.
  private func wordBefore(_ joint: Joint, in bytes: ParagraphBytes) -> Range<Int> {
    let start = bytes.skippingBack(from: joint.terminator.lowerBound) {
      $0.isAlphabetLetter || $0 == "." || $0 == "'" || $0 == "’" || $0.isDigit
    }
    return start..<joint.terminator.lowerBound
  }

  /// Whether the word after begins sentences. The `A` of `J. A. Smith` does not.
  private func isStarter(_ joint: Joint, in bytes: ParagraphBytes) -> Bool {
    let word = wordAfter(joint, in: bytes)
    return starters.contains(word)
      && !(word.count == 1 && bytes.character(at: joint.next + word.utf8.count)?.scalar == ".")
  }

  /// `1. ` or `A. ` at the beginning of a sentence, or after a colon or semicolon, numbers what
  /// follows.
  private func isListNumber(
    _ word: Range<Int>, _ joint: Joint, in bytes: ParagraphBytes
  ) -> Bool {
    guard word.count <= 4, joint.isSpaced else { return false }
    let text = bytes.buffer[word]
    let isNumber = !text.isEmpty && text.allSatisfy { Unicode.Scalar($0).isDigit || $0 == 0x2E }
    if word.lowerBound == joint.sentenceStart {
      return isNumber || text.count == 1 && text.allSatisfy { Unicode.Scalar($0).isAlphabetLetter }
    }
    let edge = bytes.trimmingSpaces(to: word.lowerBound)
    guard isNumber, word.count <= 3, let mark = bytes.character(before: edge)?.scalar else {
      return false
    }
    return ["；", "："].contains(mark) || edge < word.lowerBound && [";", ":"].contains(mark)
  }
}
