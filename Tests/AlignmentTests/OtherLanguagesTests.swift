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

  @Test(arguments: [("de", 0.1), ("ja", 0.1)])
  func withoutADictionary(tag: String, least: Double) throws {
    let f1 = score(try corpus(tag), nil)
    #expect(f1 >= least)
    print("F1", tag, f1)
  }

  @Test(arguments: [("de", "words.tsv", 0.1), ("ja", "words.dic", 0.1)])
  func withASmallDictionary(tag: String, file: String, least: Double) throws {
    let f1 = score(try corpus(tag), try lexicon(tag, file))
    #expect(f1 >= least)
    print("F1 with", tag, f1)
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
