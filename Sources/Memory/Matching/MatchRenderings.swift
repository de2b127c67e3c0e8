public import Bitext

extension Store {
  /// The parts of a match's translation that probably render parts of its text: what to look at first
  /// where these differ from the text that was sought. A guess.
  /// - Parameters:
  ///   - places: in the match's text, in UTF-8 bytes.
  ///   - known: words that may render a text of one language in a text of another.
  /// - Returns: places in the translation, in order, none overlapping.
  public func renderings(
    of places: [Range<Int>], in match: Match,
    known: (_ found: String, _ from: Language, _ facing: String, _ to: Language) -> [KnownRendering]
  ) throws(MemoryError) -> [Range<Int>] {
    let units = places.filter { !$0.isEmpty }.map { place in
      FoundUnit(
        unit: match.unit, number: 1, marks: [Mark(side: match.side, range: place, form: .same)])
    }
    let marks = try markRenderings(in: units, known: known).flatMap(\.marks)
    var found: [Range<Int>] = []
    for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where mark.form == .rendering && mark.range.lowerBound >= found.last?.upperBound ?? 0 {
      found.append(mark.range)
    }
    return found
  }
}
