/// How well spans of the given side explain each segment of the other.
///
/// For a span S of up to `longest` given segments and a segment e₁…e_k of the other side, the
/// evidence is Σ log p(e|S)/p_bg(e) with p(e|S) = (1−λ) p_bg(e) + λ Σ_{z∈S} t(e|z) / (|S|+1): the
/// log likelihood ratio against "not a translation" (Moore 2002). It is a sum over the segments of
/// the other side, so a bead needs one addition a segment. Each kind of token is summed apart.
///
/// Cost: the supported tokens inside the corridor, found through inverted lists.
struct SpanEvidence {
  /// The most segments of a span.
  static let longest = 8
  /// The share of the mixture that translations have.
  static let lambda: Float = 0.5
  static let channels = TokenKind.allCases.count

  /// Evidence of span (start, length) for segment `other` at `index(...)`, `channels` floats.
  private(set) var values: [Float]
  private let rowStart: [Int]
  private let firstOther: [Int]
  private let width: [Int]

  /// Where the evidence of a span for a segment of the other side stands in `values`.
  @inline(__always)
  func index(start: Int, length: Int, other: Int) -> Int {
    rowStart[start] + ((length - 1) * width[start] + other - firstOther[start]) * Self.channels
  }

  /// - Parameters:
  ///   - corridor: seen from the given side.
  init(
    given: TokenText, explained: TokenText, table: [[Associations.Link]], corridor: Corridor
  ) {
    let count = given.segmentCount
    var rowStart: [Int] = []
    var firstOther: [Int] = []
    var width: [Int] = []
    var size = 0
    for start in 0..<count {
      let last = min(count, start + Self.longest)
      rowStart.append(size)
      firstOther.append(corridor.low[start])
      width.append(corridor.high[last] - corridor.low[start])
      size += Self.longest * width[start] * Self.channels
    }
    values = [Float](repeating: 0, count: size)
    (self.rowStart, self.firstOther, self.width) = (rowStart, firstOther, width)
    fill(given, explained, table)
  }

  private mutating func fill(
    _ given: TokenText, _ explained: TokenText, _ table: [[Associations.Link]]
  ) {
    let vocabulary = explained.vocabulary
    let places = Self.places(explained)
    let total = Float(max(1, explained.tokens.count))
    let rarity = vocabulary.counts.map { total / Float(max(1, $0)) }
    let unsupported = (1 - Self.lambda).logarithm
    let floor = Self.floor(explained, unsupported)
    var support = [Float](repeating: 0, count: vocabulary.count)
    var touched: [Int32] = []
    for start in 0..<given.segmentCount where width[start] > 0 {
      let others = firstOther[start]..<firstOther[start] + width[start]
      var words = 0
      for length in 1...min(Self.longest, given.segmentCount - start) {
        for z in given.tokens(start + length - 1) {
          words += 1
          for link in table[Int(z)] {
            if support[Int(link.word)] == 0 { touched.append(link.word) }
            support[Int(link.word)] += link.probability
          }
        }
        let base = index(start: start, length: length, other: others.lowerBound)
        for other in others {
          let at = base + (other - others.lowerBound) * Self.channels
          for channel in 0..<Self.channels {
            values[at + channel] = floor[other * Self.channels + channel]
          }
        }
        let scale = Self.lambda / Float(words + 1)
        for e in touched {
          let gain =
            (1 - Self.lambda + scale * support[Int(e)] * rarity[Int(e)]).logarithm - unsupported
          let channel = Int(vocabulary.kinds[Int(e)].rawValue)
          places.forEach(e, in: others) { other in
            values[base + (other - others.lowerBound) * Self.channels + channel] += gain
          }
        }
      }
      for e in touched { support[Int(e)] = 0 }
      touched.removeAll(keepingCapacity: true)
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

  private static func places(_ text: TokenText) -> Places {
    var starts = [Int](repeating: 0, count: text.vocabulary.count + 1)
    for token in text.tokens { starts[Int(token) + 1] += 1 }
    for word in 0..<text.vocabulary.count { starts[word + 1] += starts[word] }
    var next = starts
    var segments = [Int32](repeating: 0, count: text.tokens.count)
    for segment in 0..<text.segmentCount {
      for token in text.tokens(segment) {
        segments[next[Int(token)]] = Int32(segment)
        next[Int(token)] += 1
      }
    }
    return Places(starts: starts, segments: segments)
  }
}

/// For each word the segments it stands in, in order, once a token.
private struct Places {
  let starts: [Int]
  let segments: [Int32]

  @inline(__always)
  func forEach(_ word: Int32, in range: Range<Int>, _ body: (Int) -> Void) {
    var low = starts[Int(word)]
    let end = starts[Int(word) + 1]
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if Int(segments[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < end, Int(segments[low]) < range.upperBound {
      body(Int(segments[low]))
      low += 1
    }
  }
}
