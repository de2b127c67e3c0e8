internal import Bitext

/// Gold with sentences left out on purpose. Hand-aligned novels hold next to no nulls, and weights
/// learned from them alone would pair every sentence with something.
extension GoldPair {
  /// One bead in so many loses a side.
  private static let single = 50
  /// The shortest and the longest run of neighbouring beads that lose a side, at most a tenth of all.
  private static let run = 10..<40

  /// This pair without one side of some of its beads: single ones here and there, and one run. What
  /// faced them becomes nulls. The same seed leaves out the same.
  func withOmissions(fromSource: Bool, seed: UInt64) -> GoldPair {
    let bare = stripped(seed)
    let gone = Set(bare.flatMap { fromSource ? beads[$0].source : beads[$0].target })
    let newSource = fromSource ? Self.numbers(source.segments.count, without: gone) : nil
    let newTarget = fromSource ? nil : Self.numbers(target.segments.count, without: gone)
    var pair = self
    if fromSource { pair.source.remove(gone) } else { pair.target.remove(gone) }
    pair.beads = beads.flatMap { bead in
      let source = newSource.map { numbers in bead.source.compactMap { numbers[$0] } }
      let target = newTarget.map { numbers in bead.target.compactMap { numbers[$0] } }
      return Bead(source ?? bead.source, target ?? bead.target).inLadderForm
    }
    return pair
  }

  /// Which beads lose a side.
  private func stripped(_ seed: UInt64) -> Set<Int> {
    guard beads.count >= 10 else { return [] }
    var random = SeededGenerator(seed)
    let singles = (0..<max(1, beads.count / Self.single)).map { _ in
      Int.random(in: beads.indices, using: &random)
    }
    let length = min(beads.count / 10, Int.random(in: Self.run, using: &random))
    let first = Int.random(in: 0...beads.count - length, using: &random)
    return Set(singles + Array(first..<first + length)).filter { !beads[$0].shape.isNull }
  }

  /// The numbers that segments have once some are gone.
  private static func numbers(_ count: Int, without gone: Set<Int>) -> [Int?] {
    var next = 0
    return (0..<count).map { index in
      if gone.contains(index) { return nil }
      next += 1
      return next - 1
    }
  }
}

extension SegmentedDocument {
  fileprivate mutating func remove(_ gone: Set<Int>) {
    segments = segments.indices.filter { !gone.contains($0) }.map { segments[$0] }
  }
}

extension Bead {
  /// The bead as a ladder has it: a null for each segment when one side is empty.
  fileprivate var inLadderForm: [Bead] {
    if !shape.isNull { return [self] }
    return source.map { Bead([$0], []) } + target.map { Bead([], [$0]) }
  }
}
