/// The words that a growing span supports, of those that stand in its window of the other side:
/// how strongly, and where. Plain buffers with no counting or checking: the innermost loops of
/// aligning are here.
struct Support {
  private let text: TokenText
  /// For each word the segments it stands in, in order, once a token; `starts` says where.
  private let segments: UnsafeMutablePointer<Int32>
  private let starts: UnsafeMutablePointer<Int32>
  /// The first place of each word that is not before the window. Windows never move back.
  private let cursors: UnsafeMutablePointer<Int32>
  private let rarity: UnsafeMutablePointer<Float>
  /// By word: 0 not met, −1 does not stand in the window, else one more than its number below.
  private let slots: UnsafeMutablePointer<Int32>

  /// The words met, and how many; `clear` forgets them.
  private let met: UnsafeMutablePointer<Int32>
  private var metCount = 0
  /// The words supported, by number: word, Σ t(e|z) and what it brings.
  private let words: UnsafeMutablePointer<Int32>
  private let sums: UnsafeMutablePointer<Float>
  private let rarities: UnsafeMutablePointer<Float>
  private let gains: UnsafeMutablePointer<Float>
  private var count = 0

  /// - Parameter text: the side that is explained. The buffers live until `deallocate`.
  init(_ text: TokenText) {
    self.text = text
    let size = text.vocabulary.count
    func zeros<Value: Numeric>(_ count: Int) -> UnsafeMutablePointer<Value> {
      let buffer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
      buffer.initialize(repeating: 0, count: count)
      return buffer
    }
    (segments, starts, cursors) = (zeros(text.tokens.count), zeros(size + 1), zeros(size))
    (rarity, slots, met) = (zeros(size), zeros(size), zeros(size))
    (words, sums, rarities, gains) = (zeros(size), zeros(size), zeros(size), zeros(size))
    let total = Float(max(1, text.tokens.count))
    for word in 0..<size {
      rarity[word] = total / Float(max(1, text.vocabulary.counts[word]))
    }
    index()
  }

  private func index() {
    for token in text.tokens { starts[Int(token) + 1] += 1 }
    for word in 0..<text.vocabulary.count { starts[word + 1] += starts[word] }
    for word in 0..<text.vocabulary.count { cursors[word] = starts[word] }
    for segment in 0..<text.segmentCount {
      for token in text.tokens(segment) {
        segments[Int(cursors[Int(token)])] = Int32(segment)
        cursors[Int(token)] += 1
      }
    }
    for word in 0..<text.vocabulary.count { cursors[word] = starts[word] }
  }

  func deallocate() {
    for buffer in [segments, starts, cursors, slots, met, words] { buffer.deallocate() }
    for buffer in [rarity, sums, rarities, gains] { buffer.deallocate() }
  }

  /// Adds what one token of the span calls for. O(links), and the places passed over, once.
  mutating func add(_ links: [Associations.Link], _ window: Range<Int>) {
    for link in links {
      let word = Int(link.word)
      var slot = slots[word]
      if slot < 0 { continue }
      if slot == 0 {
        met[metCount] = link.word
        metCount += 1
        guard stands(word, in: window) else {
          slots[word] = -1
          continue
        }
        words[count] = link.word
        rarities[count] = rarity[word]
        sums[count] = 0
        count += 1
        slot = Int32(count)
        slots[word] = slot
      }
      sums[Int(slot) - 1] += link.probability
    }
  }

  private func stands(_ word: Int, in window: Range<Int>) -> Bool {
    var cursor = cursors[word]
    let end = starts[word + 1]
    while cursor < end, segments[Int(cursor)] < window.lowerBound { cursor += 1 }
    cursors[word] = cursor
    return cursor < end && segments[Int(cursor)] < window.upperBound
  }

  /// Adds to the evidence of each segment `before` a bound what its supported tokens bring, a
  /// channel each kind. O(supported tokens).
  func write(
    to evidence: UnsafeMutablePointer<Float>, before bound: Int, scale: Float, _ unsupported: Float
  ) {
    for number in 0..<count {
      let strength = scale * sums[number] * rarities[number]
      gains[number] = (1 - SpanEvidence.lambda + strength).logarithm - unsupported
    }
    text.vocabulary.kinds.withUnsafeBufferPointer { kinds in
      for number in 0..<count {
        let word = Int(words[number])
        let channel = evidence + Int(kinds[word].rawValue)
        let end = Int(starts[word + 1])
        var place = Int(cursors[word])
        while place < end, segments[place] < bound {
          channel[Int(segments[place]) * SpanEvidence.channels] += gains[number]
          place += 1
        }
      }
    }
  }

  /// Begins a new span.
  mutating func clear() {
    for index in 0..<metCount { slots[Int(met[index])] = 0 }
    (metCount, count) = (0, 0)
  }
}
