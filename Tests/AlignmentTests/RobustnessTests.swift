import Bitext
import Foundation
import TestData
import Testing

@testable import Alignment

/// Texts that are not what an aligner hopes for: the ladder stays one, finds its way again, and
/// takes no longer than it should.
@Suite struct RobustnessTests {
  /// A text pair, and whether it is aligned with the lexicon.
  struct Text: CustomTestStringConvertible, Sendable {
    var name: String
    var languages: (Language, Language)
    var testDescription: String { name }

    func read() throws -> (pair: GoldPair, aligner: Aligner) {
      guard name.contains("/") else {
        return (try .read(ofProject: name, languages.0, languages.1), Aligner(lexicon: nil))
      }
      let lexicon = try Lexicon(path: #require(MovedTests.lexiconPath))
      return (try .read(name), Aligner(lexicon: lexicon))
    }
  }

  static let ofProject: [Text] = [
    .init(name: "de-en", languages: (Language("de")!, .en)),
    .init(name: "ja-en", languages: (Language("ja")!, .en)),
  ]
  static let gold: [Text] = [
    .init(name: "mac-dev/006", languages: (.zh, .en)),
    .init(name: "champollion/198706005", languages: (.zh, .en)),
  ]

  /// What becomes of a stretch of the target.
  enum Change: CaseIterable { case missing, doubled }

  @Test(arguments: ofProject, Change.allCases)
  func aChangedChapter(text: Text, change: Change) throws { try check(text, change) }

  @Test(.needs(.gold), .needsLexicon, arguments: gold, Change.allCases)
  func aChangedChapterOfGold(text: Text, change: Change) throws { try check(text, change) }

  /// A tenth of the target left out or given twice: from the sixth gold bead after it on, no more
  /// than two beads of twenty are lost that are found in the text as it was.
  private func check(_ text: Text, _ change: Change) throws {
    let (pair, aligner) = try text.read()
    let count = pair.target.segments.count
    let chapter = count / 2..<count / 2 + count / 10
    var order = Array(0..<count)
    switch change {
    case .missing: order.removeSubrange(chapter)
    case .doubled: order.insert(contentsOf: chapter, at: chapter.upperBound)
    }
    let ladder = aligner.align(pair.source, pair.target.reordered(order)).ladder
    #expect(ladder.extent == Shape(pair.source.segments.count, order.count))

    let shift = order.count - count
    let after = pair.beads.filter { $0.target.first.map { $0 >= chapter.upperBound } ?? false }
      .filter { !$0.source.isEmpty }.dropFirst(5).prefix(20)
    let before = pair.beads.filter { $0.target.last.map { $0 < chapter.lowerBound } ?? false }
      .filter { !$0.source.isEmpty }.dropLast(5).suffix(20)
    let whole = Set(aligner.align(pair.source, pair.target).ladder.beads.map(\.sides))
    let found = Set(ladder.beads.map(\.sides))
    for (beads, shift) in [(after, shift), (before[...], 0)] {
      let once = beads.count { whole.contains($0.sides) }
      let again = beads.count {
        found.contains(Bead($0.source, $0.target.map { $0 + shift }))
      }
      #expect(again >= once - 2)
      #expect(once > beads.count / 3)
    }
  }

  @Test(arguments: ofProject)
  func aReversedSideIsStillALadder(text: Text) throws {
    let (pair, ladder) = try reversed(text)
    #expect(ladder.extent == Shape(pair.source.segments.count, pair.target.segments.count))
  }

  @Test(.needs(.gold), .needsLexicon, arguments: gold)
  func ofAReversedSideLittleIsCertain(text: Text) throws {
    let (pair, ladder) = try reversed(text)
    #expect(ladder.extent == Shape(pair.source.segments.count, pair.target.segments.count))
    let certain = ladder.beads.count { !$0.shape.isNull && $0.confidence ?? 1 > 0.9 }
    #expect(certain * 20 < ladder.beads.count)
  }

  private func reversed(_ text: Text) throws -> (GoldPair, Ladder) {
    let (pair, aligner) = try text.read()
    let order = Array(pair.target.segments.indices.reversed())
    return (pair, aligner.align(pair.source, pair.target.reordered(order)).ladder)
  }

  @Test func oneSentenceAgainstFiveThousand() {
    let many = (0..<5000).map { "Sentence number \($0 * 7) says nothing of \($0 * 3)." }
    let start = ContinuousClock.now
    let ladder = Aligner(lexicon: nil).align(.lines(["第77句没有说到33。"], .zh), .lines(many, .en))
      .ladder
    #expect(ladder.extent == Shape(1, 5000))
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  @Test(
    .needs(.gold), .needsLexicon,
    arguments: [
      ("mac-dev/006", "champollion/198706005"), ("champollion/198706005", "mac-dev/006"),
      ("mac-dev/004", "mac-dev/006"),
    ])
  func unrelatedTextsHaveNoProbablePair(source: String, target: String) throws {
    let lexicon = try Lexicon(path: #require(MovedTests.lexiconPath))
    let outcome = try Aligner(lexicon: lexicon)
      .align(GoldPair.read(source).source, GoldPair.read(target).target)
    #expect(outcome.isUnrelated)
    #expect(outcome.moved.isEmpty)
    for bead in outcome.ladder.beads where !bead.shape.isNull {
      #expect(try #require(bead.confidence) <= 0.5)
    }
  }

  /// The freest texts there are, whole, and facing half of their translation.
  @Test(.needs(.gold), .needsLexicon, arguments: ["mac-dev/006", "press-conference/statement"])
  func relatedTextsAreNotDoubted(name: String) throws {
    let lexicon = try Lexicon(path: #require(MovedTests.lexiconPath))
    let pair = try GoldPair.read(name)
    let half = pair.target.reordered(Array(0..<pair.target.segments.count / 2))
    for target in [pair.target, half] {
      let outcome = Aligner(lexicon: lexicon).align(pair.source, target)
      #expect(outcome.relatedness > 0.9)
    }
  }

  @Test func withoutALexiconNothingIsJudged() {
    let (source, target) = (0..<30).reduce(into: ([String](), [String]())) { texts, index in
      texts.0.append("第\(index)句。")
      texts.1.append("Nothing of the kind.")
    }
    let outcome = Aligner(lexicon: nil).align(.lines(source, .zh), .lines(target, .en))
    #expect(outcome.relatedness == 1)
  }
}

extension Bead {
  /// The bead without its probability.
  fileprivate var sides: Bead { Bead(source, target) }
}

extension GoldPair {
  /// One of the project's own texts: `de-en`.
  fileprivate static func read(
    ofProject name: String, _ source: Language, _ target: Language
  ) throws -> GoldPair {
    func text(_ file: String) throws -> String {
      try String(
        contentsOfFile: TestData.repository("corpora/\(name)/\(file)"), encoding: .utf8)
    }
    return try GoldPair(
      name: name, source: .paragraphs(text("source.txt"), source),
      target: .paragraphs(text("target.txt"), target),
      beads: text("segments.gold").split(separator: "\n").compactMap { Bead(line: $0) })
  }
}
