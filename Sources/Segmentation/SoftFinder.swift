/// Where a stretch of text could be cut: where the rules saw a sentence end or pause, and what marks and
/// enumerations offer.
struct SoftFinder {
  private let finder: SentenceFinder
  private let marks: SoftMarks

  init(_ finder: SentenceFinder) {
    self.finder = finder
    marks = SoftMarks(rules: finder.rules)
  }

  /// The boundaries in `range`, in order, by their places in the whole text. O(n).
  func boundaries(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [SoftBoundary] {
    let bytes = ParagraphBytes(UnsafeBufferPointer(rebasing: text[range]))
    var found: [SoftBoundary] = []
    finder.joints(in: bytes) { joint, verdict in
      guard joint.start < bytes.count else { return }
      switch verdict {
      case .ends: found.append(SoftBoundary(offset: joint.start, reason: .sentence))
      case .pauses(let reason): found.append(SoftBoundary(offset: joint.start, reason: reason))
      case .goesOn: break
      }
    }
    let places = Set(found.map(\.offset))
    found += marks.boundaries(in: bytes).filter { !places.contains($0.offset) }
    return found.sorted { $0.offset < $1.offset }
      .map { SoftBoundary(offset: $0.offset + range.lowerBound, reason: $0.reason) }
  }
}
