/// How well spans of the given side explain each segment of the other.
///
/// For a span S of up to `longest` given segments and a segment e₁…e_k of the other side, the
/// evidence is Σ log p(e|S)/p_bg(e) with p(e|S) = (1−λ) p_bg(e) + λ Σ_{z∈S} t(e|z) / (|S|+1): the
/// log likelihood ratio against "not a translation" (Moore 2002). It is a sum over the segments of
/// the other side, so a bead needs one addition a segment. Each kind of token is summed apart.
///
/// Cost: the supported tokens inside the corridor, found through inverted lists.
/// A class, so that its buffers are given back; nothing checks or counts reads from them.
final class SpanEvidence {
  /// The share of the mixture that translations have.
  static let lambda: Float = 0.65
  static let channels = TokenKind.allCases.count

  /// Where the evidence of the spans that start at one segment stands.
  private struct Row {
    var start: Int
    /// The window of the other side.
    var first: Int
    var width: Int
  }

  /// The most segments of a span.
  let longest: Int
  /// Evidence of span (start, length) for segment `other` at `index(...)`, `channels` floats.
  let values: UnsafeMutablePointer<Float>
  private let rows: UnsafeMutablePointer<Row>

  /// Where the evidence of a span for a segment of the other side, which it must reach, stands in
  /// `values`.
  @inline(__always)
  func index(start: Int, length: Int, other: Int) -> Int {
    assert(reaches(other, from: start))
    let row = rows[start]
    return row.start + ((length - 1) * row.width + other - row.first) * Self.channels
  }

  /// Whether spans from `start` have evidence for a segment of the other side: whether both lie in
  /// the corridor.
  @inline(__always)
  func reaches(_ other: Int, from start: Int) -> Bool {
    other >= rows[start].first && other < rows[start].first + rows[start].width
  }

  /// Evidence of words and figures that a span has for `count` segments from `other` on, as far as
  /// they are in reach.
  @inline(__always)
  func words(_ start: Int, _ length: Int, _ other: Int, _ count: Int) -> Float {
    var sum: Float = 0
    for index in other..<other + count where reaches(index, from: start) {
      let at = self.index(start: start, length: length, other: index)
      sum += values[at] + values[at + 1]
    }
    return sum
  }

  /// - Parameters:
  ///   - corridor: seen from the given side.
  ///   - longest: the most segments of a span.
  ///   - spans: from each segment on the most segments of a span that is needed, if not all are.
  init(
    given: TokenText, explained: TokenText, table: [[Associations.Link]], corridor: Corridor,
    longest: Int, spans: [Int]? = nil
  ) {
    let count = given.segmentCount
    rows = .allocate(capacity: count)
    var size = 0
    for start in 0..<count {
      let first = corridor.low[start]
      let width = corridor.high[min(count, start + longest)] - first
      rows[start] = Row(start: size, first: first, width: width)
      size += longest * width * Self.channels
    }
    values = .allocate(capacity: size)
    values.initialize(repeating: 0, count: size)
    self.longest = longest
    fill(given, explained, table, corridor, spans)
  }

  deinit {
    values.deallocate()
    rows.deallocate()
  }

  /// The hot loop of aligning. A span of n segments is looked up only up to where beads of it can
  /// end; beyond, its evidence stays at the floor.
  private func fill(
    _ given: TokenText, _ explained: TokenText, _ table: [[Associations.Link]],
    _ corridor: Corridor, _ spans: [Int]?
  ) {
    let unsupported = (1 - Self.lambda).logarithm
    let floor = Self.floor(explained, unsupported)
    var support = Support(explained)
    defer { support.deallocate() }
    for start in 0..<given.segmentCount where rows[start].width > 0 {
      let others = rows[start].first..<rows[start].first + rows[start].width
      var words = 0
      for length in 1...min(longest, spans?[start] ?? longest, given.segmentCount - start) {
        let tokens = given.tokens(start + length - 1)
        words += tokens.count
        for z in tokens { support.add(table[Int(z)], others) }
        let base = index(start: start, length: length, other: others.lowerBound)
        let end = min(
          others.upperBound, corridor.high[min(given.segmentCount, start + length + 1)])
        floor.withUnsafeBufferPointer {
          (values + base).update(
            from: $0.baseAddress! + others.lowerBound * Self.channels,
            count: others.count * Self.channels)
        }
        support.write(
          to: values + base - others.lowerBound * Self.channels, before: end,
          scale: Self.lambda / Float(words + 1), unsupported)
      }
      support.clear()
    }
  }

  /// The evidence of a span that supports nothing.
  private static func floor(_ text: TokenText, _ unsupported: Float) -> [Float] {
    var floor = [Float](repeating: 0, count: text.segmentCount * channels)
    for segment in 0..<text.segmentCount {
      for token in text.tokens(segment) {
        floor[segment * channels + Int(text.vocabulary.kinds[Int(token)].rawValue)] += unsupported
      }
    }
    return floor
  }
}
