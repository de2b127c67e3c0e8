internal import Bitext

/// A word of a text, or a character where words stand without spaces, or a mark; with its place.
struct TextWord {
  var text: Substring
  /// In UTF-8 bytes, from where the text begins that it was read in.
  var range: Range<Int>

  /// The words of a text. O(n).
  static func words(of text: String, from start: Int = 0) -> [TextWord] {
    var words: [TextWord] = []
    var offset = start
    var isOpen = false
    for index in text.indices {
      let character = text[index]
      let end = offset + character.utf8.count
      let isInWord = (character.isLetter || character.isNumber) && !character.isIdeograph
      if isInWord, isOpen, let last = words.indices.last {
        words[last].range = words[last].range.lowerBound..<end
        words[last].text = text[words[last].text.startIndex...index]
      } else if !character.isWhitespace {
        words.append(TextWord(text: text[index...index], range: offset..<end))
      }
      (isOpen, offset) = (isInWord, end)
    }
    return words
  }
}

extension Character {
  /// Whether it is written without spaces: Chinese characters and kana.
  fileprivate var isIdeograph: Bool {
    unicodeScalars.first.map { (0x3040...0x30FF).contains($0.value) || $0.properties.isIdeographic }
      ?? false
  }
}

/// What stands in the place of what, where one text has become another.
struct TextChange: Hashable {
  /// What stood there; empty when something was put in.
  var old: String
  /// What stands there now, in bytes of the new text; empty when something was taken out.
  var new: Range<Int>

  /// The changes from an old text to a new one, in order, found word by word. Where a single word
  /// stands between two of them they are one. O(n log n).
  /// - Parameters:
  ///   - words: the words of the new text.
  ///   - end: where the new text ends.
  static func changes(from old: String, to words: [TextWord], end: Int) -> [TextChange] {
    let before = TextWord.words(of: old)
    let places = unchanged(before.map(\.text), words.map(\.text))
    var runs: [(old: Range<Int>, new: Range<Int>)] = []
    var above = (old: 0, new: 0)
    for index in 0...places.count {
      guard let place = index < places.count ? places[index] : words.count else { continue }
      if index > above.old || place > above.new {
        var run = (old: above.old..<index, new: above.new..<place)
        if let last = runs.last, run.old.lowerBound - last.old.upperBound == 1 {
          run = (last.old.lowerBound..<index, last.new.lowerBound..<place)
          runs.removeLast()
        }
        runs.append(run)
      }
      above = (index + 1, place + 1)
    }
    return runs.map { run in
      let gone = before[run.old]
      let start =
        run.new.lowerBound < words.count ? words[run.new.lowerBound].range.lowerBound : end
      let stop = run.new.isEmpty ? start : words[run.new.upperBound - 1].range.upperBound
      return TextChange(
        old: gone.isEmpty
          ? ""
          : String(
            old[gone[gone.startIndex].text.startIndex..<gone[gone.endIndex - 1].text.endIndex]),
        new: start..<stop)
    }
  }
}
