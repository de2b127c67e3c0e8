import Bitext
import Foundation
import TestData
import Testing

@testable import Alignment

/// Passages that stand out of order are told of, and only they.
@Suite struct MovedTests {
  /// Sentences of three numbers each, so that a sentence has one counterpart.
  private static func texts(_ count: Int, seed: UInt64) -> GoldPair {
    var random = SeededGenerator(seed)
    let numbers = (0..<count).map { _ in
      (0..<3).map { _ in Int.random(in: 20...9999, using: &random) }
    }
    return GoldPair(
      name: "numbers",
      source: .lines(numbers.map { "第\($0[0])号文件说明了第\($0[1])项，共\($0[2])页。" }, .zh),
      target: .lines(
        numbers.map { "Document \($0[0]) explains item \($0[1]) on \($0[2]) pages." }, .en),
      beads: (0..<count).map { Bead([$0], [$0]) })
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func displacedPassagesAreNullsThatFaceEachOther(seed: UInt64) {
    let displaced = Displacement(Self.texts(70, seed: seed), seed: seed)
    let (source, target) = (displaced.pair.source, displaced.pair.target)
    let outcome = Aligner(lexicon: nil).align(source, target)
    #expect(outcome.ladder.extent == Shape(70, 70))
    #expect(outcome.doubts.count == outcome.ladder.beads.count)
    let truth = Set(displaced.moved)
    let isRight = outcome.moved.map { truth.contains(Bead(Array($0.source), Array($0.target))) }
    #expect(!isRight.contains(false))
    #expect(outcome.moved.allSatisfy { (0.5...1).contains($0.probability) })

    let beads = zip(outcome.ladder.beads, outcome.doubts)
    for pair in outcome.moved {
      let faced = beads.filter { bead, _ in
        bead.shape.isNull
          && (bead.source.contains(where: pair.source.contains)
            || bead.target.contains(where: pair.target.contains))
      }
      #expect(faced.count == pair.source.count + pair.target.count)
      for (bead, doubts) in faced {
        let place = doubts.first { $0.kind == .moved }?.place
        let (text, other) = bead.target.isEmpty ? (target, pair.target) : (source, pair.source)
        #expect(place.map(text.joined) == other.map(text.text).joined())
      }
    }
    #expect(
      beads.count { $1.contains { $0.kind == .moved } }
        == outcome.moved.reduce(0) { $0 + $1.source.count + $1.target.count })
  }

  @Test func mostDisplacedPassagesOfSeveralSegmentsAreFound() {
    let all = (1...4).map { Displacement(Self.texts(70, seed: $0), seed: $0) }
    let found = all.map { Aligner(lexicon: nil).align($0.pair.source, $0.pair.target).moved.count }
    #expect(found.reduce(0, +) * 10 >= all.reduce(0) { $0 + $1.moved.count } * 7)
  }

  @Test func textsInOrderHaveNoneMoved() {
    let pair = Self.texts(70, seed: 1)
    #expect(Aligner(lexicon: nil).align(pair.source, pair.target).moved.isEmpty)
  }

  @Test func nothingHasMovedInTextsThatFaceNothing() {
    #expect(Aligner(lexicon: nil).align(.lines(["一。"], .zh), .lines([], .en)).moved.isEmpty)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func displacingKeepsEverySentence(seed: UInt64) {
    let pair = Self.texts(200, seed: 7)
    let displaced = Displacement(pair, seed: seed)
    #expect(displaced.pair.target.texts.sorted() == pair.target.texts.sorted())
    #expect(displaced.pair.target.texts != pair.target.texts)
    #expect(!displaced.moved.isEmpty)
    let beads = displaced.pair.beads
    #expect(beads.flatMap(\.source).sorted() == Array(0..<200))
    #expect(beads.flatMap(\.target).sorted() == Array(0..<200))
    let full = beads.filter { !$0.shape.isNull } + displaced.moved
    for bead in full {
      #expect(displaced.pair.target.text(bead.target[0]) == pair.target.text(bead.source[0]))
    }
    #expect(
      Displacement(pair, seed: seed).pair.target.texts == displaced.pair.target.texts)
  }

  /// The columns `MOVED P` and `MOVED R` of `bitext train` are measured without the text; here the
  /// shipped weights, which know it, and passages that they do not.
  @Test(
    .needs(.gold), .needsLexicon, arguments: [("mag/003", 0.85)])
  func passagesOfGoldTextsAreFoundAgain(name: String, recall: Double) throws {
    let lexicon = try Lexicon(path: #require(Self.lexiconPath))
    let pair = try GoldPair.read(name)
    let untouched = Aligner(lexicon: lexicon).align(pair.source, pair.target)
    #expect(untouched.moved.count <= 2)
    let displaced = Displacement(pair, seed: 101)
    let outcome = Aligner(lexicon: lexicon).align(displaced.pair.source, displaced.pair.target)
    let truth = Set(displaced.moved)
    let right = outcome.moved.count { truth.contains(Bead(Array($0.source), Array($0.target))) }
    #expect(Double(right) >= 0.9 * Double(outcome.moved.count))
    #expect(Double(right) >= recall * Double(truth.count))
  }

  static var lexiconPath: String? {
    ProcessInfo.processInfo.environment["BITEXT_DATA"].map { $0 + "/zh-en.lexicon" }
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test where no compiled lexicon is at hand, unless data is required.
  static var needsLexicon: Self {
    .enabled(
      if: MovedTests.lexiconPath != nil
        || ProcessInfo.processInfo.environment["BITEXT_REQUIRE_DATA"] != nil,
      "$BITEXT_DATA has no zh-en.lexicon")
  }
}
