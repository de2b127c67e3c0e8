/// Whether a sentence goes on around the brackets or the quotation that a joint stands in.
extension SegmentationRules {
  /// How far a bracket may reach, in bytes: longer, and the text in it has sentences of its own.
  private var bracketReach: Int { 300 }

  /// The closing partner of the bracket that is open at an offset and closes soon; `nil` for none.
  func bracketAround(_ offset: Int, in bytes: ParagraphBytes) -> Unicode.Scalar? {
    guard let close = openBracket(before: offset, in: bytes) else { return nil }
    let end = min(bytes.count, offset + bracketReach)
    var index = offset
    while index < end {
      if bytes.mark(at: index) == close { return close }
      index += 1
    }
    return nil
  }

  /// The closing partner of the nearest bracket that is still open before an offset.
  private func openBracket(before offset: Int, in bytes: ParagraphBytes) -> Unicode.Scalar? {
    var closed = 0
    var index = offset
    let end = max(0, offset - bracketReach)
    while index > end {
      index -= 1
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

  /// Whether the words after a closed quotation say who spoke it, `“好。”他说。`, `"Why?" I asked.`,
  /// or go on with it, `“为什么？”的时候`. Not after a quotation that was announced, `他说：“好。”`, nor
  /// in Latin script after a stop.
  func goesOnAfterQuote(
    _ joint: Joint, _ last: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    let clauseEnd = bytes.skipping(from: joint.next) { !isClauseEnd($0) }
    let clause = bytes.string(joint.next..<min(clauseEnd, joint.next + 60))
    guard let first = clause.unicodeScalars.first else { return false }
    if !joint.isSpaced, quoteParticles.contains(first) { return true }
    if last != "。", continuers.contains(where: clause.hasPrefix) { return true }
    if first.isHan {
      return !isAnnounced(joint, in: bytes) && endsInSpeechVerb(clause)
        && bytes.character(at: clauseEnd)?.scalar != "："
    }
    return last != "." && saysWhoSpoke(clause)
  }

  /// `Smith cried`, `I asked`; not `He asked`, which has its capital from a new sentence.
  private func saysWhoSpoke(_ clause: String) -> Bool {
    let words = clause.split(separator: " ").prefix(4).map(String.init)
    guard let first = words.first, first == "I" || !starters.contains(first) else { return false }
    return words.dropFirst().contains(where: speechVerbs.contains)
  }

  private func endsInSpeechVerb(_ clause: String) -> Bool {
    clause.count <= 5 && (1...2).contains { speechVerbs.contains(String(clause.suffix($0))) }
  }

  private func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
    Marks.isTerminator(scalar) || Marks.continuing.contains(scalar)
      || Marks.openers.contains(scalar)
  }

  /// How far back the beginning of a quotation is sought, in bytes.
  private var quotationReach: Int { 1500 }

  /// Whether a colon or comma stands before the quotation that closes at this joint, as it does before
  /// one so long that its beginning is out of reach.
  private func isAnnounced(_ joint: Joint, in bytes: ParagraphBytes) -> Bool {
    guard let opener = openQuote(before: joint.terminator.lowerBound, in: bytes) else {
      return true
    }
    let before = bytes.character(before: bytes.trimmingSpaces(to: opener))?.scalar
    return before.map { [":", "：", ",", "，"].contains($0) } ?? false
  }

  /// Whether an offset lies in a Chinese quotation, which may have begun in an earlier paragraph.
  func isQuoted(_ offset: Int, in bytes: ParagraphBytes) -> Bool {
    if openQuote(before: offset, in: bytes) != nil { return true }
    let end = min(bytes.count, offset + quotationReach)
    var index = offset
    while index < end {
      if let mark = bytes.mark(at: index) {
        if Marks.quoteClosers.contains(mark) { return true }
        if Marks.quoteOpeners.contains(mark) { return false }
      }
      index += 1
    }
    return false
  }

  /// Where the Chinese quotation begins that is open at an offset; `nil` for none.
  func openQuote(before offset: Int, in bytes: ParagraphBytes) -> Int? {
    var closed = 0
    var index = offset
    let end = max(0, offset - quotationReach)
    while index > end {
      index -= 1
      guard let mark = bytes.mark(at: index) else { continue }
      if Marks.quoteClosers.contains(mark) { closed += 1 }
      guard Marks.quoteOpeners.contains(mark) else { continue }
      if closed == 0 { return index }
      closed -= 1
    }
    return nil
  }
}
