internal import CMatrix

/// Spans that are encoded together on one thread. What they share is computed once: each segment is
/// cut into its beginning, middle and end, and only the beginning and the end change with what
/// stands before and behind.
struct SpanBlock {
  let sections: EncoderSections
  let tokenizer: Tokenizer
  let path: String
  let segments: [String]
  let joiner: String
  private var pieces: [Key: [Int32]] = [:]

  private struct Key: Hashable {
    let segment: Int
    let continues: Bool
  }

  init(
    _ sections: EncoderSections, path: String, segments: [String], joiner: String
  ) throws(EncodingError) {
    guard let tokenizer = Tokenizer(sections) else {
      throw .damaged(path, "the encoder has no characters")
    }
    (self.sections, self.tokenizer, self.path) = (sections, tokenizer, path)
    (self.segments, self.joiner) = (segments, joiner)
  }

  /// The spans' vectors, row by row.
  /// - Parameter inRuns: whether segments are cut into runs, which pays where spans overlap. Sums
  ///   are rounded otherwise then, so it must not depend on what the spans are.
  mutating func vectors(_ spans: [Range<Int>], inRuns: Bool) throws(EncodingError) -> [Float] {
    var (index, passages): ([Passage: Int], [Passage]) = ([:], [])
    var (parts, places): ([[Int]], [Int]) = ([], [])
    for span in spans {
      let (text, runs) = text(of: span, inRuns: inRuns)
      places.append(text.count)
      parts.append(
        runs.map { run in
          let passage = Passage(text, run)
          if let known = index[passage] { return known }
          index[passage] = passages.count
          passages.append(passage)
          return passages.count - 1
        })
    }
    let numbers = try PieceNumbers(passages.lazy.flatMap(\.pieces), sections, path: path)
    let sums = GramLayers(sections: sections, numbers: numbers).sums(passages)
    let texts = Rows(count: spans.count, width: Network.featureWidth)
    for (row, parts) in parts.enumerated() {
      for part in parts { cmatrix_add(texts[row], sums[part], Network.featureWidth) }
    }
    return Head(sections: sections).vectors(texts, places: places).flat
  }

  /// A span's pieces between the marks of beginning and end, and the runs to cut it into: for each
  /// segment one whose neighbours are all its own, and what is before and behind that.
  private mutating func text(
    of span: Range<Int>, inRuns: Bool
  ) -> (pieces: [Int32], runs: [Range<Int>]) {
    var (text, runs): ([Int32], [Range<Int>]) = ([Network.begin], [])
    var start = 0
    for segment in span {
      text += pieces(of: segment, continues: text.count > 1)
      let end = text.count
      if segment == span.upperBound - 1 { text.append(Network.end) }
      let middle = pieces(of: segment, continues: true).count - 2 * Passage.reach
      if inRuns, middle > 0, end - Passage.reach - middle > start {
        runs.append(start..<end - Passage.reach - middle)
        runs.append(end - Passage.reach - middle..<end - Passage.reach)
        start = end - Passage.reach
      }
      if inRuns || segment == span.upperBound - 1, start < text.count {
        runs.append(start..<text.count)
        start = text.count
      }
    }
    return (text, runs)
  }

  private mutating func pieces(of segment: Int, continues: Bool) -> [Int32] {
    let key = Key(segment: segment, continues: continues)
    if let known = pieces[key] { return known }
    let text = Simplified.fold(segments[segment])
    let found = tokenizer.pieces(continues ? joiner + text : text, continues: continues)
    pieces[key] = found
    return found
  }
}
