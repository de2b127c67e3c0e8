internal import Foundation

/// All ladders through a corridor, with the score of every bead: a semi-Markov chain (Sarawagi &
/// Cohen 2004) whose state is what the last bead was, so that a run of nulls costs less than as
/// many nulls apart.
///
/// Space and time are linear in the corridor's cells × `Shapes.count`.
struct Lattice {
  /// What the last bead was.
  enum State: Int { case match, sourceNull, targetNull }
  static let states = 3

  let corridor: Corridor
  private let rowStart: [Int]
  private let nodeCount: Int
  /// Score of the bead of each shape that starts at each node; `-.infinity` for none.
  private(set) var scores: [Float]
  /// `transitions[from * 3 + to]`: what a bead of kind `to` costs after one of kind `from`.
  let transitions: [Float]

  init(_ corridor: Corridor, transitions: [Float]) {
    self.corridor = corridor
    self.transitions = transitions
    var rowStart: [Int] = []
    var count = 0
    for row in 0...corridor.sourceCount {
      rowStart.append(count)
      count += corridor.high[row] - corridor.low[row] + 1
    }
    self.rowStart = rowStart
    nodeCount = count
    scores = [Float](repeating: -.infinity, count: count * Shapes.count)
  }

  @inline(__always) func holds(_ i: Int, _ j: Int) -> Bool {
    i <= corridor.sourceCount && j >= corridor.low[i] && j <= corridor.high[i]
  }

  @inline(__always) private func node(_ i: Int, _ j: Int) -> Int {
    rowStart[i] + j - corridor.low[i]
  }

  /// States the score of a bead.
  @inline(__always)
  mutating func set(_ i: Int, _ j: Int, shape: Int, _ score: Float) {
    scores[node(i, j) * Shapes.count + shape] = score
  }

