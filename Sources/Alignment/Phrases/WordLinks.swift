internal import Bitext
internal import Foundation

/// Which words of a text and of its translation answer each other.
///
/// Each word gets one partner, the likeliest pairs first (competitive linking: Melamed 2000). A pair is
/// likelier beside other likely pairs, so that of two equal words the right one is taken, and when both
/// stand at like parts of their texts. A word may share its neighbour's partner: `rule` of `law` is 法治.
struct WordLinks {
  /// A word of each text, as places among the tokens of the pair, and how strongly they call for each other.
  struct Link {
    var source: Int
    var target: Int
    var weight: Float
  }

  /// The links of each source word; those of each target word.
  private(set) var ofSource: [[Link]]
  private(set) var ofTarget: [[Link]]

  /// How far away a likely pair still helps, on either side.
  private static let reach = (source: 2, target: 3)
  /// Words of one partner have at most so many words of grammar between them, less one.
  private static let gap = 3

  /// Links the likely pairs of words. O(n log n) for n of them.
  /// - Parameters:
  ///   - likely: pairs of words, each once, by source and then by target.
  ///   - isLoose: whether a word stands in no pair for what it is, grammar or a figure.
  init(_ likely: [Link], shape: Shape, isLoose: (_ side: Side, _ place: Int) -> Bool) {
    ofSource = Array(repeating: [], count: shape.source)
    ofTarget = Array(repeating: [], count: shape.target)
    let scores = Self.scores(likely, shape)
    let order = likely.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    func isBeside(_ side: Side, _ place: Int, _ other: Int) -> Bool {
      let (low, high) = (min(place, other), max(place, other))
      return high - low <= Self.gap && (low + 1..<high).allSatisfy { isLoose(side, $0) }
    }
    for link in order.lazy.map({ likely[$0] }) {
      let isFree =
        switch (ofSource[link.source].first, ofTarget[link.target].first) {
        case (nil, nil): true
        case (nil, let taken?): isBeside(.source, link.source, taken.source)
        case (let taken?, nil): isBeside(.target, link.target, taken.target)
        default: false
        }
      guard isFree else { continue }
      ofSource[link.source].append(link)
      ofTarget[link.target].append(link)
    }
  }

  /// How likely each pair is here: its weight, its neighbours' and its place.
  private static func scores(_ likely: [Link], _ shape: Shape) -> [Float] {
    var weights = [Float](repeating: 0, count: shape.source * shape.target)
    for link in likely { weights[link.source * shape.target + link.target] = link.weight }
    return likely.map { link in
      let beside = neighbours(of: link, shape).reduce(Float(0)) { sum, place in
        let distance = abs(place.source - link.source) + abs(place.target - link.target)
        return sum + weights[place.source * shape.target + place.target] / Float(distance)
      }
      let drift =
        (Float(link.source) + 0.5) / Float(shape.source)
        - (Float(link.target) + 0.5) / Float(shape.target)
      return link.weight * (1 + beside) * exp(-abs(drift))
    }
  }

  private static func neighbours(of link: Link, _ shape: Shape) -> [(source: Int, target: Int)] {
    let sources =
      max(0, link.source - reach.source)...min(shape.source - 1, link.source + reach.source)
    let targets =
      max(0, link.target - reach.target)...min(shape.target - 1, link.target + reach.target)
    return sources.flatMap { source in targets.map { (source, $0) } }
      .filter { $0 != link.source || $1 != link.target }
  }
}
