internal import Bitext

extension Aligner.Outcome {
  /// Says of each null that moved where its counterpart stands, before its other doubts.
  mutating func addMovedDoubts(_ source: SegmentedDocument, _ target: SegmentedDocument) {
    guard !moved.isEmpty else { return }
    var doubtOf: (source: [Int: Doubt], target: [Int: Doubt]) = ([:], [:])
    for pair in moved {
      let probability = (pair.probability * 1000).rounded() / 1000
      for i in pair.source {
        doubtOf.source[i] = Doubt(movedTo: target.bytes(pair.target), probability: probability)
      }
      for j in pair.target {
        doubtOf.target[j] = Doubt(movedTo: source.bytes(pair.source), probability: probability)
      }
    }
    for (index, bead) in ladder.beads.enumerated() where bead.shape.isNull {
      let doubt =
        bead.source.first.flatMap { doubtOf.source[$0] }
        ?? bead.target.first.flatMap { doubtOf.target[$0] }
      if let doubt { doubts[index].insert(doubt, at: 0) }
    }
  }
}

extension SegmentedDocument {
  /// Where segments stand, from the first one's start to the last one's end.
  fileprivate func bytes(_ segments: Range<Int>) -> Range<Int> {
    self.segments[segments.lowerBound].range
      .lowerBound..<self.segments[segments.upperBound - 1].range.upperBound
  }
}
