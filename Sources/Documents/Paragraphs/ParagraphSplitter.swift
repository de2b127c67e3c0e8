internal import Bitext

/// Cuts a text into paragraphs.
///
/// A blank line always ends a paragraph. Within a block of lines without a blank one, the file
/// decides: in a hard-wrapped file, and in one with a sentence a line, the lines of a block are one
/// paragraph; in any other every line is a paragraph of its own, as Chinese texts often come.
enum ParagraphSplitter {
  /// More paragraphs than any text has: the Bible has 31,000 verses. What has more means harm, and
  /// would fill the memory.
  static let most = 2_000_000

  /// The paragraphs of a text, without labels. O(n).
  static func paragraphs(of text: String) -> [Paragraph] {
    let lines = TextLine.lines(of: text)
    let joins = joint(of: lines, in: text)
    var paragraphs: [Paragraph] = []
    for (index, line) in lines.enumerated() where !line.isBlank {
      if index > 0, let last = paragraphs.last, joins(lines[index - 1], line) {
        paragraphs[paragraphs.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        paragraphs.append(Paragraph(range: line.range))
      }
    }
    return paragraphs
  }

  /// Whether a line goes on with the paragraph of the line above, as the file has it.
  private static func joint(
    of lines: [TextLine], in text: String
  ) -> (_ above: TextLine, _ line: TextLine) -> Bool {
    if let wrap = HardWrap(lines, in: text) { return { wrap.joins($0, $1, in: text) } }
    guard SentenceLines.areIn(lines, of: text) else { return { _, _ in false } }
    return { SentenceLines.joins($0, $1, in: text) }
  }
}

/// A file whose lines were cut at a margin.
///
/// Seen by its inner lines, those with a line straight below: at least three; the longest of 30 to
/// 100 columns; two thirds of them at least six tenths as long; and fewer than half ending a sentence.
private struct HardWrap {
  /// A line shorter than this was not cut at the margin.
  let full: Int

  init?(_ lines: [TextLine], in text: String) {
    let inner = zip(lines, lines.dropFirst()).filter { !$0.isBlank && !$1.isBlank }.map(\.0)
    let longest = inner.map(\.columns).max() ?? 0
    full = longest * 6 / 10
    guard inner.count >= 3, (30...100).contains(longest) else { return nil }
    let long = inner.count { [full] in $0.columns >= full }
    let ended = inner.count { text.slice($0.range).endsSentence }
    guard long * 3 >= inner.count * 2, ended * 2 < inner.count else { return nil }
  }

  /// Whether `line` goes on with the paragraph of the line above. A blank line, a first-line
  /// indent, a short line that ends a sentence, and a speaker label on its own line end one.
  func joins(_ above: TextLine, _ line: TextLine, in text: String) -> Bool {
    guard !above.isBlank, !line.isIndented || above.isIndented else { return false }
    if above.columns < full, text.slice(above.range).endsSentence { return false }
    return ![above, line].contains { SpeakerLabels.isLabel(text.slice($0.range)) }
  }
}