  /// Adds `bonus` to the scores of the nulls of these segments, wherever they may stand.
  mutating func favourNulls(sources: Set<Int>, targets: Set<Int>, by bonus: Float) {
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        let base = node(i, j) * Shapes.count
        if sources.contains(i) { scores[base] += bonus }
        if targets.contains(j) { scores[base + 1] += bonus }
      }
    }
  }

  /// For each segment of both sides the probability that it is a null.
  func nullProbabilities(_ posteriors: Posteriors) -> (source: [Float], target: [Float]) {
    var source = [Float](repeating: 0, count: corridor.sourceCount)
    var target = [Float](repeating: 0, count: corridor.targetCount)
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        let base = node(i, j) * Shapes.count
        if i < corridor.sourceCount { source[i] += posteriors.values[base] }
        if j < corridor.targetCount { target[j] += posteriors.values[base + 1] }
      }
    }
    return (source, target)
  }

  @inline(__always) private static func kind(_ shape: Int) -> Int { shape < 2 ? shape + 1 : 0 }

  // MARK: Sums over ladders

  /// The probability of every bead, by node and shape, in the order of `forEachBead`.
  struct Posteriors {
    fileprivate var values: [Float]
    /// The log of the sum over all ladders.
    var partition: Double
  }

  /// Forward–backward in log space.
  func posteriors() -> Posteriors {
    let (alpha, out) = forward()
    let end = node(corridor.sourceCount, corridor.targetCount)
    let partition = Self.sum(alpha[end * 3], alpha[end * 3 + 1], alpha[end * 3 + 2])
    var values = [Float](repeating: 0, count: scores.count)
    var beta = [Double](repeating: -.infinity, count: nodeCount * 3)
    for state in 0..<3 { beta[end * 3 + state] = 0 }
    for i in stride(from: corridor.sourceCount, through: 0, by: -1) {
      for j in stride(from: corridor.high[i], through: corridor.low[i], by: -1) {
        let at = node(i, j)
        var ahead = (-Double.infinity, -Double.infinity, -Double.infinity)
        var terms: [(Int, Double)] = []
        for shape in 0..<Shapes.count {
          let score = scores[at * Shapes.count + shape]
          guard score > -.infinity else { continue }
          let (a, b) = Shapes.all[shape]
          let kind = Self.kind(shape)
          let value = Double(score) + beta[node(i + a, j + b) * 3 + kind]
          guard value > -.infinity else { continue }
          values[at * Shapes.count + shape] = Float(exp(out[at * 3 + kind] + value - partition))
          switch kind {
          case 0: terms.append((0, value))
          case 1: ahead.1 = value
          default: ahead.2 = value
          }
        }
        ahead.0 = Self.sum(terms)
        if at == end { continue }
        for state in 0..<3 {
          beta[at * 3 + state] = Self.sum(
            Double(transitions[state * 3]) + ahead.0,
            Double(transitions[state * 3 + 1]) + ahead.1,
            Double(transitions[state * 3 + 2]) + ahead.2)
        }
      }
    }
    return Posteriors(values: values, partition: partition)
  }

  /// The log sums up to each node by state, and the same with the transition into each kind.
  private func forward() -> (alpha: [Double], out: [Double]) {
    var alpha = [Double](repeating: -.infinity, count: nodeCount * 3)
    var out = [Double](repeating: -.infinity, count: nodeCount * 3)
    var terms: [(Int, Double)] = []
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        let at = node(i, j)
        if i == 0 && j == 0 {
          alpha[at * 3] = 0
        } else {
          terms.removeAll(keepingCapacity: true)
          for shape in 0..<Shapes.count {
            let (a, b) = Shapes.all[shape]
            guard i >= a, j >= b, holds(i - a, j - b) else { continue }
            let from = node(i - a, j - b)
            let score = scores[from * Shapes.count + shape]
            guard score > -.infinity else { continue }
            let kind = Self.kind(shape)
            let value = out[from * 3 + kind] + Double(score)
            if kind == 0 { terms.append((0, value)) } else { alpha[at * 3 + kind] = value }
          }
          alpha[at * 3] = Self.sum(terms)
        }
        for kind in 0..<3 {
          out[at * 3 + kind] = Self.sum(
            alpha[at * 3] + Double(transitions[kind]),
            alpha[at * 3 + 1] + Double(transitions[3 + kind]),
            alpha[at * 3 + 2] + Double(transitions[6 + kind]))
        }
      }
    }
    return (alpha, out)
  }

  private static func sum(_ terms: [(Int, Double)]) -> Double {
    var most = -Double.infinity
    for term in terms where term.1 > most { most = term.1 }
    guard most > -.infinity else { return most }
    var sum = 0.0
    for term in terms where term.1 > most - 30 { sum += exp(term.1 - most) }
    return most + log(sum)
  }

  private static func sum(_ a: Double, _ b: Double, _ c: Double) -> Double {
    let most = max(a, b, c)
    guard most > -.infinity else { return most }
    return most + log(exp(a - most) + exp(b - most) + exp(c - most))
  }

  /// The probability of the bead of `shape` that starts at (i, j).
  func probability(_ posteriors: Posteriors, _ i: Int, _ j: Int, _ shape: Int) -> Float {
    posteriors.values[node(i, j) * Shapes.count + shape]
  }

  /// Every bead whose probability is at least `floor`.
  func forEachBead(
    _ posteriors: Posteriors, atLeast floor: Float,
    _ body: (_ i: Int, _ j: Int, _ shape: Int, _ probability: Float) -> Void
  ) {
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        let base = node(i, j) * Shapes.count
        for shape in 0..<Shapes.count where posteriors.values[base + shape] >= floor {
          body(i, j, shape, posteriors.values[base + shape])
        }
      }
    }
  }

  // MARK: The best ladder

  /// A bead chosen: where it starts, its shape and its probability.
  struct Step {
    var i: Int
    var j: Int
    var shape: Int
    var probability: Float
  }

  /// A pair less probable than this is never chosen to save the price of some nulls.
  static let leastProbability: Float = 0.02

  /// The ladder with the greatest sum of (probability − `price`) over its beads: of all ladders the
  /// one with the most beads expected to be right, `price` set against many small beads.
  func expectedBest(_ posteriors: Posteriors, price: Float, nullPrice: Float) -> [Step] {
    var best = [Float](repeating: -.infinity, count: nodeCount)
    var choice = [Int8](repeating: -1, count: nodeCount)
    best[node(0, 0)] = 0
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        let from = node(i, j)
        guard best[from] > -.infinity else { continue }
        for shape in 0..<Shapes.count where scores[from * Shapes.count + shape] > -.infinity {
          let probability = posteriors.values[from * Shapes.count + shape]
          guard shape < 2 || probability >= Self.leastProbability else { continue }
          let (a, b) = Shapes.all[shape]
          let to = node(i + a, j + b)
          let value = best[from] + probability - (shape < 2 ? nullPrice : price)
          if value > best[to] {
            best[to] = value
            choice[to] = Int8(shape)
          }
        }
      }
    }
    var steps: [Step] = []
    var (i, j) = (corridor.sourceCount, corridor.targetCount)
    while i > 0 || j > 0 {
      let shape = Int(choice[node(i, j)])
      let (a, b) = Shapes.all[shape]
      (i, j) = (i - a, j - b)
      steps.append(
        Step(
          i: i, j: j, shape: shape,
          probability: posteriors.values[node(i, j) * Shapes.count + shape]))
    }
    return steps.reversed()
  }
}
