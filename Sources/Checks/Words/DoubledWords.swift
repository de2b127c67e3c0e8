internal import Bitext

/// A word that stands twice in a row: `the the`, 的的.
///
/// Reduplication is good Chinese (常常, 研究研究), so only particles and runs of three characters and more
/// count there; in English `had had` and `that that` are allowed, and so is what the other side doubles too.
enum DoubledWords {
  private static let allowed: Set<String> = [
    "had", "that", "so", "very", "no", "bye", "ha", "blah", "yes", "duran", "is", "her", "long",
    "much",
    "really", "knock", "there", "tut", "hear", "now", "well", "x", "o", "c", "n", "s",
  ]
  private static let particles = Set("的是在和与及为把被从对于将但或".unicodeScalars)

  /// What ends a word together with the first of two: 现在在, 目的的.
  private static let endings = Set("现正存所潜内目标总饱共温认以称".unicodeScalars)

  static func findings(_ pair: TextPair) -> [Finding] {
    let doubles = [pair.source, pair.target].map { text in
      text.language.isUnspaced ? han(text) : words(text)
    }
    // Both double something: a refrain, or a table.
    return doubles.contains(where: \.isEmpty) ? doubles.flatMap(\.self) : []
  }

  private static func words(_ text: SideText) -> [Finding] {
    var last: (word: String, range: Range<Int>, isFree: Bool)?
    var found: [Finding] = []
    var index = 0
    while index < text.scalars.count {
      guard Script.of(text.scalars[index]) == .letter, !text.isCode[index],
        let (word, end) = Script.letters(text.scalars, index)
      else {
        if Script.of(text.scalars[index]) != .space { last = nil }
        index += 1
        continue
      }
      let isFree = text[index - 1].map { Script.of($0) == .space } ?? true
      if let last, isFree, last.isFree, last.word == word, !allowed.contains(word),
        word.utf8.count > 1,
        text.scalars[index].properties.isLowercase, !joins(text, end)
      {
        found.append(text.finding(.doubledWord, last.range.lowerBound..<end, "\(word) \(word)"))
      }
      last = (word, index..<end, isFree)
      index = end
    }
    return found
  }

  private static func joins(_ text: SideText, _ end: Int) -> Bool {
    text[end].map {
      "-_.:/=('’".unicodeScalars.contains($0)
        && (text[end + 1].map { Script.of($0) == .letter } ?? false)
    } ?? false
  }

  private static func han(_ text: SideText) -> [Finding] {
    text.scalars.indices.compactMap { index in
      guard text.isHan(index), !text.isCode[index] else { return nil }
      if particles.contains(text.scalars[index]), text[index + 1] == text.scalars[index],
        text[index + 2] != text.scalars[index], text[index - 1] != text.scalars[index],
        !(text[index - 1].map { endings.contains($0) } ?? false)
      {
        return finding(text, index, 1)
      }
      return (3...6).contains { repeats(text, index, $0) } && !repeats(text, index - 1, 3)
        ? finding(text, index, (3...6).first { repeats(text, index, $0) } ?? 3) : nil
    }
  }

  private static func repeats(_ text: SideText, _ start: Int, _ length: Int) -> Bool {
    guard start >= 0, start + 2 * length <= text.scalars.count else { return false }
    let first = text.scalars[start..<start + length]
    return first.allSatisfy { Script.of($0) == .han } && Set(first).count > 1
      && first.elementsEqual(text.scalars[start + length..<start + 2 * length])
  }

  private static func finding(_ text: SideText, _ start: Int, _ length: Int) -> Finding {
    let word = text.string(start..<start + length)
    return text.finding(.doubledWord, start..<start + 2 * length, word + word)
  }
}
