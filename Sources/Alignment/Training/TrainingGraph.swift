internal import Foundation

/// The ladders of one gold pair as a sparse graph: the beads worth considering, their features, and
/// which of them agree with the gold.
struct TrainingGraph: Sendable {
  /// Beads, ordered by the node they start at.
  private var from: [Int32] = []
  private var to: [Int32] = []
  private var shape: [UInt8] = []
  private var agrees: [Bool] = []
  private var features: [Float] = []
  private var nodeCount = 0
  private var end = 0
  /// Gold beads that could not be used.
  let dropped: Int
  let weight: Double

  var beadCount: Int { from.count }

  /// - Parameter floor: beads less probable than this under `model` are left out, unless gold.
  init(_ pair: GoldPair, _ pass: AlignmentPass, _ weights: Weights, floor: Float) {
    let gold = Gold(pair)
    dropped = pair.beads.count - gold.count
    weight = 1
    var lattice = Lattice(pass.corridor, transitions: weights.transitions)
    let scorer = pass.scorer()
    lattice.score { set in
      pass.forEachBead(scorer) { i, j, shape, features in
        set(i, j, shape, weights.score(features))
      }
    }
    let posteriors = lattice.posteriors()
    var nodes: [Int: Int32] = [:]
    func node(_ i: Int, _ j: Int) -> Int32 {
      let key = i * (pass.corridor.targetCount + 1) + j
      if let node = nodes[key] { return node }
      nodes[key] = Int32(nodes.count)
      return Int32(nodes.count - 1)
    }
    var edges: [(key: Int, from: Int32, to: Int32, shape: Int, agrees: Bool, at: Int)] = []
    pass.forEachBead(scorer) { i, j, shape, values in
      let (a, b) = Shapes.all[shape]
      let agrees = gold.agrees(i, j, a, b)
      guard
        lattice.probability(posteriors, i, j, shape) >= floor || (agrees && gold.holds(i, j, a, b))
          || (agrees && shape < 2)
      else { return }
      edges.append(
        (
          i * (pass.corridor.targetCount + 1) + j, node(i, j), node(i + a, j + b), shape, agrees,
          features.count
        ))
      features += values
    }
    edges.sort { ($0.key, $0.shape) < ($1.key, $1.shape) }
    var sorted: [Float] = []
    sorted.reserveCapacity(features.count)
    // Nodes are renumbered in the order they are met, which is topological.
    var order = [Int32](repeating: -1, count: nodes.count)
    let keys = nodes.sorted { $0.key < $1.key }
    for (rank, entry) in keys.enumerated() { order[Int(entry.value)] = Int32(rank) }
    for edge in edges {
      from.append(order[Int(edge.from)])
      to.append(order[Int(edge.to)])
      shape.append(UInt8(edge.shape))
      agrees.append(edge.agrees)
      sorted += features[edge.at..<edge.at + Feature.count]
    }
    features = sorted
    nodeCount = nodes.count
    end = nodeCount - 1
  }

  /// The log-likelihood of the gold given the texts, and its gradient added to `gradient`.
  func logLikelihood(_ weights: [Double], gradient: inout [Double]) -> Double {
    let scores = scores(weights)
    let transitions = Weights(weights.map(Float.init)).transitions.map(Double.init)
    let free = sum(scores, transitions, onlyGold: false)
    let gold = sum(scores, transitions, onlyGold: true)
    guard gold.partition > -.infinity else { return 0 }
    add(free, scores, transitions, onlyGold: false, -1, &gradient)
    add(gold, scores, transitions, onlyGold: true, 1, &gradient)
    return gold.partition - free.partition
  }

  private func scores(_ weights: [Double]) -> [Double] {
    let floats = weights.map(Float.init)
    var scores = [Double](repeating: 0, count: beadCount)
    features.withUnsafeBufferPointer { features in
      floats.withUnsafeBufferPointer { weights in
        for bead in 0..<scores.count {
          var sum: Float = 0
          let base = bead * Feature.count
          for index in 0..<Feature.count { sum += features[base + index] * weights[index] }
          scores[bead] = Double(sum)
        }
      }
    }
    return scores
  }

  private struct Sums {
    var out: [Double]
    var alpha: [Double]
    var beta: [Double]
    var partition: Double
  }

  private static func plus(_ a: Double, _ b: Double) -> Double {
    let most = max(a, b)
    return most == -.infinity ? most : most + log1p(exp(min(a, b) - most))
  }

