/// A bead that is known to be right: the segments of each side. The empty side of a null says
/// between which segments it stands.
public struct LockedBead: Hashable, Sendable {
  /// Source segments.
  public var source: Range<Int>
  /// Target segments.
  public var target: Range<Int>

  /// A bead of these segments.
  public init(source: Range<Int>, target: Range<Int>) {
    self.source = source
    self.target = target
  }
}

/// Beads that a person has decided: every ladder holds them, so they restrict the lattice to the
/// gaps between them.
///
/// A segment of a locked bead may be covered by that bead alone; all else follows. A locked bead
/// larger than any shape stands in the lattice as several.
struct Locks {
  /// For each source boundary the target boundaries that a ladder may pass there.
  let low: [Int]
  let high: [Int]
  /// The corners of the locked beads, in order.
  let corners: [(source: Int, target: Int)]
  /// The beads that stand for them.
  let beads: [(i: Int, j: Int, shape: Int)]
  /// How many of the segments before each boundary are locked.
  private let sourcesBefore: [Int32]
  private let targetsBefore: [Int32]

  var isEmpty: Bool { beads.isEmpty }

  /// - Parameter locked: a bead that overlaps an earlier one of the list, or crosses it, is left out.
  init(_ locked: [LockedBead], sources: Int, targets: Int) {
    var corners: [(source: Int, target: Int)] = []
    var beads: [(i: Int, j: Int, shape: Int)] = []
    var isLocked = (
      [Int32](repeating: 0, count: sources + 1), [Int32](repeating: 0, count: targets + 1)
    )
    var end = (source: 0, target: 0)
    for bead in locked {
      let (i, j) = (bead.source.lowerBound, bead.target.lowerBound)
      guard i >= end.source, j >= end.target, bead.source.upperBound <= sources,
        bead.target.upperBound <= targets
      else { continue }
      end = (bead.source.upperBound, bead.target.upperBound)
      let pieces = Self.pieces(i, j, bead.source.count, bead.target.count)
      // A ladder passes where each piece ends, or it could not pass at all.
      corners +=
        [(i, j)] + pieces.map { ($0.i + Shapes.all[$0.shape].a, $0.j + Shapes.all[$0.shape].b) }
      beads += pieces
      for segment in bead.source { isLocked.0[segment + 1] = 1 }
      for segment in bead.target { isLocked.1[segment + 1] = 1 }
    }
    self.corners = corners
    self.beads = beads
    sourcesBefore = Self.runningSum(isLocked.0)
    targetsBefore = Self.runningSum(isLocked.1)
    (low, high) = Self.bounds(corners, sources, targets)
  }

  /// Whether a bead touches no locked segment.
  @inline(__always) func leaves(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Bool {
    sourcesBefore[i] == sourcesBefore[i + a] && targetsBefore[j] == targetsBefore[j + b]
  }

  /// How many segments a span from each source segment may have that a bead can hold: up to the next
  /// locked one, and one at least.
  var sourceSpans: [Int] { Self.spans(sourcesBefore) }
  /// The same of the target segments.
  var targetSpans: [Int] { Self.spans(targetsBefore) }

  private static func spans(_ lockedBefore: [Int32]) -> [Int] {
    var spans = [Int](repeating: 1, count: lockedBefore.count - 1)
    for segment in spans.indices.dropLast().reversed()
    where lockedBefore[segment] == lockedBefore[segment + 2] {
      spans[segment] = spans[segment + 1] + 1
    }
    return spans
  }

  /// The shapes that cover a bead of any size.
  private static func pieces(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int
  ) -> [(i: Int, j: Int, shape: Int)] {
    var pieces: [(i: Int, j: Int, shape: Int)] = []
    var (i, j, a, b) = (i, j, a, b)
    while a + b > 0 {
      let isWhole = a > 0 && b > 0 && a + b <= Shapes.most
      let piece =
        isWhole
        ? (a: a, b: b)
        : a > 0 && b > 0 ? (a: min(a, 4), b: min(b, 4)) : (a: min(a, 1), b: a > 0 ? 0 : 1)
      pieces.append((i, j, Shapes.number(piece.a, piece.b)))
      (i, j, a, b) = (i + piece.a, j + piece.b, a - piece.a, b - piece.b)
    }
    return pieces
  }

  private static func runningSum(_ values: [Int32]) -> [Int32] {
    var sum: Int32 = 0
    return values.map { value in
      sum += value
      return sum
    }
  }

  /// Each row's place between the corners before and after it.
  private static func bounds(
    _ corners: [(source: Int, target: Int)], _ sources: Int, _ targets: Int
  ) -> (low: [Int], high: [Int]) {
    var low = [Int](repeating: 0, count: sources + 1)
    var high = [Int](repeating: targets, count: sources + 1)
    var next = 0
    var below = 0
    for row in 0...sources {
      low[row] = below
      if next < corners.count, corners[next].source == row { low[row] = corners[next].target }
      while next < corners.count, corners[next].source == row {
        below = corners[next].target
        next += 1
      }
    }
    next = corners.count - 1
    var above = targets
    for row in stride(from: sources, through: 0, by: -1) {
      high[row] = above
      if next >= 0, corners[next].source == row { high[row] = corners[next].target }
      while next >= 0, corners[next].source == row {
        above = corners[next].target
        next -= 1
      }
    }
    return (low, high)
  }
}

extension Corridor {
  /// The part of this corridor that ladders with the locked beads can pass.
  func within(_ locks: Locks) -> Corridor {
    if locks.isEmpty { return self }
    func clamped(_ border: [Int]) -> [Int] {
      border.indices.map { max(locks.low[$0], min(border[$0], locks.high[$0])) }
    }
    return Corridor(low: clamped(low), high: clamped(high), targetCount: targetCount)
  }
}
