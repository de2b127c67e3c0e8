public import Bitext

/// A document pair whose right alignment is known.
public struct GoldPair: Sendable {
  /// What reports call it.
  public var name: String
  /// The text translated from.
  public var source: SegmentedDocument
  /// The text translated into.
  public var target: SegmentedDocument
  /// The right beads; gaps, repeats and crossings allowed.
  public var beads: [Bead]
  /// Pairs of one group are left out of training together when one of them is measured.
  public var group: String
  /// The texts' vectors, once there are any.
  var vectors: SpanVectors?

  /// A pair with its right beads, in a group of its own unless one is named.
  public init(
    name: String, source: SegmentedDocument, target: SegmentedDocument, beads: [Bead],
    group: String? = nil
  ) {
    self.name = name
    self.group = group ?? name
    self.source = source
    self.target = target
    self.beads = beads
  }

  /// The beads a ladder can hold: without gaps inside, of a shape the lattice has, and of those
  /// that cross the largest set that does not.
  var usable: [(i: Int, j: Int, a: Int, b: Int)] {
    let whole = beads.filter { bead in
      (bead.source.isEmpty || bead.source.last! - bead.source[0] == bead.source.count - 1)
        && (bead.target.isEmpty || bead.target.last! - bead.target[0] == bead.target.count - 1)
        && (bead.shape.isNull
          ? bead.source.count + bead.target.count == 1
          : bead.source.count + bead.target.count <= Shapes.most)
    }
    let pairs = whole.filter { !$0.shape.isNull }
      .sorted { ($0.source[0], $0.target[0]) < ($1.source[0], $1.target[0]) }
    let chain = Self.increasing(pairs)
    return chain.map { ($0.source[0], $0.target[0], $0.source.count, $0.target.count) }
      + whole.filter(\.shape.isNull).map {
        ($0.source.first ?? -1, $0.target.first ?? -1, $0.source.count, $0.target.count)
      }
  }

  /// The longest run of pairs in which both sides only go forward. O(n²).
  private static func increasing(_ pairs: [Bead]) -> [Bead] {
    var length = [Int](repeating: 1, count: pairs.count)
    var previous = [Int](repeating: -1, count: pairs.count)
    for k in pairs.indices {
      for l in max(0, k - 400)..<k
      where pairs[l].target.last! < pairs[k].target[0]
        && pairs[l].source.last! < pairs[k].source[0] && length[l] + 1 > length[k]
      {
        length[k] = length[l] + 1
        previous[k] = l
      }
    }
    var chain: [Bead] = []
    var at = length.indices.max { (length[$0], -$0) < (length[$1], -$1) } ?? -1
    while at >= 0 {
      chain.append(pairs[at])
      at = previous[at]
    }
    return chain.reversed()
  }
}
