internal import Bitext
internal import Foundation

/// A gold text with passages of its target put elsewhere on purpose: what finding moved passages is
/// learned from and measured on. The same seed gives the same text.
struct Displacement: Sendable {
  /// The source as it was, the target with its segments in the new order, and as gold the beads
  /// that stayed in order; both sides of a moved bead are nulls.
  let pair: GoldPair
  /// The beads that were moved, by their places in the new texts.
  let moved: [Bead]

  /// A moved passage has up to this many beads.
  static let longestPassage = 5
  /// A passage goes at least this many segments away.
  static let leastDistance = 5
  /// One passage in about so many beads.
  static let beadsPerPassage = 60

  /// A run of beads, by its place among the target segments and where it goes.
  private struct Passage {
    var beads: Range<Int>
    var target: Range<Int>
    var destination: Int
  }

  init(_ pair: GoldPair, seed: UInt64) {
    var random = SeededGenerator(seed)
    let beads = pair.usable.filter { $0.a > 0 && $0.b > 0 }
    let passages = Self.passages(beads, pair.target.segments.count, &random)
    let order = Self.order(passages, pair.target.segments.count)
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    let movedTargets = Set(passages.flatMap(\.target))
    let stayed = pair.beads.map { Bead($0.source, $0.target.map { place[$0] }.sorted()) }
    let all = zip(pair.beads, stayed).map { old, new in
      (bead: new, isMoved: old.target.contains(where: movedTargets.contains))
    }
    moved = all.filter(\.isMoved).map(\.bead)
    self.pair = GoldPair(
      name: pair.name, source: pair.source, target: pair.target.reordered(order),
      beads: all.flatMap { $0.isMoved ? $0.bead.asNulls : [$0.bead] }, group: pair.group)
  }

  private static func passages(
    _ beads: [(i: Int, j: Int, a: Int, b: Int)], _ targets: Int, _ random: inout SeededGenerator
  ) -> [Passage] {
    guard beads.count > 2 * longestPassage else { return [] }
    var passages: [Passage] = []
    for _ in 0..<max(1, beads.count / beadsPerPassage) {
      let length = Int.random(in: 1...longestPassage, using: &random)
      let first = Int.random(in: 0...beads.count - length, using: &random)
      let end = first + length - 1
      let target = beads[first].j..<beads[end].j + beads[end].b
      // Log-uniform: near as often as far.
      let range = Double(targets) / Double(leastDistance)
      let share = Double.random(in: 0..<1, using: &random)
      let distance = Int(Double(leastDistance) * pow(range, share))
      let wanted =
        Bool.random(using: &random) ? target.upperBound + distance : target.lowerBound - distance
      guard let destination = beads.map(\.j).first(where: { $0 >= wanted }), wanted >= 0,
        isWhole(beads[first...end]), !target.contains(destination)
      else { continue }
      let passage = Passage(
        beads: first..<first + length, target: target, destination: destination)
      let near = passages.contains { other in
        other.target.overlaps(max(0, target.lowerBound - 3)..<target.upperBound + 3)
          || other.target.contains(destination) || target.contains(other.destination)
          || other.destination == destination
      }
      if !near { passages.append(passage) }
    }
    return passages
  }

  /// Whether the beads follow each other without a gap on either side.
  private static func isWhole(_ beads: ArraySlice<(i: Int, j: Int, a: Int, b: Int)>) -> Bool {
    zip(beads, beads.dropFirst()).allSatisfy { $0.i + $0.a == $1.i && $0.j + $0.b == $1.j }
  }

  /// The old places of the target segments in their new order.
  private static func order(_ passages: [Passage], _ targets: Int) -> [Int] {
    var order: [Int] = []
    for place in 0...targets {
      for passage in passages where passage.destination == place { order += passage.target }
      if place < targets, !passages.contains(where: { $0.target.contains(place) }) {
        order.append(place)
      }
    }
    return order
  }
}

extension Bead {
  /// Each of its segments alone.
  fileprivate var asNulls: [Bead] { source.map { Bead([$0], []) } + target.map { Bead([], [$0]) } }
}

extension SegmentedDocument {
  /// These segments in this order, as a text of a segment a line. A segment that went elsewhere
  /// belongs to the paragraph it now follows.
  func reordered(_ order: [Int]) -> SegmentedDocument {
    var text = ""
    var segments: [Segment] = []
    var paragraphs: [Paragraph] = []
    var last = -1
    for index in order {
      var segment = self.segments[index]
      let start = text.utf8.count
      text += self.text(index)
      segment.range = start..<text.utf8.count
      text += "\n"
      if segment.paragraph > last {
        last = segment.paragraph
        paragraphs.append(Paragraph(range: segment.range))
      }
      segment.paragraph = paragraphs.count - 1
      paragraphs[paragraphs.count - 1].range =
        paragraphs[paragraphs.count - 1].range.lowerBound..<segment.range.upperBound
      segments.append(segment)
    }
    let moved = Document(
      origin: document.origin, language: document.language, text: text, paragraphs: paragraphs)
    return SegmentedDocument(document: moved, segments: segments)
  }
}
