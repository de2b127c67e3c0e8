public import Bitext

/// Beads of another aligner, or of a person, as a ladder: every segment once and in order. What cannot
/// stand in one is taken apart, and told.
public struct GivenLadder: Sendable {
  /// The ladder.
  public let ladder: Ladder
  /// Pairs across the order of the others: their segments are nulls, and each faces text elsewhere.
  public let crossing: [Bead]
  /// How many segments no bead holds: they are nulls.
  public let unlinked: Int
  /// How many beads were of segments that do not follow each other, or that an earlier bead holds: only
  /// their first run is kept.
  public let broken: Int

  /// Why beads cannot be those of two texts: the first segment that is not there.
  public struct OutOfRange: Error {
    /// The side.
    public let side: Side
    /// The segment, counted from 0.
    public let segment: Int
  }

  /// The ladder over so many segments. Of beads that cross, those are kept that hold the most segments.
  /// O(n log n).
  public init(_ beads: [Bead], extent: Shape) throws(OutOfRange) {
    try Self.check(beads, extent)
    var taken = (source: Set<Int>(), target: Set<Int>())
    var broken = 0
    var pairs: [Bead] = []
    for bead in beads {
      let source = Self.run(bead.source, without: taken.source)
      let target = Self.run(bead.target, without: taken.target)
      if source.count < bead.source.count || target.count < bead.target.count { broken += 1 }
      taken.source.formUnion(source)
      taken.target.formUnion(target)
      if !source.isEmpty, !target.isEmpty { pairs.append(Bead(Array(source), Array(target))) }
    }
    let (kept, crossing) = Self.inOrder(pairs)
    guard let ladder = Ladder(Self.filled(kept, extent)) else {
      preconditionFailure("beads in order with nulls between them make a ladder")
    }
    self.ladder = ladder
    self.crossing = crossing
    self.broken = broken
    unlinked = extent.source - taken.source.count + extent.target - taken.target.count
  }

  private static func check(_ beads: [Bead], _ extent: Shape) throws(OutOfRange) {
    for bead in beads {
      if let segment = bead.source.first(where: { !(0..<extent.source).contains($0) }) {
        throw OutOfRange(side: .source, segment: segment)
      }
      if let segment = bead.target.first(where: { !(0..<extent.target).contains($0) }) {
        throw OutOfRange(side: .target, segment: segment)
      }
    }
  }

  /// The first run of segments that follow each other, in the order of the text.
  private static func run(_ segments: [Int], without taken: Set<Int>) -> Range<Int> {
    let free = Set(segments).subtracting(taken).sorted()
    guard let first = free.first else { return 0..<0 }
    return first..<first + free.enumerated().prefix { $0.element == first + $0.offset }.count
  }

  /// The pairs that stand in order on both sides, the most segments that can, and the others.
  private static func inOrder(_ pairs: [Bead]) -> (kept: [Bead], crossing: [Bead]) {
    let sorted = pairs.sorted { $0.source[0] < $1.source[0] }
    let places = sorted.map { $0.target[0] }.sorted()
    var rank: [Int: Int] = [:]
    for (index, place) in places.enumerated() { rank[place] = index + 1 }
    var best = HeaviestChains(count: places.count)
    var before = [Int?](repeating: nil, count: sorted.count)
    var weights = [Int](repeating: 0, count: sorted.count)
    for (index, bead) in sorted.enumerated() {
      let place = rank[bead.target[0]] ?? 1
      let chain = best.heaviest(below: place)
      before[index] = chain.last
      weights[index] = chain.weight + bead.source.count + bead.target.count
      best.add(index, weights[index], at: place)
    }
    var isKept = [Bool](repeating: false, count: sorted.count)
    var last = best.heaviest(below: places.count + 1).last
    while let index = last {
      isKept[index] = true
      last = before[index]
    }
    return (
      sorted.indices.filter { isKept[$0] }.map { sorted[$0] },
      sorted.indices.filter { !isKept[$0] }.map { sorted[$0] }
    )
  }

  /// The beads with a null for each segment between them.
  private static func filled(_ beads: [Bead], _ extent: Shape) -> [Bead] {
    var all: [Bead] = []
    var (i, j) = (0, 0)
    func fill(_ source: Int, _ target: Int) {
      all += (i..<source).map { Bead([$0], []) } + (j..<target).map { Bead([], [$0]) }
    }
    for bead in beads {
      fill(bead.source[0], bead.target[0])
      all.append(bead)
      (i, j) = (bead.source[0] + bead.source.count, bead.target[0] + bead.target.count)
    }
    fill(extent.source, extent.target)
    return all
  }
}

/// For each place the heaviest chain that ends at or before it: a Fenwick tree.
private struct HeaviestChains {
  private var nodes: [(weight: Int, last: Int?)]

  init(count: Int) { nodes = Array(repeating: (0, nil), count: count + 1) }

  /// The heaviest chain that ends before `place`, counted from 1.
  func heaviest(below place: Int) -> (weight: Int, last: Int?) {
    var best: (weight: Int, last: Int?) = (0, nil)
    var node = place - 1
    while node > 0 {
      if nodes[node].weight > best.weight { best = nodes[node] }
      node &= node - 1
    }
    return best
  }

  mutating func add(_ last: Int, _ weight: Int, at place: Int) {
    var node = place
    while node < nodes.count {
      if weight > nodes[node].weight { nodes[node] = (weight, last) }
      node += node & -node
    }
  }
}
