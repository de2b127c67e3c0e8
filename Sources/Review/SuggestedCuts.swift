public import Bitext

/// Where a person is likely to want a split.
extension DocumentPair {
  /// Places to cut one side of the row at `index`: first between its segments, then inside them
  /// after punctuation, each in the order of the text. A mark counts with the closing marks after
  /// it; an ASCII mark only before a space, so `3.5` and `U.S.-led` stay whole. O(text of the row).
  public func suggestedCuts(at index: Int, _ side: Side) -> [Cut] {
    let held = self[side].indices(startingIn: rows[index][side])
    let between = held.dropFirst().map { Cut($0 - held.lowerBound) }
    let inside = held.flatMap { segment in
      punctuationEnds(self[side].text(segment)).map { Cut(segment - held.lowerBound, bytes: $0) }
    }
    return between + inside
  }

  /// Byte offsets just past punctuation, the end of the text left out.
  private func punctuationEnds(_ text: String) -> [Int] {
    let characters = Array(text)
    var ends: [Int] = []
    var bytes = 0
    var afterMark: Character?
    for (index, character) in characters.enumerated() {
      if let mark = afterMark, !Self.follow.contains(character) {
        if !mark.isASCII || character.isWhitespace { ends.append(bytes) }
        afterMark = nil
      }
      if Self.marks.contains(character) { afterMark = character }
      bytes += characters[index].utf8.count
    }
    return ends
  }

  private static var marks: Set<Character> { Set("。！？；：，”…」』.!?;:,") }
  /// Marks that stay with the mark before them.
  private static var follow: Set<Character> { Set("。！？；：，”’」』）…\"'.!?)") }
}
