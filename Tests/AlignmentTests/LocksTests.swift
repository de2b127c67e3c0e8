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

  private static func ladder(_ locked: [LockedBead]) -> Ladder {
    Aligner(lexicon: nil).align(texts.0, texts.1, locked: locked).ladder
  }

  private static let cases: [[LockedBead]] = [
    [LockedBead(source: 3..<4, target: 5..<6)],
    [LockedBead(source: 0..<1, target: 0..<0)],
    [LockedBead(source: 0..<0, target: 0..<1)],
    [LockedBead(source: 4..<7, target: 4..<5)],
    [
      LockedBead(source: 2..<3, target: 2..<3), LockedBead(source: 3..<4, target: 3..<3),
      LockedBead(source: 4..<4, target: 3..<4), LockedBead(source: 4..<6, target: 4..<6),
    ],
    [LockedBead(source: 11..<12, target: 11..<12)],
    // A null below text that is not locked.
    [LockedBead(source: 6..<7, target: 8..<8)],
    [LockedBead(source: 0..<2, target: 0..<1), LockedBead(source: 10..<11, target: 9..<12)],
  ]

  @Test(arguments: cases)
  func everyLockedBeadIsInTheLadder(locked: [LockedBead]) {
    let beads = Self.ladder(locked).beads
    for bead in locked {
      let found = beads.first {
        $0.source == Array(bead.source) && $0.target == Array(bead.target)
      }
      #expect(found != nil, "\(bead)")
      #expect((found?.confidence ?? 0) > 0.9999)
    }
  }

  @Test(arguments: [
    (1..<9, 1..<8), (1..<3, 1..<11), (1..<11, 1..<2), (2..<6, 2..<9), (1..<1, 1..<4),
  ])
  func aBeadLargerThanAnyShapeEndsWhereItEnds(source: Range<Int>, target: Range<Int>) {
    let beads = Self.ladder([LockedBead(source: source, target: target)]).beads
    func starts(_ side: KeyPath<Bead, [Int]>) -> Set<Int> {
      Set(beads.compactMap { $0[keyPath: side].first })
    }
    #expect(
      source.isEmpty || starts(\.source).isSuperset(of: [source.lowerBound, source.upperBound]))
    #expect(starts(\.target).isSuperset(of: [target.lowerBound, target.upperBound]))
  }

  @Test func aBeadThatCrossesAnEarlierOneIsLeftOut() {
    #expect(
      Self.ladder([
        LockedBead(source: 5..<6, target: 5..<6), LockedBead(source: 6..<7, target: 2..<3),
      ]) == Self.ladder([LockedBead(source: 5..<6, target: 5..<6)]))
  }

  @Test func lockingWhatTheLadderHoldsKeepsIt() {
    let free = Self.ladder([])
    var locked: [LockedBead] = []
    for shape in free.beads.prefix(6).map(\.shape) {
      let (i, j) = (locked.last?.source.upperBound ?? 0, locked.last?.target.upperBound ?? 0)
      locked.append(LockedBead(source: i..<i + shape.source, target: j..<j + shape.target))
    }
    let again = Self.ladder(locked)
    #expect(free.beads.map(\.shape) == again.beads.map(\.shape))
  }

  /// Random locked beads, seeded: the ladder is valid and holds them.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func randomLocks(seed: UInt64) {
    var random = SeededGenerator(seed)
    var locked: [LockedBead] = []
    var (i, j) = (0, 0)
    while i < 12 && j < 12 {
      i += Int.random(in: 0...3, using: &random)
      j += Int.random(in: 0...3, using: &random)
      let a = Int.random(in: 0...2, using: &random)
      let b = a == 0 ? 1 : Int.random(in: 1...2, using: &random)
      guard i + a <= 12, j + b <= 12 else { break }
      locked.append(LockedBead(source: i..<i + a, target: j..<j + b))
      (i, j) = (i + a, j + b)
    }
    let shapes = Self.ladder(locked).beads.map { [$0.source, $0.target] }
    for bead in locked {
      #expect(shapes.contains([Array(bead.source), Array(bead.target)]), "\(locked)")
    }
  }
}