  private func sum(_ scores: [Double], _ transitions: [Double], onlyGold: Bool) -> Sums {
    let states = LadderState.count
    var alpha = [Double](repeating: -.infinity, count: nodeCount * states)
    var out = alpha
    alpha[0] = 0
    var at = -1
    for bead in 0..<beadCount where !onlyGold || agrees[bead] {
      let node = Int(from[bead]) * states
      while at < Int(from[bead]) {
        at += 1
        for step in LadderState.steps {
          out[at * states + step.to] = Self.plus(
            out[at * states + step.to],
            alpha[at * states + step.from] + transitions[step.from * states + step.to])
        }
      }
      for state in LadderState.after(Int(shape[bead])) {
        let place = Int(to[bead]) * states + state
        alpha[place] = Self.plus(alpha[place], out[node + state] + scores[bead])
      }
    }
    let beta = ahead(scores, transitions, onlyGold: onlyGold)
    let partition = alpha[(end * states)...].prefix(states).reduce(-.infinity, Self.plus)
    return Sums(out: out, alpha: alpha, beta: beta, partition: partition)
  }

  /// The log sums from each node and state to the end.
  private func ahead(_ scores: [Double], _ transitions: [Double], onlyGold: Bool) -> [Double] {
    let states = LadderState.count
    var beta = [Double](repeating: -.infinity, count: nodeCount * states)
    for state in 0..<states { beta[end * states + state] = 0 }
    var ahead = [Double](repeating: -.infinity, count: states)
    var current = end
    func enter() {
      guard current != end else { return }
      for step in LadderState.steps {
        let place = current * states + step.from
        beta[place] = Self.plus(
          beta[place], transitions[step.from * states + step.to] + ahead[step.to])
      }
      for state in 0..<states { ahead[state] = -.infinity }
    }
    for bead in stride(from: beadCount - 1, through: 0, by: -1) where !onlyGold || agrees[bead] {
      if Int(from[bead]) != current {
        enter()
        current = Int(from[bead])
      }
      for state in LadderState.after(Int(shape[bead])) {
        ahead[state] = Self.plus(
          ahead[state], scores[bead] + beta[Int(to[bead]) * states + state])
      }
    }
    enter()
    return beta
  }

  /// Adds `sign` × the expected features.
  private func add(
    _ sums: Sums, _ scores: [Double], _ transitions: [Double], onlyGold: Bool, _ sign: Double,
    _ gradient: inout [Double]
  ) {
    let states = LadderState.count
    for bead in 0..<beadCount where !onlyGold || agrees[bead] {
      let node = Int(from[bead]) * states
      let reached = LadderState.after(Int(shape[bead]))
      let after = reached.map {
        scores[bead] + sums.beta[Int(to[bead]) * states + $0] - sums.partition
      }
      let probability = zip(reached, after).reduce(0) { $0 + exp(sums.out[node + $1.0] + $1.1) }
      if probability < 1e-9 { continue }
      let base = bead * Feature.count
      for index in 0..<Feature.count where features[base + index] != 0 {
        gradient[index] += sign * probability * Double(features[base + index])
      }
      guard reached.count > 1 else { continue }
      for step in LadderState.steps where reached.contains(step.to) {
        guard let feature = step.feature else { continue }
        let crossing = sums.alpha[node + step.from] + transitions[step.from * states + step.to]
        gradient[feature.rawValue] += sign * exp(crossing + after[step.to - reached.lowerBound])
      }
    }
  }
}

/// Which beads agree with the usable gold: a bead that touches a gold bead's segments must be it.
private struct Gold {
  private var ownerOfSource: [Int: Int] = [:]
  private var ownerOfTarget: [Int: Int] = [:]
  private let beads: [(i: Int, j: Int, a: Int, b: Int)]

  var count: Int { beads.count }

  init(_ pair: GoldPair) {
    beads = pair.usable
    for (index, bead) in beads.enumerated() {
      for i in bead.i..<bead.i + bead.a { ownerOfSource[i] = index }
      for j in bead.j..<bead.j + bead.b { ownerOfTarget[j] = index }
    }
  }

  func holds(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Bool {
    guard let owner = a > 0 ? ownerOfSource[i] : ownerOfTarget[j] else { return false }
    let bead = beads[owner]
    return bead.a == a && bead.b == b && (a == 0 || bead.i == i) && (b == 0 || bead.j == j)
  }

  func agrees(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Bool {
    let touched =
      (i..<i + a).contains { ownerOfSource[$0] != nil }
      || (j..<j + b).contains { ownerOfTarget[$0] != nil }
    return !touched || holds(i, j, a, b)
  }
}
