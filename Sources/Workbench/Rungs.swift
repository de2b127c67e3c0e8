internal import Alignment
internal import Bitext

/// Segments on both sides between two places of a ladder.
struct Gap: Hashable {
  var source: Range<Int>
  var target: Range<Int>
}

/// A row before it has a place in the text: how many segments it holds, and what is known of it.
struct Rung {
  var shape: Shape
  var confidence: Double?
  var doubts: [Doubt] = []
  /// The row that a person decided, if this is one.
  var decided: Row?
}

extension Rung {
  /// A rung whose borders were certain, from those that stand for it: the aligner has no opinion of it,
  /// but what it has against it is worth knowing.
  init(bound gap: Gap, _ rungs: [Rung]) {
    shape = Shape(gap.source.count, gap.target.count)
    doubts = rungs.count == 1 ? rungs[0].doubts : []
  }
}

extension Row {
  /// Takes what is known of a rung.
  mutating func take(_ rung: Rung) {
    if let decided = rung.decided {
      (confidence, status, doubts) = (decided.confidence, decided.status, decided.doubts)
      (edited, comment) = (decided.edited, decided.comment)
    } else {
      (confidence, doubts) = (rung.confidence, rung.doubts)
    }
  }
}

/// An alignment as rungs that can be found by where they stand.
struct Rungs {
  /// All of them.
  let all: [Rung]
  /// The rung that begins at a place, told by the segments above it.
  private var starting: [Shape: Int] = [:]

  init(_ outcome: Aligner.Outcome) {
    all = zip(outcome.ladder.beads, outcome.doubts).map {
      Rung(shape: $0.shape, confidence: $0.confidence, doubts: $1)
    }
    var above = Shape(0, 0)
    for (index, rung) in all.enumerated() {
      starting[above] = index
      above = Shape(above.source + rung.shape.source, above.target + rung.shape.target)
    }
    starting[above] = all.count
  }

  /// The rungs that fill a gap between beads that were locked, which no rung reaches out of.
  func filling(_ gap: Gap) -> [Rung] {
    guard let first = starting[Shape(gap.source.lowerBound, gap.target.lowerBound)],
      let end = starting[Shape(gap.source.upperBound, gap.target.upperBound)]
    else { preconditionFailure("locked beads are bounds of the ladder") }
    return Array(all[first..<end])
  }
}
