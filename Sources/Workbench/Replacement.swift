internal import Bitext

/// A document pair's new texts, with the rows that stay because a person decided them and their
/// text is unchanged.
struct Replacement {
  /// A decided row and the segments that it holds in the new texts.
  struct Kept {
    var row: Row
    var gap: Gap
  }

  /// The new source text; paragraphs with a decided row keep its segments.
  let source: SegmentedDocument
  /// The new target text, likewise.
  let target: SegmentedDocument
  /// The rows that stay, in order.
  let kept: [Kept]
  /// How many decided rows do not stay.
  let dropped: Int

  /// O(n log n) in the segments.
  init(of old: DocumentPair, by texts: TextPair) {
    let decided = old.rows.filter(\.status.isLocked)
    source = texts.source.keepingSegments(of: decided.map(\.source), in: old.source)
    target = texts.target.keepingSegments(of: decided.map(\.target), in: old.target)
    let places = (
      source: SegmentPlaces(of: old.source, in: source),
      target: SegmentPlaces(of: old.target, in: target)
    )
    kept = decided.compactMap { row in
      guard let source = places.source[row.source], let target = places.target[row.target]
      else { return nil }
      return Kept(row: row, gap: Gap(source: source, target: target))
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

/// Where the segments of an old text stand in a new one.
private struct SegmentPlaces {
  private let old: SegmentedDocument
  private let places: [Int?]

  init(of old: SegmentedDocument, in new: SegmentedDocument) {
    self.old = old
    places = unchanged(old.texts, new.texts)
  }

  /// The new segments that are the old ones of a row; `nil` when they are not all there in a row.
  /// An empty range stands after what stood above it.
  subscript(bytes: Range<Int>) -> Range<Int>? {
    let held = old.indices(startingIn: bytes)
    guard !held.isEmpty else { return border(before: held.lowerBound).map { $0..<$0 } }
    guard let first = places[held.lowerBound],
      held.allSatisfy({ places[$0] == first + $0 - held.lowerBound })
    else { return nil }
    return first..<first + held.count
  }

  private func border(before index: Int) -> Int? {
    if index == 0 { return 0 }
    if let above = places[index - 1] { return above + 1 }
    return index < places.count ? places[index] : nil
  }
}

extension SegmentedDocument {
  /// This text, where each paragraph that stood in `old` and held a segment of `ranges` has the
  /// segments it had there, so that a person's cuts last.
  fileprivate func keepingSegments(
    of ranges: [Range<Int>], in old: SegmentedDocument
  ) -> SegmentedDocument {
    let decided = Set(
      ranges.flatMap { old.indices(startingIn: $0) }.map { old.segments[$0].paragraph })
    let places = unchanged(old.paragraphTexts, paragraphTexts)
    let (oldSegments, newSegments) = (old.segmentsByParagraph, segmentsByParagraph)
    var result = newSegments
    for (paragraph, place) in places.enumerated() where decided.contains(paragraph) {
      guard let place else { continue }
      let shift =
        document.paragraphs[place].range.lowerBound
        - old.document.paragraphs[paragraph].range.lowerBound
      let speaker = newSegments[place].first?.speaker
      result[place] = oldSegments[paragraph].map { $0.moved(by: shift, to: place, speaker) }
    }
    return SegmentedDocument(document: document, segments: Array(result.joined()))
  }

  private var paragraphTexts: [String] { document.paragraphs.map { document.text.slice($0.range) } }

  private var segmentsByParagraph: [[Segment]] {
    var result = [[Segment]](repeating: [], count: document.paragraphs.count)
    for segment in segments { result[segment.paragraph].append(segment) }
    return result
  }
}

extension Segment {
  fileprivate func moved(by shift: Int, to paragraph: Int, _ speaker: String?) -> Segment {
    Segment(
      range: range.lowerBound + shift..<range.upperBound + shift, paragraph: paragraph, kind: kind,
      speaker: speaker)
  }
}
