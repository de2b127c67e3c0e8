internal import Foundation

/// All ladders through a corridor, with the score of every bead: a semi-Markov chain (Sarawagi &
/// Cohen 2004) whose state is what the last bead was (`LadderState`), so that a run of nulls costs
/// less than as many nulls apart.
///
/// Space and time are linear in the corridor's cells × `Shapes.count`.
struct Lattice {
  let corridor: Corridor
  private let rowStart: [Int]
  private let nodeCount: Int
  /// Score of the bead of each shape that starts at each node; `-.infinity` for none.
  private(set) var scores: [Float]
  /// `transitions[from * LadderState.count + to]`: what the step from one state to another costs.
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

  /// Fills in scores: `body` is given the means to state one bead's.
  mutating func score(
    _ body: (_ set: (_ i: Int, _ j: Int, _ shape: Int, _ score: Float) -> Void) -> Void
  ) {
    let (rowStart, low) = (rowStart, corridor.low)
    scores.withUnsafeMutableBufferPointer { scores in
      body { i, j, shape, score in
        scores[(rowStart[i] + j - low[i]) * Shapes.count + shape] = score
      }
    }
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

  // MARK: Sums over ladders

  /// The probability of every bead, by node and shape, in the order of `forEachBead`.
  struct Posteriors {
    fileprivate var values: [Float]
    /// The log of the sum over all ladders.
    var partition: Double
  }

  /// Forward–backward in log space.
  func posteriors() -> Posteriors {
    let states = LadderState.count
    let (alpha, out) = forward()
    let end = node(corridor.sourceCount, corridor.targetCount)
    let partition = Self.sum(states) { alpha[end * states + $0] }
    var values = [Float](repeating: 0, count: scores.count)
    var beta = [Double](repeating: -.infinity, count: nodeCount * states)
    for state in 0..<states { beta[end * states + state] = 0 }
    var pairs: [Double] = []
    var ahead = [Double](repeating: -.infinity, count: states)
    for i in stride(from: corridor.sourceCount, through: 0, by: -1) {
      for j in stride(from: corridor.high[i], through: corridor.low[i], by: -1) {
        let at = node(i, j)
        pairs.removeAll(keepingCapacity: true)
        for state in 0..<states { ahead[state] = -.infinity }
        for shape in 0..<Shapes.count where scores[at * Shapes.count + shape] > -.infinity {
          let (a, b) = Shapes.all[shape]
          let to = node(i + a, j + b) * states
          var probability = 0.0
          for state in LadderState.after(shape) {
            let value = Double(scores[at * Shapes.count + shape]) + beta[to + state]
            guard value > -.infinity else { continue }
            probability += exp(out[at * states + state] + value - partition)
            if state == 0 { pairs.append(value) } else { ahead[state] = value }
          }
          values[at * Shapes.count + shape] = Float(probability)
        }
        if at == end { continue }
        ahead[0] = Self.sum(pairs.count) { pairs[$0] }
        for state in 0..<states {
          beta[at * states + state] = Self.sum(states) {
            Double(transitions[state * states + $0]) + ahead[$0]
          }
        }
      }
    }
    return Posteriors(values: values, partition: partition)
  }

  /// The log sums up to each node by state, and the same with the step into each next state.
  private func forward() -> (alpha: [Double], out: [Double]) {
    let states = LadderState.count
    var alpha = [Double](repeating: -.infinity, count: nodeCount * states)
    var out = alpha
    alpha[0] = 0
    var pairs: [Double] = []
    for i in 0...corridor.sourceCount {
      for j in corridor.low[i]...corridor.high[i] {
        let at = node(i, j)
        pairs.removeAll(keepingCapacity: true)
        for shape in 0..<Shapes.count {
          let (a, b) = Shapes.all[shape]
          guard i >= a, j >= b, holds(i - a, j - b) else { continue }
          let from = node(i - a, j - b)
          let score = Double(scores[from * Shapes.count + shape])
          guard score > -.infinity else { continue }
          for state in LadderState.after(shape) {
            let value = out[from * states + state] + score
            if state == 0 { pairs.append(value) } else { alpha[at * states + state] = value }
          }
        }
        if at > 0 { alpha[at * states] = Self.sum(pairs.count) { pairs[$0] } }
        for state in 0..<states {
          out[at * states + state] = Self.sum(states) {
            alpha[at * states + $0] + Double(transitions[$0 * states + state])
          }
        }
      }
    }
    return (alpha, out)
  }

  /// The log of a sum of exponentials.
  @inline(__always)
  private static func sum(_ count: Int, _ term: (Int) -> Double) -> Double {
    var most = -Double.infinity
    for index in 0..<count { most = max(most, term(index)) }
    guard most > -.infinity else { return most }
    var sum = 0.0
    for index in 0..<count where term(index) > most - 30 { sum += exp(term(index) - most) }
    return most + log(sum)
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

  /// The probability of ladders along the edge from which on a corridor may be too narrow.
  static let pressure: Float = 0.02

  /// For each source boundary whether ladders pass at the corridor's edge where the edge is not the
  /// text's own.
  func edges(_ posteriors: Posteriors) -> [Bool] {
    var low = [Float](repeating: 0, count: corridor.sourceCount + 1)
    var high = low
    forEachBead(posteriors, atLeast: 1e-4) { i, j, _, probability in
      if j == corridor.low[i], j > 0 { low[i] += probability }
      if j == corridor.high[i], j < corridor.targetCount { high[i] += probability }
    }
    return zip(low, high).map { max($0, $1) > Self.pressure }
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
