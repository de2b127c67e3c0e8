/// The words of a language without spaces: the length, in code points, of the longest one that begins at a
/// place of a text; 1 or less where none of two or more does.
public typealias Headwords = @Sendable (_ text: [Unicode.Scalar], _ start: Int) -> Int

/// Says when characters that read like a term belong to other words: 程序 in 排程序列, which is 排程 and
/// 序列.
///
/// A term is refused only on strong evidence: a longer word runs across one of its ends, or two words take
/// all of it between them, each reaching out on its side. A word as long that crosses one end (治国 beside
/// 法治 in 法治国家) proves nothing.
struct WordBorders: Sendable {
  private let words: Headwords
  /// No word longer than this is asked for.
  private static let longest = 8

  init(_ words: @escaping Headwords) { self.words = words }

  /// Whether the term at these tokens may stand.
  func allow(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>) -> Bool {
    let start = max(0, range.lowerBound - Self.longest + 1)
    let end = min(tokens.count, range.upperBound + Self.longest)
    let text = tokens[start..<end].map { Unicode.Scalar($0.key) ?? "\u{FFFD}" }
    let term = range.lowerBound - start..<range.upperBound - start
    let before = crossing(text, term.lowerBound, term.upperBound, from: 0..<term.lowerBound)
    let after = term.dropFirst().first { begin in
      begin + words(text, begin) > term.upperBound && words(text, begin) > 1
    }
    if before.map({ $0.count > term.count }) ?? false { return false }
    guard let after else { return true }
    if words(text, after) > term.count, after > term.lowerBound { return false }
    return !(before.map { $0.upperBound == after } ?? false)
  }

  /// A word that begins before the term and ends inside it.
  private func crossing(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int, from begins: Range<Int>
  ) -> Range<Int>? {
    begins.lazy.map { $0..<$0 + words(text, $0) }.first { word in
      word.count > 1 && word.upperBound > start && word.upperBound < end
    }
  }
}
