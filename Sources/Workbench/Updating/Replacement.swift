internal import Bitext

/// A document pair's new texts, with the rows that stay because a person decided them and their
/// text is unchanged.
struct Replacement {
  /// A decided row and the segments that it holds in the new texts.
  struct Kept {
    var row: Row
    var gap: Gap
  }

  /// The new source text; decided rows keep their segments.
  let source: SegmentedDocument
  /// The new target text, likewise.
  let target: SegmentedDocument
  /// The rows that stay, in order.
  let kept: [Kept]
  /// How many decided rows do not stay.
  let dropped: Int
  /// The last event of the document pair when it was read.
  let since: Int

  /// O(n log n) in the segments.
  /// - Throws: when the user's rules for segments do not come to an end.
  init(of old: DocumentPair, by texts: TextPair, since event: Int) throws {
    since = event
    let decided = old.rows.filter(\.status.isLocked)
    source = try texts.source.keepingCuts(of: decided.map(\.source), in: old.source, texts.reader)
    target = try texts.target.keepingCuts(of: decided.map(\.target), in: old.target, texts.reader)
    let places = (
      source: SegmentPlaces(of: old.source, in: source),
      target: SegmentPlaces(of: old.target, in: target)
    )
    kept = decided.compactMap { row in
      guard let source = places.source[row.source], let target = places.target[row.target],
        !source.isChanged, !target.isChanged
      else { return nil }
      return Kept(row: row, gap: Gap(source: source.range, target: target.range))
    }
    dropped = decided.count - kept.count
  }

  /// The kept rows, and between them what `filling` puts into each gap.
  func rungs(_ filling: (Gap) -> [Rung]) -> [Rung] {
    let end = Gap(
      source: source.segments.endIndex..<source.segments.endIndex,
      target: target.segments.endIndex..<target.segments.endIndex)
    var rungs: [Rung] = []
    var above = Gap(source: 0..<0, target: 0..<0)
    func fill(to place: Gap) {
      let gap = Gap(
        source: above.source.upperBound..<place.source.lowerBound,
        target: above.target.upperBound..<place.target.lowerBound)
      if !gap.source.isEmpty || !gap.target.isEmpty { rungs += filling(gap) }
      above = place
    }
    for kept in kept {
      fill(to: kept.gap)
      let shape = Shape(kept.gap.source.count, kept.gap.target.count)
      rungs.append(Rung(shape: shape, decided: kept.row))
    }
    fill(to: end)
    return rungs
  }
}
