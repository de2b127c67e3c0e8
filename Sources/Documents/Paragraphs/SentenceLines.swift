/// A file with a sentence a line, and blank lines between paragraphs.
///
/// Seen by its lines: blocks of several; four fifths of all lines end a sentence, and at most three in
/// twenty hold more than one. Of the gold texts cut so by hand none has fewer than .85 and .97 of
/// their lines ending, and a paragraph a line holds more than one sentence in .80 and .94.
enum SentenceLines {
  /// How many lines are looked at.
  private static let sample = 2000

  static func areIn(_ lines: [TextLine], of text: String) -> Bool {
    let inner = zip(lines, lines.dropFirst()).count { !$0.isBlank && !$1.isBlank }
    let blocks = zip(lines, lines.dropFirst()).count { $0.isBlank && !$1.isBlank }
    guard inner >= 3, blocks >= 1 else { return false }
    let texts = lines.lazy.filter { !$0.isBlank }.prefix(sample).map { text.slice($0.range) }
    let ended = texts.count { $0.endsSentence }
    let several = texts.count(where: hasSeveralSentences)
    return ended * 5 >= texts.count * 4 && several * 20 <= texts.count * 3
  }

  /// Whether `line` goes on with the paragraph of the line above: this ends a sentence for sure, so that
  /// no two sentences run together, and no speaker begins.
  static func joins(_ above: TextLine, _ line: TextLine, in text: String) -> Bool {
    guard !above.isBlank, !line.isIndented else { return false }
    let last = text.slice(above.range).last { !"”’\"')）」』》]】 ".contains($0) }
    guard let last, ".?!。？！".contains(last) else { return false }
    return ![above, line].contains { SpeakerLabels.begin(text.slice($0.range)) }
  }

  /// Whether a sentence ends before the line does: after `。？！` and closing marks something follows,
  /// or after `.?!`, closing marks and a space a capital does.
  private static func hasSeveralSentences(_ line: String) -> Bool {
    var isAfterStop = false
    var stop: Character = " "
    var isSpaced = false
    for character in line {
      if ".?!。？！".contains(character) {
        (isAfterStop, isSpaced, stop) = (true, false, character)
      } else if isAfterStop, !"”’\"')）」』】…".contains(character) {
        if character.isWhitespace {
          isSpaced = true
        } else if "。？！".contains(stop) && !"，、；：".contains(character)
          || isSpaced && character.isUppercase
        {
          return true
        } else {
          isAfterStop = false
        }
      }
    }
    return false
  }
}
