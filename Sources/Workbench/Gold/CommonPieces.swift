internal import Bitext

/// One text in two segmentations, in the pieces that lie between the borders of either. A bead of
/// pieces is a span of the text, so beads over both segmentations can be compared.
struct CommonPieces {
  /// For each segment of the gold, its pieces.
  let gold: [Range<Int>]
  /// For each segment of the test, its pieces.
  let test: [Range<Int>]

  /// Borders are counted in characters, white space left out. O(n) in the text.
  /// - Throws: `WorkbenchError` when the texts differ in more than white space.
  init(_ gold: SegmentedDocument, _ test: SegmentedDocument) throws(WorkbenchError) {
    let texts = (gold.texts, test.texts)
    try Self.checkSame(texts.0, texts.1, gold.document.origin, test.document.origin)
    let ends = (Self.ends(texts.0), Self.ends(texts.1))
    let pieces = Set(ends.0 + ends.1).sorted()
    let number = Dictionary(uniqueKeysWithValues: zip(pieces, 1...))
    (self.gold, self.test) = (Self.ranges(ends.0, number), Self.ranges(ends.1, number))
  }

  /// The characters before each segment's end.
  private static func ends(_ segments: [String]) -> [Int] {
    var count = 0
    return segments.map { segment in
      count += segment.unicodeScalars.count { !$0.properties.isWhitespace }
      return count
    }
  }

  private static func ranges(_ ends: [Int], _ number: [Int: Int]) -> [Range<Int>] {
    var start = 0
    return ends.map { end in
      let last = number[end] ?? start
      defer { start = last }
      return start..<last
    }
  }

  private static func checkSame(
    _ gold: [String], _ test: [String], _ goldFile: Origin, _ testFile: Origin
  ) throws(WorkbenchError) {
    var expected = Characters(gold)
    var found = Characters(test)
    while true {
      let (next, other) = (expected.next(), found.next())
      guard next == other else {
        throw .otherText(
          testFile.fileName, segment: found.segment, than: goldFile.fileName, expected.segment)
      }
      if next == nil { return }
    }
  }

  /// The characters of segments but white space, one after the other.
  private struct Characters {
    private var segments: IndexingIterator<[String]>
    private var scalars = String.UnicodeScalarView().makeIterator()
    /// The segment that the last character is of, counted from 0.
    private(set) var segment = -1

    init(_ segments: [String]) { self.segments = segments.makeIterator() }

    mutating func next() -> Unicode.Scalar? {
      while true {
        while let scalar = scalars.next() {
          if !scalar.properties.isWhitespace { return scalar }
        }
        guard let text = segments.next() else { return nil }
        scalars = text.unicodeScalars.makeIterator()
        segment += 1
      }
    }
  }
}

extension Bead {
  /// The bead in pieces.
  func inPieces(_ source: [Range<Int>], _ target: [Range<Int>]) -> Bead {
    Bead(
      self.source.flatMap { source[$0] }, self.target.flatMap { target[$0] }, confidence: confidence
    )
  }
}

extension WorkbenchError {
  fileprivate static func otherText(
    _ test: String, segment: Int, than gold: String, _ goldSegment: Int
  ) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: test,
      problem: "segment \(max(segment, 0)) has not the words of \(gold), segment \(goldSegment)",
      fix: "segment the very text of the gold; only white space may differ")
  }
}
