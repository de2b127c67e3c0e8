import Bitext
import Foundation
import TestData
import Testing

@testable import Alignment

/// Texts of other languages, aligned without a dictionary and with the small ones beside them.
@Suite struct OtherLanguagesTests {
  /// A pair of texts of `corpora`, a segment a line.
  private func corpus(_ tag: String) throws -> GoldPair {
    func text(_ name: String) throws -> String {
      try String(
        contentsOfFile: TestData.repository("corpora/\(tag)-en/\(name)"), encoding: .utf8)
    }
    let beads = try text("segments.gold").split(separator: "\n").compactMap { Bead(line: $0) }
    return GoldPair(
      name: tag, source: .paragraphs(try text("source.txt"), try #require(Language(tag))),
      target: .paragraphs(try text("target.txt"), .en), beads: beads)
  }

  private func lexicon(_ tag: String, _ file: String) throws -> Lexicon {
    let path = TestData.repository("corpora/\(tag)-en/\(file)")
    var builder = LexiconBuilder(from: try #require(Language(tag)), to: .en)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try builder.add(DictionaryFile(text, path: path)) == 0)
    return try builder.lexicon()
  }

  private func score(_ pair: GoldPair, _ lexicon: Lexicon?) -> Double {
    let ladder = Aligner(lexicon: lexicon).align(pair.source, pair.target).ladder
    return Score(of: ladder.beads, against: pair.beads).strict.f1
  }

  /// Reached: .821 and .847. A tenth of the beads are sentences that one side lacks, and without a
  /// dictionary little tells such a sentence from half of a merged one: nearly all errors are these.
  @Test(arguments: [("de", 0.79), ("ja", 0.80)])
  func withoutADictionary(tag: String, least: Double) throws {
    #expect(score(try corpus(tag), nil) >= least)
  }

  /// Reached: .941 and .825. Eighty words help German much, which has many cognates beside them,
  /// and Japanese not.
  @Test(arguments: [("de", "words.tsv", 0.90), ("ja", "words.dic", 0.79)])
  func withASmallDictionary(tag: String, file: String, least: Double) throws {
    #expect(score(try corpus(tag), try lexicon(tag, file)) >= least)
  }

  @Test(arguments: ["de", "ja"])
  func theGoldIsALadder(tag: String) throws {
    let pair = try corpus(tag)
    let ladder = try #require(Ladder(shapes: pair.beads.map(\.shape)))
    #expect(ladder.beads.map(\.source) == pair.beads.map(\.source))
    #expect(ladder.beads.map(\.target) == pair.beads.map(\.target))
    #expect(
      ladder.extent == Shape(pair.source.segments.count, pair.target.segments.count))
  }
}
