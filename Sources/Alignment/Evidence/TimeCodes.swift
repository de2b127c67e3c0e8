internal import Bitext

/// When the segments of two texts are shown, if both are subtitles of one film: a pair is right that
/// is shown at the same time.
///
/// What a bead gains is 6 · (overlap of its two times over their union) − 3, in nats, set by hand,
/// since no gold has times. Where the two texts' times do not agree, by another cut of the film or
/// another clock, they are no evidence at all.
struct TimeCodes {
  /// For each segment the time of its paragraph, in milliseconds.
  private let source: [Range<Int>]
  private let target: [Range<Int>]

  private static let gain: Float = 6
  /// Two cues begin together within this time.
  private static let tolerance = 400
  /// Texts whose cues begin together less often than this have clocks of their own. Of cues of three
  /// seconds laid at random some quarter do.
  private static let leastShare = 0.5

  /// `nil` when a segment of either text has no time, or the times do not agree.
  init?(_ source: SegmentedDocument, _ target: SegmentedDocument) {
    guard let sources = Self.times(source), let targets = Self.times(target),
      Self.agree(sources, targets)
    else { return nil }
    (self.source, self.target) = (sources, targets)
  }

  private static func times(_ document: SegmentedDocument) -> [Range<Int>]? {
    let paragraphs = document.document.paragraphs
    guard paragraphs.contains(where: { $0.time != nil }) else { return nil }
    let times = document.segments.compactMap { segment in
      paragraphs.indices.contains(segment.paragraph) ? paragraphs[segment.paragraph].time : nil
    }
    return times.count == document.segments.count ? times : nil
  }

  private static func agree(_ sources: [Range<Int>], _ targets: [Range<Int>]) -> Bool {
    let begins = [sources, targets].map { $0.map(\.lowerBound).sorted() }
      .sorted { $0.count < $1.count }
    var next = 0
    let together = begins[0].count { time in
      while next < begins[1].count, begins[1][next] < time - tolerance { next += 1 }
      return next < begins[1].count && begins[1][next] <= time + tolerance
    }
    return !begins[0].isEmpty && Double(together) >= leastShare * Double(begins[0].count)
  }

  /// What the bead of `a` source segments from i and `b` target segments from j gains; a null
  /// nothing.
  @inline(__always)
  func gain(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Float {
    guard a > 0, b > 0 else { return 0 }
    let (s, t) = (source[i].lowerBound, target[j].lowerBound)
    let (sEnd, tEnd) = (source[i + a - 1].upperBound, target[j + b - 1].upperBound)
    let union = max(sEnd, tEnd) - min(s, t)
    let overlap = max(0, min(sEnd, tEnd) - max(s, t))
    return union > 0 ? Self.gain * (Float(overlap) / Float(union) - 0.5) : 0
  }
}
