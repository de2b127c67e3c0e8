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
  static let lambda: Float = 0.65
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

  /// Whether spans from `start` have evidence for a segment of the other side: whether both lie in
  /// the corridor.
  @inline(__always)
  func reaches(_ other: Int, from start: Int) -> Bool {
    other >= firstOther[start] && other < firstOther[start] + width[start]
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

  /// The hot loop of aligning: buffers, so that nothing is checked or counted in it.
  private mutating func fill(
    _ given: TokenText, _ explained: TokenText, _ table: [[Associations.Link]]
  ) {
    let vocabulary = explained.vocabulary
    let places = Places(explained)
    let total = Float(max(1, explained.tokens.count))
    let rarity = vocabulary.counts.map { total / Float(max(1, $0)) }
    let kinds = vocabulary.kinds.map { Int($0.rawValue) }
    let unsupported = (1 - Self.lambda).logarithm
    let floor = Self.floor(explained, unsupported)
    var support = Support(count: vocabulary.count)
    for start in 0..<given.segmentCount where width[start] > 0 {
      let others = firstOther[start]..<firstOther[start] + width[start]
      let flat = others.lowerBound * Self.channels..<others.upperBound * Self.channels
      var words = 0
      for length in 1...min(Self.longest, given.segmentCount - start) {
        let tokens = given.tokens(start + length - 1)
        words += tokens.count
        for z in tokens { support.add(table[Int(z)], places, others) }
        let base = index(start: start, length: length, other: others.lowerBound)
        let scale = Self.lambda / Float(words + 1)
        values.withUnsafeMutableBufferPointer { values in
          floor.withUnsafeBufferPointer { floor in
            let row = UnsafeMutableBufferPointer(rebasing: values[base..<base + flat.count])
            _ = row.update(fromContentsOf: floor[flat])
          }
          let origin = values.baseAddress! + (base - flat.lowerBound)
          places.segments.withUnsafeBufferPointer { segments in
            for found in support.found {
              let strength = scale * support.sums[found.word] * rarity[found.word]
              let gain = (1 - Self.lambda + strength).logarithm - unsupported
              let channel = origin + kinds[found.word]
              for place in found.places {
                channel[Int(segments[place]) * Self.channels] += gain
              }
            }
          }
        }
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

/// The words that a growing span supports, of those that stand in the window.
private struct Support {
  /// Σ t(e|z) by word; below zero for a word that does not stand in the window.
  private(set) var sums: [Float]
  /// The supported words, each with its places in the window.
  private(set) var found: [(word: Int, places: Range<Int>)] = []
  private var absent: [Int] = []

  init(count: Int) { sums = [Float](repeating: 0, count: count) }

  mutating func add(_ links: [Associations.Link], _ places: Places, _ window: Range<Int>) {
    for link in links {
      let word = Int(link.word)
      let sum = sums[word]
      if sum < 0 { continue }
      if sum == 0 {
        let range = places.range(of: word, in: window)
        if range.isEmpty {
          sums[word] = -1
          absent.append(word)
          continue
        }
        found.append((word, range))
      }
      sums[word] = sum + link.probability
    }
  }

  mutating func clear() {
    for entry in found { sums[entry.word] = 0 }
    for word in absent { sums[word] = 0 }
    found.removeAll(keepingCapacity: true)
    absent.removeAll(keepingCapacity: true)
  }
}

/// For each word the segments it stands in, in order, once a token.
private struct Places {
  private let starts: [Int]
  let segments: [Int32]

  init(_ text: TokenText) {
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
    self.starts = starts
    self.segments = segments
  }

  /// Where in `segments` the places of a word within `window` stand. O(log places).
  func range(of word: Int, in window: Range<Int>) -> Range<Int> {
    var low = starts[word]
    var high = starts[word + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(segments[middle]) < window.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < starts[word + 1], Int(segments[end]) < window.upperBound { end += 1 }
    return low..<end
  }
}
