/// Texts as tokens whose places are known.
struct PlacedTexts {
  private(set) var tokens = TokenText()
  /// Where each token stands in its text, in bytes.
  private var places: [Range<Int>] = []
  /// For each token whether nothing but a space or a hyphen stands before it and after the last one.
  private var follows: [Bool] = []

  init(_ texts: [String], _ tokenizer: Tokenizer) {
    for text in texts {
      let placed = PlacedText(text)
      var end = 0
      for token in tokenizer.places(in: placed) {
        // A character that is a part of a word and a word of its own is told once.
        guard token.bytes.lowerBound >= end || end == 0 else { continue }
        tokens.tokens.append(tokens.vocabulary.add(token.key, token.kind))
        places.append(token.bytes)
        let gap = text.slice(min(end, token.bytes.lowerBound)..<token.bytes.lowerBound)
        follows.append(["", " ", "-"].contains(gap))
        end = token.bytes.upperBound
      }
      tokens.endSegment()
    }
  }

  /// Whether the tokens from one to another stand in one run, with no mark between them.
  func runs(_ first: Int, _ last: Int) -> Bool {
    first == last
      || (first + 1...last).allSatisfy { follows[$0] && isWord($0) } && isWord(first)
  }

  private func isWord(_ index: Int) -> Bool {
    tokens.vocabulary.kinds[Int(tokens.tokens[index])] != .punctuation
  }

  /// The place of the tokens from one to another, in bytes of their text.
  func bytes(_ first: Int, _ last: Int) -> Range<Int> {
    places[first].lowerBound..<places[last].upperBound
  }
}
