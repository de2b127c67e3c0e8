// What confirmed pairs are worth on hand-aligned texts: the last sixth of a text aligned after the
// others were confirmed, as the table in docs/alignment.md has it, but with the shipped weights.
import Bitext
import Foundation
import TestData
import Testing

@testable import Alignment

@Suite struct LearningBarsTests {
  @Test(
    .needs(.gold),
    .enabled(
      if: lexicon != nil || ProcessInfo.processInfo.environment["BITEXT_REQUIRE_DATA"] != nil,
      "$BITEXT_DATA has no zh-en.lexicon"),
    arguments: [
      ["docs-noisy/debian-reference"], ["champollion/890621f"], (1...6).map { "mac-dev/00\($0)" },
    ])
  func withALexicon(texts: [String]) throws {
    try check(texts, Lexicon(path: try #require(Self.lexicon)))
  }

  @Test(.needs(.gold)) func withoutALexicon() throws { try check(["champollion/890621f"], nil) }

  private static let lexicon = ProcessInfo.processInfo.environment["BITEXT_DATA"]
    .map { $0 + "/zh-en.lexicon" }.flatMap {
      FileManager.default.fileExists(atPath: $0) ? $0 : nil
    }

  private func check(_ texts: [String], _ lexicon: Lexicon?) throws {
    let golds = try texts.map(Self.gold)
    let parts = golds.count == 1 ? golds[0].parts(6) : golds
    let pairs = parts.dropLast().flatMap(\.confirmed)
    let confirmed = ConfirmedPairs(pairs, LanguagePair(from: .zh, to: .en), lexicon: lexicon)
    func wrong(_ confirmed: ConfirmedPairs?) -> Int {
      let ladder = Aligner(lexicon: lexicon, confirmed: confirmed)
        .align(parts[5].source, parts[5].target).ladder
      let right = Set(parts[5].beads.map { [$0.source, $0.target] })
      return ladder.beads.count { !right.contains([$0.source, $0.target]) }
    }
    let (cold, learned) = (wrong(nil), wrong(confirmed))
    // Chapters of six novels teach each other little, and of the manuals the shipped weights leave
    // eight wrong beads in 887.
    let most = texts == ["champollion/890621f"] ? 0.9 : 1
    #expect(
      Double(learned) <= most * Double(cold), "\(learned) wrong after learning, \(cold) before")
  }

  private static func gold(_ name: String) throws -> GoldPair {
    func text(_ ending: String) throws -> String {
      try String(contentsOfFile: TestData.gold.path("\(name).\(ending)"), encoding: .utf8)
    }
    return GoldPair(
      name: name, source: .paragraphs(try text("zh"), .zh),
      target: .paragraphs(try text("en"), .en),
      beads: try text("gold").split(separator: "\n").compactMap { Bead(line: String($0)) })
  }
}

extension GoldPair {
  /// The texts of its pairs, as rows that a person confirmed.
  fileprivate var confirmed: [(source: String, target: String)] {
    beads.filter { !$0.shape.isNull }.map { bead in
      (
        bead.source.map(source.text).joined(),
        bead.target.map(target.text).joined(separator: " ")
      )
    }
  }

  /// The pair cut into parts of much the same length where no bead is cut and none crosses.
  fileprivate func parts(_ count: Int) -> [GoldPair] {
    let (sources, targets) = (source.segments.count, target.segments.count)
    let whole = borders
    let cuts = (1..<count).compactMap { part in
      whole.min { abs($0.0 - sources * part / count) < abs($1.0 - sources * part / count) }
    }
    let ends = cuts + [(sources, targets)]
    return zip([(0, 0)] + cuts, ends).map { from, to in
      part(source: from.0..<to.0, target: from.1..<to.1)
    }
  }

  /// The places that no bead spans or crosses.
  private var borders: [(Int, Int)] {
    let pairs = beads.filter { !$0.shape.isNull }.sorted { $0.source[0] < $1.source[0] }
    var above = (source: 0, target: 0)
    var below = pairs.map { $0.target.min() ?? 0 }
    for index in below.indices.dropLast().reversed() {
      below[index] = min(below[index], below[index + 1])
    }
    return pairs.indices.compactMap { index in
      defer {
        above.source = max(above.source, (pairs[index].source.max() ?? 0) + 1)
        above.target = max(above.target, (pairs[index].target.max() ?? 0) + 1)
      }
      let isClean = above.source <= pairs[index].source[0] && above.target <= below[index]
      return isClean ? (pairs[index].source[0], above.target) : nil
    }
  }

  private func part(source i: Range<Int>, target j: Range<Int>) -> GoldPair {
    func isHere(_ bead: Bead) -> Bool {
      bead.source.first.map(i.contains) ?? j.contains(bead.target[0])
    }
    return GoldPair(
      name: name,
      source: SegmentedDocument(document: source.document, segments: Array(source.segments[i])),
      target: SegmentedDocument(document: target.document, segments: Array(target.segments[j])),
      beads: beads.filter(isHere).map { bead in
        var bead = bead
        bead.source = bead.source.map { $0 - i.lowerBound }
        bead.target = bead.target.map { $0 - j.lowerBound }
        return bead
      })
  }
}
