/// What the rules say of a joint.
enum Verdict: Equatable {
  /// The sentence ends.
  case ends
  /// The sentence goes on, though it could be cut here.
  case pauses(SoftBoundary.Reason)
  /// The sentence goes on: the mark belongs to a word, a number or a title.
  case goesOn
}

/// The decision at a joint: one question after another, the first that answers wins.
extension SegmentationRules {
  func verdict(at joint: Joint, in bytes: ParagraphBytes) -> Verdict {
    let turn = dialogueTurn(joint, in: bytes)
    guard let next = bytes.character(at: turn ?? joint.next)?.scalar,
      let last = bytes.character(before: joint.terminator.upperBound)?.scalar
    else { return .goesOn }
    if Marks.continuing.contains(next) || Marks.isTerminator(next) { return .goesOn }
    if next.isLowercase, last.isASCII || Marks.pauses.contains(last) {
      return joint.isClosed ? .pauses(.quotation) : .goesOn
    }
    if isPause(joint, last, next, in: bytes) { return pause(joint, last) }
    if isGluedLatin(joint, last, next, in: bytes) { return .goesOn }
    if last == ".", joint.terminator.count == 1, isAbbreviation(joint, next, in: bytes) {
      return .goesOn
    }
    return surroundings(of: joint, last, in: bytes)
  }

  /// The verdict at a mark that ends a sentence, by the brackets and quotations it stands in.
  private func surroundings(
    of joint: Joint, _ last: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Verdict {
    if let close = bracketAround(joint.end, in: bytes) {
      return titleClosers.contains(close) ? .goesOn : .pauses(.brackets)
    }
    guard joint.isClosed, !joint.isOpened else { return .ends }
    if let title = bytes.character(before: joint.end), titleClosers.contains(title.scalar) {
      return .goesOn
    }
    return goesOnAfterQuote(joint, last, in: bytes) ? .pauses(.quotation) : .ends
  }

  /// The first character of a turn of speech that a dash begins, in languages that write dialogue so:
  /// `— Oui ? — Non.`
  private func dialogueTurn(_ joint: Joint, in bytes: ParagraphBytes) -> Int? {
    guard dialogueDash, joint.isSpaced, let dash = bytes.character(at: joint.start),
      dash.scalar == "—" || dash.scalar == "–"
    else { return nil }
    return bytes.skipping(from: joint.start + dash.length) {
      $0.isSpace || Marks.openers.contains($0)
    }
  }
}

// MARK: Pauses

extension SegmentationRules {
  private func isPause(
    _ joint: Joint, _ last: Unicode.Scalar, _ next: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    switch last {
    case "…": !endsAtEllipsis(joint, next, in: bytes) || isStammer(joint, in: bytes)
    case "—", "–": !joint.isClosed
    case ".": isStammer(joint, in: bytes)
    default: false
    }
  }

  /// A single dash sets off words or joins numbers; only a Chinese one, `——`, is a soft boundary.
  private func pause(_ joint: Joint, _ last: Unicode.Scalar) -> Verdict {
    guard last == "—" || last == "–" else { return .pauses(.ellipsis) }
    return joint.terminator.count > "—".utf8.count ? .pauses(.dash) : .goesOn
  }

  /// An ellipsis ends a sentence when a quotation ends or begins there, at a space before a capital,
  /// and after a full stop, where it stands for what is left out. Between Chinese characters it ends
  /// one in narration; speech falters at it, and a list breaks off.
  private func endsAtEllipsis(
    _ joint: Joint, _ next: Unicode.Scalar, in bytes: ParagraphBytes
  ) -> Bool {
    if joint.isClosed || joint.isOpened || joint.isSpaced && next.isAlphabetLetter { return true }
    let dots = bytes.skippingBack(from: joint.terminator.upperBound) { $0 == "…" }
    let before = bytes.skippingBack(from: dots) { $0.isSpace || Marks.closers.contains($0) }
    if bytes.character(before: before)?.scalar == "。" { return true }
    return next.isHan && !takesUp(joint.next, in: bytes) && !isInList(dots, in: bytes)
      && !isQuoted(dots, in: bytes)
  }

  /// Whether the words at an offset go on with what stands before an ellipsis.
  private func takesUp(_ offset: Int, in bytes: ParagraphBytes) -> Bool {
    (continuers + connectives).contains { words in
      bytes.buffer[offset...].starts(with: words.utf8)
    }
  }

  /// Whether the clause before an offset is a list: `苹果、梨……`
  private func isInList(_ offset: Int, in bytes: ParagraphBytes) -> Bool {
    let start = bytes.skippingBack(from: offset) {
      $0 != "、" && $0 != "，" && !Marks.isTerminator($0)
    }
    return bytes.character(before: start)?.scalar == "、"
  }

  /// `I... I've lost it.`, `I . . . I do.`
  private func isStammer(_ joint: Joint, in bytes: ParagraphBytes) -> Bool {
    guard !joint.isClosed else { return false }
    let end = bytes.skippingBack(from: joint.terminator.upperBound) {
      $0 == "." || $0 == "…" || $0.isSpace
    }
    let dots = bytes.buffer[end..<joint.terminator.upperBound]
    guard dots.first != 0x2E || dots.count > 1 else { return false }
    let start = bytes.skippingBack(from: end) { $0.isAlphabetLetter }
    let before = bytes.string(start..<end)
    return !before.isEmpty && before.lowercased() == wordAfter(joint, in: bytes).lowercased()
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

  /// The letters after a joint.
  func wordAfter(_ joint: Joint, in bytes: ParagraphBytes) -> String {
    bytes.string(joint.next..<bytes.skipping(from: joint.next) { $0.isAlphabetLetter })
  }
}
