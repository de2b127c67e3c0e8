import Bitext
import Foundation
import Testing

@testable import Alignment

/// The lattice against every ladder written out, on small random problems.
@Suite struct LatticeTests {
  private struct Problem {
    let sources: Int
    let targets: Int
    var scores: [[Float]]
    let transitions: [Float]

    init(seed: UInt64) {
      var random = SeededGenerator(seed)
      sources = Int.random(in: 1...4, using: &random)
      targets = Int.random(in: 1...4, using: &random)
      scores = (0..<(sources + 1) * (targets + 1)).map { _ in
        (0..<Shapes.count).map { _ in Float.random(in: -3...3, using: &random) }
      }
      var weights = Weights()
      for step in LadderState.steps {
        guard let feature = step.feature else { continue }
        weights.values[feature.rawValue] = Float.random(in: -1...1, using: &random)
      }
      transitions = weights.transitions
    }

    var lattice: Lattice {
      var lattice = Lattice(.whole(sources, targets), transitions: transitions)
      lattice.score { set in
        for i in 0...sources {
          for j in 0...targets {
            for (shape, (a, b)) in Shapes.all.enumerated()
            where i + a <= sources && j + b <= targets {
              set(i, j, shape, scores[i * (targets + 1) + j][shape])
            }
          }
        }
      }
      return lattice
    }

    /// Every ladder as its beads (i, j, shape), with its score.
    var ladders: [(beads: [[Int]], score: Double)] {
      func walk(_ i: Int, _ j: Int, _ state: Int) -> [(beads: [[Int]], score: Double)] {
        if i == sources && j == targets { return [([], 0)] }
        return Shapes.all.indices.flatMap { shape -> [(beads: [[Int]], score: Double)] in
          let (a, b) = Shapes.all[shape]
          guard i + a <= sources, j + b <= targets else { return [] }
          // Of the states the bead may leave the ladder in, one can be reached from here.
          let next = LadderState.after(shape).first {
            transitions[state * LadderState.count + $0] > -.infinity
          }
          guard let next else { return [] }
          let here = Double(
            transitions[state * LadderState.count + next] + scores[i * (targets + 1) + j][shape])
          return walk(i + a, j + b, next).map { ([[i, j, shape]] + $0.beads, here + $0.score) }
        }
      }
      return walk(0, 0, 0)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func sumsAgreeWithEveryLadderWrittenOut(seed: UInt64) {
    let problem = Problem(seed: seed)
    let ladders = problem.ladders
    let partition = log(ladders.reduce(0) { $0 + exp($1.score) })
    let lattice = problem.lattice
    let posteriors = lattice.posteriors()
    #expect(abs(posteriors.partition - partition) < 1e-4)
    var expected: [[Int]: Double] = [:]
    for ladder in ladders {
      for bead in ladder.beads { expected[bead, default: 0] += exp(ladder.score - partition) }
    }
    var found: [[Int]: Double] = [:]
    lattice.forEachBead(posteriors, atLeast: 1e-7) { i, j, shape, probability in
      found[[i, j, shape]] = Double(probability)
    }
    for (bead, probability) in expected {
      #expect(abs((found[bead] ?? 0) - probability) < 1e-4)
    }
  }

  @Test func everySegmentBelongsToOneBead() {
    let problem = Problem(seed: 99)
    let lattice = problem.lattice
    var ofSource = [Double](repeating: 0, count: problem.sources)
    lattice.forEachBead(lattice.posteriors(), atLeast: 1e-9) { i, _, shape, probability in
      for index in i..<i + Shapes.all[shape].a { ofSource[index] += Double(probability) }
    }
    for sum in ofSource { #expect(abs(sum - 1) < 1e-4) }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func expectedBestIsTheBestOfAllLadders(seed: UInt64) {
    let problem = Problem(seed: seed)
    let lattice = problem.lattice
    let posteriors = lattice.posteriors()
    let worth = { (bead: [Int]) -> Double in
      let probability = lattice.probability(posteriors, bead[0], bead[1], bead[2])
      if bead[2] >= 2, probability < Lattice.leastProbability { return -.infinity }
      return Double(probability - (bead[2] < 2 ? 0.4 : 0.6))
    }
    let best = problem.ladders.map { $0.beads.reduce(0) { $0 + worth($1) } }.max() ?? 0
    let steps = lattice.expectedBest(posteriors, price: 0.6, nullPrice: 0.4)
    let sum = steps.reduce(0) { $0 + worth([$1.i, $1.j, $1.shape]) }
    #expect(abs(sum - best) < 1e-4)
  }

  @Test func shapesAreNumberedInTheirOrder() {
    for (number, (a, b)) in Shapes.all.enumerated() where a > 0 && b > 0 {
      #expect(Shapes.number(a, b) == number)
    }
    #expect(Shapes.all.allSatisfy { $0.a + $0.b <= 9 })
  }

  @Test func logarithmIsRightToSixDigits() {
    var value: Float = 1e-6
    while value < 1e6 {
      #expect(abs(value.logarithm - log(value)) <= 2e-6 * max(1, abs(log(value))))
      value *= 1.37
    }
  }
}
