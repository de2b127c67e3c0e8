import Bitext
import Foundation
import Testing

@testable import Alignment

/// Locked beads: every ladder holds them, and nothing else changes its mind for no reason.
@Suite struct LocksTests {
  private static let texts = (
    SegmentedDocument.lines(
      (0..<12).map { "Satz \($0) heißt Wort\($0) und mehr." }, Language("de") ?? .zh),
    SegmentedDocument.lines((0..<12).map { "Sentence \($0) says Wort\($0) and more." }, .en)
  )

  private static func ladder(_ locked: [Bead]) -> Ladder {
    Aligner(lexicon: nil).align(texts.0, texts.1, locked: locked).ladder
  }

  private static let cases: [[Bead]] = [
    [Bead([3], [5])],
    [Bead([0], [])],
    [Bead([], [0])],
    [Bead([4, 5, 6], [4])],
    [Bead([2], [2]), Bead([3], []), Bead([], [3]), Bead([4, 5], [4, 5])],
    [Bead([11], [11])],
    [Bead([0, 1], [0]), Bead([10], [9, 10, 11])],
  ]

  @Test(arguments: cases)
  func everyLockedBeadIsInTheLadder(locked: [Bead]) {
    let beads = Self.ladder(locked).beads
    for bead in locked {
      let found = beads.first { $0.source == bead.source && $0.target == bead.target }
      #expect(found != nil, "\(bead)")
      #expect((found?.confidence ?? 0) > 0.9999)
    }
  }

  @Test func aBeadLargerThanAnyShapeEndsWhereItEnds() {
    let beads = Self.ladder([Bead(Array(1..<9), Array(1..<8))]).beads
    let sources = Set(beads.compactMap(\.source.first))
    let targets = Set(beads.compactMap(\.target.first))
    #expect(sources.contains(1) && targets.contains(1))
    #expect(sources.contains(9) && targets.contains(8))
  }

  @Test func aBeadThatCrossesAnEarlierOneIsLeftOut() {
    #expect(
      Self.ladder([Bead([5], [5]), Bead([6], [2])]) == Self.ladder([Bead([5], [5])]))
  }

  @Test func lockingWhatTheLadderHoldsKeepsIt() {
    let free = Self.ladder([])
    let locked = Self.ladder(Array(free.beads.prefix(6)))
    #expect(free.beads.map(\.shape) == locked.beads.map(\.shape))
  }

  /// Random locked beads, seeded: the ladder is valid and holds them.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func randomLocks(seed: UInt64) {
    var random = SeededGenerator(seed)
    var locked: [Bead] = []
    var (i, j) = (0, 0)
    while i < 12 && j < 12 {
      i += Int.random(in: 0...3, using: &random)
      j += Int.random(in: 0...3, using: &random)
      let a = Int.random(in: 0...2, using: &random)
      let b = a == 0 ? 1 : Int.random(in: 1...2, using: &random)
      guard i + a <= 12, j + b <= 12 else { break }
      locked.append(Bead(Array(i..<i + a), Array(j..<j + b)))
      (i, j) = (i + a, j + b)
    }
    let shapes = Self.ladder(locked).beads.map { [$0.source, $0.target] }
    for bead in locked { #expect(shapes.contains([bead.source, bead.target]), "\(locked)") }
  }
}
