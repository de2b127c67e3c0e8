import Bitext
import Foundation
import Testing

@testable import Alignment

/// Words of two made-up languages that share no letter: a meaning is a number, spelled with
/// ten letters, `a`…`j` or `k`…`t`, and with more or fewer `z` in front.
private func word(_ meaning: Int, from first: UInt8) -> String {
  let letters = String(meaning).utf8.map { Character(Unicode.Scalar($0 - 48 + first)) }
  return String(repeating: "z", count: meaning * Int(first) % 9) + String(letters)
}

private func meaning(_ word: Substring) -> UInt64 {
  word.utf8.filter { $0 != UInt8(ascii: "z") }
    .reduce(0) { $0 * 10 + UInt64(($1 - UInt8(ascii: "a")) % 10) }
}

/// A meaning a word: texts with the same meanings in any order and language have the same vector,
/// up to a little noise of the text's own.
private struct MeaningEncoder: SentenceEncoder {
  let id = "meanings"
  let dimension = 48
  var noise: Float = 0.2

  func encode(_ texts: [String]) throws -> [Float] {
    texts.flatMap { text in
      var vector = [Float](repeating: 0.3, count: dimension)
      for word in text.split(separator: " ") {
        var random = SeededGenerator(meaning(word))
        for place in vector.indices { vector[place] += .random(in: -1...1, using: &random) }
      }
      var own = SeededGenerator(text.utf8.reduce(7) { ($0 &* 31) &+ UInt64($1) })
      for place in vector.indices { vector[place] += noise * .random(in: -1...1, using: &own) }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
  }
}

private struct Refusal: Error {}

private struct BrokenEncoder: SentenceEncoder {
  let id = "broken"
  let dimension = 4
  func encode(_ texts: [String]) throws -> [Float] { throw Refusal() }
}

@Suite struct VectorsTests {
  /// Sentences of five words, each a number; every fourth target sentence says what two source
  /// sentences say, and source 20 is left out.
  private static func texts(_ count: Int) -> (
    source: SegmentedDocument, target: SegmentedDocument, gold: [Bead]
  ) {
    func sentence(_ letter: Character, _ number: Int) -> String {
      (0..<5).map { word(number * 5 + $0, from: letter.asciiValue ?? 0) }.joined(separator: " ")
    }
    var (target, gold): ([String], [Bead]) = ([], [])
    var i = 0
    while i < count {
      let size = i == 20 ? 0 : i % 5 == 3 && i + 1 < count ? 2 : 1
      gold.append(Bead(Array(i..<i + max(1, size)), size == 0 ? [] : [target.count]))
      if size > 0 {
        target.append((i..<i + size).map { sentence("k", $0) }.joined(separator: " "))
      }
      i += max(1, size)
    }
    return (
      .lines((0..<count).map { sentence("a", $0) }, .zh), .lines(target, .en),
      gold
    )
  }

  /// The cosine of two spans, worked out by its definition.
  private static func cosine(
    _ vectors: SpanVectors, _ i: Int, _ a: Int, _ packed: Int, dimension: Int
  ) -> Float {
    (0..<dimension).reduce(0) { sum, place in
      let source = vectors.source.spans[(i * SpanVectors.longest + a - 1) * dimension + place]
      let panel = packed / VectorPanels.width * VectorPanels.width * dimension
      return sum
        + source
        * vectors.target.spans[panel + place * VectorPanels.width + packed % VectorPanels.width]
    }
  }

  @Test func cosinesAreThoseOfTheSpans() throws {
    let (source, target, _) = Self.texts(30)
    let encoder = MeaningEncoder()
    let vectors = try SpanVectors(source, target, by: encoder)
    let targets = target.segments.count
    let corridor = Corridor(
      low: (0...30).map { $0 * targets / 30 - 6 }, high: (0...30).map { $0 * targets / 30 + 6 },
      targetCount: targets)
    let similarity = SpanSimilarity(vectors, corridor)
    var compared = 0
    for i in 0..<30 {
      for j in 0..<targets {
        for (a, b) in [(1, 1), (2, 1), (1, 3), (4, 4)] where i + a <= 30 && j + b <= targets {
          let isWithin = j >= corridor.low[i] && j <= corridor.high[i]
          let found = similarity.cosine(i, j, a, b)
          #expect((found != nil) == isWithin)
          guard let found else { continue }
          let right = Self.cosine(
            vectors, i, a, j * SpanVectors.longest + b - 1, dimension: encoder.dimension)
          #expect(abs(found - right) < 1e-5)
          compared += 1
        }
      }
    }
    #expect(compared > 500)
  }

  /// The vectors of a side point away from their common mean, and have length 1.
  @Test func vectorsAreCentredAndOfLengthOne() throws {
    let (source, target, _) = Self.texts(60)
    let rows = try SpanVectors(source, target, by: MeaningEncoder()).source
    for row in stride(from: 0, to: rows.spans.count, by: SpanVectors.longest * rows.dimension) {
      let length = rows.spans[row..<row + rows.dimension].reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(abs(length - 1) < 1e-4)
    }
    let sums = (0..<rows.dimension).map { place in
      stride(from: place, to: rows.spans.count, by: SpanVectors.longest * rows.dimension)
        .reduce(0) { $0 + rows.spans[$1] } / 60
    }
    // What all had in common, .3 in each place before, is all but gone.
    #expect(sums.reduce(0) { $0 + $1 * $1 }.squareRoot() < 0.15)
  }

  /// Words of which no two are alike say nothing; vectors alone find the ladder.
  @Test func vectorsAloneFindTheLadder() throws {
    let (source, target, gold) = Self.texts(100)
    let blind = Aligner(lexicon: nil).align(source, target)
    let vectors = try SpanVectors(source, target, by: MeaningEncoder())
    let seeing = Aligner(lexicon: nil).align(source, target, vectors: vectors)
    let scores = [blind, seeing].map { Score(of: $0.ladder.beads, against: gold).strict.f1 }
    #expect(scores[1] > 0.97, "\(scores)")
    #expect(scores[0] < scores[1])
  }

  @Test func lockedBeadsHoldWithVectorsToo() throws {
    let (source, target, _) = Self.texts(40)
    let vectors = try SpanVectors(source, target, by: MeaningEncoder())
    let locked = LockedBead(source: 10..<12, target: 6..<7)
    let outcome = Aligner(lexicon: nil)
      .align(source, target, locked: [locked], vectors: vectors)
    #expect(outcome.ladder.beads.contains { $0.source == [10, 11] && $0.target == [6] })
  }

  @Test func whatTheEncoderThrowsIsThrown() {
    let (source, target, _) = Self.texts(5)
    #expect(throws: Refusal.self) { try SpanVectors(source, target, by: BrokenEncoder()) }
  }

  /// One segment a side, or one against many: no mean to speak of, yet a ladder.
  @Test(arguments: [1, 2, 3])
  func theShortestTextsHaveVectors(count: Int) throws {
    let (source, target, _) = Self.texts(count)
    let vectors = try SpanVectors(source, target, by: MeaningEncoder())
    let outcome = Aligner(lexicon: nil).align(source, target, vectors: vectors)
    #expect(outcome.ladder.beads.allSatisfy { ($0.confidence ?? -1) >= 0 })
    #expect(outcome.ladder.beads.flatMap(\.source) == Array(0..<count))
  }
}
