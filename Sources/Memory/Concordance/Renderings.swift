// What probably renders a text that was found, on the other side: words that stand far more often
// facing it than elsewhere, and words that somebody knows to render it.
public import Bitext
internal import Foundation
internal import GRDB

/// A word that may render a text, and how probable it is.
public typealias KnownRendering = (word: String, probability: Double)

extension Store {
  /// Marks in each unit what probably renders what was found. O(units), and the postings of the
  /// words that stand in many of them.
  /// - Parameter known: words that may render a text of one language in a text of another.
  public func markRenderings(
    in units: [FoundUnit],
    known: (_ found: String, _ from: Language, _ facing: String, _ to: Language) -> [KnownRendering]
  ) throws(MemoryError) -> [FoundUnit] {
    try read { db in
      let cutters = SearchCutters()
      let facing = units.map { Facing($0, cutters, known) }
      let habits = try RenderingHabits(facing.compactMap(\.self), in: db)
      return zip(units, facing).map { unit, facing in
        var unit = unit
        if let facing { unit.marks += facing.marks(habits) }
        return unit
      }
    }
  }
}

/// The side of a unit that faces what was found, if that stands on one side only.
private struct Facing {
  let side: Side
  let tokens: [SearchToken]
  private let known: [SearchToken.Key: Double]
  /// What somebody is sure of: a term's renderings.
  private let sure: [Mark]
  /// How often it was found, and how many tokens that are at most.
  private let (hits, length): (Int, Int)

  init?(
    _ unit: FoundUnit, _ cutters: SearchCutters,
    _ known: (String, Language, String, Language) -> [KnownRendering]
  ) {
    guard let first = unit.marks.first, unit.marks.allSatisfy({ $0.side == first.side }) else {
      return nil
    }
    let (from, to) = (unit.unit[first.side], unit.unit[first.side.other])
    let found = Array(from.text.utf8)[first.range]
    let cutter = cutters.cutter(to.language.tag)
    let tokens = cutter.tokens(of: to.text)
    (side, hits, self.tokens) = (first.side.other, unit.marks.count, tokens)
    length =
      cutters.cutter(from.language.tag).tokens(
        of: String(decoding: found, as: UTF8.self)
      ).count
    let words = known(String(decoding: found, as: UTF8.self), from.language, to.text, to.language)
    let terms = words.filter { $0.probability >= 1 }.map { Phrase($0.word, by: cutter) }
    var text = to.text
    sure = text.withUTF8 { text in
      terms.flatMap { $0.marks(in: text, tokens, first.side.other) }
    }.sorted { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
    var weights: [SearchToken.Key: Double] = [:]
    for (word, probability) in words {
      for token in cutter.tokens(of: word) where !token.key.isMark {
        weights[token.key] = max(weights[token.key] ?? 0, probability)
      }
    }
    self.known = weights
  }

  /// The best stretches, as many as were found.
  func marks(_ habits: RenderingHabits) -> [Mark] {
    var marks: [Mark] = []
    for mark in sure where !marks.contains(where: { $0.range.overlaps(mark.range) }) {
      marks.append(Mark(side: side, range: mark.range, form: .rendering))
    }
    if !marks.isEmpty { return marks.sorted { $0.range.lowerBound < $1.range.lowerBound } }
    var scores = tokens.map { token in
      token.key.isMark ? -1 : max(known[token.key] ?? 0, habits[token.key, side]) - Self.price
    }
    while marks.count < hits, let (stretch, score) = Self.best(scores, most: 3 * length + 4),
      score >= Self.least
    {
      let range =
        Int(
          tokens[stretch.lowerBound].range.lowerBound)..<Int(
          tokens[stretch.upperBound - 1].range.upperBound)
      marks.append(Mark(side: side, range: range, form: .rendering))
      for index in stretch { scores[index] = -1 }
    }
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What a word must bring to be taken in, and what a stretch must bring to be shown.
  private static let (price, least) = (0.15, 0.1)

  /// The stretch of the greatest sum, no longer than `most`. O(n · most).
  private static func best(_ scores: [Double], most: Int) -> (Range<Int>, Double)? {
    var best: (Range<Int>, Double)?
    for start in scores.indices where scores[start] > 0 {
      var sum = 0.0
      for end in start..<min(scores.count, start + most) {
        sum += scores[end]
        if sum > best?.1 ?? 0 { best = (start..<end + 1, sum) }
      }
    }
    return best
  }
}

extension Bitext.Unit {
  fileprivate subscript(side: Side) -> (text: String, language: Language) {
    side == .source ? (source, sourceLanguage) : (target, targetLanguage)
  }
}

/// How much more often words stand facing what was found than elsewhere.
private struct RenderingHabits {
  private var shares: [Side: [SearchToken.Key: Double]] = [:]

  /// A word that stands so many times as often as elsewhere is taken for a rendering.
  private static let lift = 5.0
  /// In so many units at least, and in such a share of them.
  private static let (units, share) = (3, 0.1)
  /// How many units tell what is usual elsewhere, at least.
  private static let enough = 1_000

  init(_ facing: [Facing], in db: Database) throws {
    let total =
      try Int.fetchOne(
        db, sql: "SELECT sum(last - first + 1) FROM concordance_block") ?? 0
    guard total >= Self.enough else { return }
    for side in Side.allCases {
      let texts = facing.filter { $0.side == side }
      var counts: [SearchToken.Key: Int] = [:]
      for text in texts {
        for key in Set(text.tokens.map(\.key)) where !key.isMark { counts[key, default: 0] += 1 }
      }
      for (key, count) in counts where count >= Self.units {
        let here = Double(count) / Double(texts.count)
        guard here >= Self.share, let gram = Gram(key, side) else { continue }
        let elsewhere = Double(try db.unitCount(gram)) / Double(total)
        if here > Self.lift * elsewhere { shares[side, default: [:]][key] = here }
      }
    }
  }

  /// The share of units in which a word stands, if it is a habit; else 0.
  subscript(key: SearchToken.Key, side: Side) -> Double { shares[side]?[key] ?? 0 }
}
