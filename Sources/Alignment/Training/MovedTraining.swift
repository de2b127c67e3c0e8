internal import Bitext
internal import Foundation

/// Learning which leftover pairs moved: from gold texts with passages displaced on purpose, and from
/// the same texts untouched, whose leftovers are true nulls.
extension Trainer {
  /// The candidates of one pair of texts, and which of them are true.
  struct MovedExamples: Sendable {
    /// The features of each candidate, and whether its two sides translate each other.
    var judged: [(features: [Double], isTrue: Bool)] = []
    /// How many beads were displaced.
    var displaced = 0

    /// How these weights fare: a pair given half and more is told of.
    func counts(_ weights: MovedWeights) -> Score.Counts {
      let told = judged.filter {
        weights.probability($0.features) >= MovedPair.leastProbability
      }
      let right = told.count(where: \.isTrue)
      return Score.Counts(
        rightOfTest: right, test: told.count, foundOfGold: right, gold: displaced)
    }
  }

  /// How many displaced texts are made of each.
  private static let displacements = 3

  /// The examples of each pair, in order.
  /// - Throws: what the encoder throws.
  func movedExamples(_ pairs: [GoldPair], _ model: Model) throws -> [MovedExamples] {
    let changed = pairs.flatMap { pair in
      (1...Self.displacements).map { Displacement(pair, seed: UInt64($0)) }
    }
    let texts = pairs + (try encoded(changed.map(\.pair)))
    let displaced = pairs.map { _ in [] } + changed.map(\.moved)
    let all = parallel(texts.count) { examples(texts[$0], displaced: displaced[$0], model) }
    return pairs.indices.map { pair in
      let first = pairs.count + pair * Self.displacements
      return all[first..<first + Self.displacements].reduce(into: all[pair]) { sum, part in
        sum.judged += part.judged
        sum.displaced += part.displaced
      }
    }
  }

  private func examples(_ pair: GoldPair, displaced: [Bead], _ model: Model) -> MovedExamples {
    var pass = AlignmentPass(
      pair.source, pair.target, lexicon: lexicon, terms: [], vectors: pair.vectors)
    let lattice = pass.settle(model)
    let posteriors = lattice.posteriors()
    let steps = lattice.expectedBest(posteriors, price: model.price, nullPrice: model.nullPrice)
    var candidates = MovedCandidates(
      pass, steps, nulls: lattice.nullProbabilities(posteriors))
    // Gold that crosses by itself counts as true as well.
    let truth = Set((displaced + pair.beads).map { Bead($0.source, $0.target) })
    return MovedExamples(
      judged: candidates.find().map {
        let bead = Bead(Array($0.source), Array($0.target))
        return (MovedWeights.features($0), truth.contains(bead))
      },
      displaced: displaced.count)
  }

  /// The weights that make these examples most likely; a text counts by the root of its number of
  /// candidates, so that a long one does not speak for all.
  func movedWeights(_ texts: [MovedExamples]) -> MovedWeights {
    let start = [Double](repeating: 0, count: MovedWeights.Feature.allCases.count)
    return MovedWeights(
      LBFGS(iterations: 200, tolerance: 1e-8).minimise(start) { point in
        var value = 0.0
        var gradient = start
        for text in texts where !text.judged.isEmpty {
          let share = 1 / Double(text.judged.count).squareRoot()
          for example in text.judged {
            let probability = MovedWeights(point).probability(example.features)
            value -= share * log(max(1e-12, example.isTrue ? probability : 1 - probability))
            for (index, feature) in example.features.enumerated() {
              gradient[index] += share * (probability - (example.isTrue ? 1 : 0)) * feature
            }
          }
        }
        for index in point.indices {
          value += Self.movedPenalty * point[index] * point[index]
          gradient[index] += 2 * Self.movedPenalty * point[index]
        }
        return (value, gradient)
      })
  }

  private static let movedPenalty = 0.05
}
