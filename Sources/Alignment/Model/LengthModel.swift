/// How long a translation is, by this document's own ratio (Gale & Church 1993, with the ratio and
/// the variance taken from the text, since both vary more between genres than languages).
struct LengthModel {
  /// Target characters per source character.
  var ratio: Float
  /// Variance of the target length per source character.
  var variance: Float
  /// Source clauses per target clause.
  var clauseRatio: Float

  /// The ratio of the whole texts, for the first round.
  init(_ source: [SegmentFacts], _ target: [SegmentFacts]) {
    let lengths = (
      source.reduce(0) { $0 + $1.length }, target.reduce(0) { $0 + $1.length }
    )
    ratio = max(0.2, min(8, lengths.1 / max(1, lengths.0)))
    variance = 2.2 * ratio
    clauseRatio =
      source.reduce(0) { $0 + $1.clauses } / max(1, target.reduce(0) { $0 + $1.clauses })
  }

  /// The ratio and variance of pairs that are probably right: (source, target, weight).
  mutating func learn(_ pairs: [(source: Float, target: Float, weight: Float)]) {
    guard pairs.count >= 5 else { return }
    let source = pairs.reduce(0) { $0 + $1.source * $1.weight }
    let target = pairs.reduce(0) { $0 + $1.target * $1.weight }
    guard source > 0, target > 0 else { return }
    ratio = max(0.2, min(8, target / source))
    let total = pairs.reduce(0) { $0 + $1.weight }
    let squares = pairs.reduce(Float(0)) { sum, pair in
      let difference = pair.target - ratio * pair.source
      return sum + pair.weight * difference * difference / max(1, pair.source)
    }
    variance = max(0.3 * ratio, squares / max(1, total))
  }

  /// How far a pair of lengths lies from the ratio, in standard deviations, 0 to 8.
  func deviation(_ source: Float, _ target: Float) -> Float {
    let mean = (source + target / ratio) / 2
    return min(8, abs(target - ratio * source) / (variance * max(1, mean)).squareRoot())
  }
}
