public import Bitext
internal import CMatrix

/// Vectors of the spans of one to four segments of two documents: evidence from an encoder.
///
/// A span is encoded as one text, since the vector of the whole finds its translation more often
/// than the mean of its sentences' vectors does. From each side's vectors their mean is taken away,
/// and the rest scaled to length 1: what all sentences of a document or a language have in common
/// tells nothing of which belong together.
public struct SpanVectors: Sendable {
  /// The most segments of a span that is encoded as one text.
  static let longest = 4

  let source: VectorRows
  let target: VectorPanels

  /// - Throws: what the encoder throws. O(segments) vectors of its dimension.
  public init(
    _ source: SegmentedDocument, _ target: SegmentedDocument, by encoder: any SentenceEncoder
  ) throws {
    self.source = try VectorRows(source, encoder)
    self.target = VectorPanels(try VectorRows(target, encoder))
  }
}

/// The vectors of one side, row after row: for each segment those of the spans of 1…`longest`
/// segments from it, zeros beyond the end.
struct VectorRows: Sendable {
  /// How many segments.
  let count: Int
  let dimension: Int
  private(set) var spans: [Float]
  /// For each segment the mean vector of the segments around it.
  private(set) var surroundings: [Float] = []

  /// The mean is drawn towards zero by as many segments: few segments do not tell what is common.
  private static let reserve: Float = 8
  /// How many segments' spans are encoded at a time: enough to share work, and little memory.
  private static let together = 10_000
  /// How many segments on either side surround one.
  private static let around = 4

  init(_ document: SegmentedDocument, _ encoder: any SentenceEncoder) throws {
    let texts = document.texts
    count = texts.count
    dimension = encoder.dimension
    spans = [Float](repeating: 0, count: count * SpanVectors.longest * dimension)
    let joiner = document.document.language.isUnspaced ? "" : " "
    for first in stride(from: 0, to: count, by: Self.together) {
      let ranges = (first..<min(count, first + Self.together)).flatMap { start in
        (1...min(SpanVectors.longest, count - start)).map { start..<start + $0 }
      }
      place(try encoder.encode(spans: ranges, of: texts, joiner: joiner), of: ranges)
    }
    centre()
    surroundings = meansAround()
  }

  private mutating func place(_ vectors: [Float], of ranges: [Range<Int>]) {
    for (index, range) in ranges.enumerated() {
      let row = (range.lowerBound * SpanVectors.longest + range.count - 1) * dimension
      for place in 0..<dimension { spans[row + place] = vectors[index * dimension + place] }
    }
  }

  /// Takes the mean of the segments from all spans, and scales them to length 1.
  private mutating func centre() {
    var mean = [Float](repeating: 0, count: dimension)
    for row in stride(from: 0, to: spans.count, by: SpanVectors.longest * dimension) {
      for place in 0..<dimension { mean[place] += spans[row + place] }
    }
    for place in 0..<dimension { mean[place] /= Float(count) + Self.reserve }
    for row in stride(from: 0, to: spans.count, by: dimension) {
      guard spans[row..<row + dimension].contains(where: { $0 != 0 }) else { continue }
      var square: Float = 0
      for place in 0..<dimension {
        spans[row + place] -= mean[place]
        square += spans[row + place] * spans[row + place]
      }
      let scale = square > 0 ? 1 / square.squareRoot() : 0
      for place in 0..<dimension { spans[row + place] *= scale }
    }
  }

  private func meansAround() -> [Float] {
    var means = [Float](repeating: 0, count: count * dimension)
    for segment in 0..<count {
      let near = max(0, segment - Self.around)..<min(count, segment + Self.around + 1)
      for other in near {
        let row = other * SpanVectors.longest * dimension
        for place in 0..<dimension { means[segment * dimension + place] += spans[row + place] }
      }
      let scale = 1 / Float(near.count)
      for place in 0..<dimension { means[segment * dimension + place] *= scale }
    }
    return means
  }
}

/// The vectors of the other side as the columns of two matrices, packed for `cmatrix_multiply_add`.
struct VectorPanels: Sendable {
  let count: Int
  let dimension: Int
  /// A column for each span: `SpanVectors.longest` a segment.
  let spans: [Float]
  /// A column for each segment.
  let surroundings: [Float]

  init(_ rows: VectorRows) {
    count = rows.count
    dimension = rows.dimension
    spans = Self.packed(rows.spans, rows.dimension)
    surroundings = Self.packed(rows.surroundings, rows.dimension)
  }

  /// Columns of a panel.
  static let width = Int(CMATRIX_PANEL)

  private static func packed(_ rows: [Float], _ dimension: Int) -> [Float] {
    let columns = dimension == 0 ? 0 : rows.count / dimension
    let panels = (columns + width - 1) / width
    var packed = [Float](repeating: 0, count: panels * width * dimension)
    for column in 0..<columns {
      let start = column / width * width * dimension + column % width
      for place in 0..<dimension {
        packed[start + place * width] = rows[column * dimension + place]
      }
    }
    return packed
  }
}
