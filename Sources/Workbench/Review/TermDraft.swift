public import Bitext

/// A term that a person is choosing among the words of a row: some words on each side.
public struct TermDraft: Sendable {
  /// The side whose words are being chosen.
  public var side: Side
  /// The texts chosen from.
  public let texts: [Side: String]
  /// The words of each text, in UTF-8 bytes; characters where words stand without spaces.
  private let words: [Side: [Range<Int>]]
  /// The first and the last word chosen.
  private var chosen: [Side: ClosedRange<Int>]

  init(of row: Row, in pair: DocumentPair, side: Side) {
    self.side = side
    let texts = Dictionary(
      uniqueKeysWithValues: Side.allCases.map { ($0, pair.text(row, $0)) })
    self.texts = texts
    words = Dictionary(
      uniqueKeysWithValues: Side.allCases.map { side in
        let isUnspaced = pair[side].document.language.isUnspaced
        return (side, Self.words(of: texts[side] ?? "", isUnspaced))
      })
    chosen = words.filter { !$0.value.isEmpty }.mapValues { _ in 0...0 }
  }

  /// The bytes chosen on a side.
  public func range(_ side: Side) -> Range<Int>? {
    guard let chosen = chosen[side], let words = words[side] else { return nil }
    return words[chosen.lowerBound].lowerBound..<words[chosen.upperBound].upperBound
  }

  /// The words chosen on a side.
  public func text(_ side: Side) -> String {
    range(side).map { (texts[side] ?? "").slice($0) } ?? ""
  }

  /// Chooses one word, so many further.
  public mutating func move(by steps: Int) {
    guard let here = chosen[side], let words = words[side] else { return }
    let from = steps > 0 ? here.upperBound : here.lowerBound
    let place = max(0, min(words.count - 1, from + steps))
    chosen[side] = place...place
  }

  /// Chooses so many words more, or less, at the end.
  public mutating func extend(by steps: Int) {
    guard let here = chosen[side], let words = words[side] else { return }
    chosen[side] =
      here.lowerBound...max(here.lowerBound, min(words.count - 1, here.upperBound + steps))
  }

  private static func words(of text: String, _ isUnspaced: Bool) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var bytes = 0
    var last: Character = " "
    for character in text {
      let width = character.utf8.count
      let isWord = character.isLetter || character.isNumber
      let joins = last.isLetter || last.isNumber || last == "-" || last == "’" || last == "'"
      let isOwn = isUnspaced && !character.isASCII
      if isWord, !isOwn, joins, last.isASCII || !isUnspaced, let open = words.popLast() {
        words.append(open.lowerBound..<bytes + width)
      } else if isWord {
        words.append(bytes..<bytes + width)
      }
      bytes += width
      last = character
    }
    return words
  }
}
