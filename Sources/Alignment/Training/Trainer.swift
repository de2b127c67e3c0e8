public import Bitext
internal import Dispatch
internal import Foundation
internal import Synchronization

/// Learns the weights from gold by maximum likelihood with an L2 penalty.
public struct Trainer: Sendable {
  let lexicon: Lexicon?
  let encoder: (any SentenceEncoder)?
  /// The L2 penalty: the sum of squared weights × this.
  var penalty = 0.5

  /// A trainer whose documents may use a lexicon and vectors.
  public init(lexicon: Lexicon?, encoder: (any SentenceEncoder)? = nil) {
    (self.lexicon, self.encoder) = (lexicon, encoder)
  }

  /// The pairs with their texts' vectors, where there is an encoder.
  func encoded(_ pairs: [GoldPair]) throws -> [GoldPair] {
    guard let encoder else { return pairs }
    return try pairs.map { pair in
      var pair = pair
      pair.vectors = try SpanVectors(pair.source, pair.target, by: encoder)
      return pair
    }
  }

  /// Weights before anything is learned, good enough to leave hopeless beads out.
  static let prior: Weights = {
    var weights = Weights()
    let set: [Feature: Float] = [
      .shape10: -4, .shape01: -4, .shape12: -2, .shape21: -2, .shape22: -4, .shape13: -4,
      .shape31: -4, .shape14: -6, .shape41: -6, .shape23: -6, .shape32: -6, .many: -7, .size: -0.5,
      .forwardWords: 3, .backwardWords: 3, .forwardFigures: 3, .backwardFigures: 3,
      .forwardPunctuation: 1, .backwardPunctuation: 1, .lengthDeviation: -0.3,
      .lengthSquared: -0.5, .crossesSource: -1, .crossesTarget: -1, .weakest: 2,
    ]
    for (feature, value) in set { weights.values[feature.rawValue] = value }
    return weights
  }()

  /// The graphs of the pairs after the rounds of `model`; `nil` for the start table.
  func graphs(_ pairs: [GoldPair], _ model: Model?) -> [TrainingGraph] {
    parallel(pairs.count) { index in
      let pair = pairs[index]
      var pass = AlignmentPass(
        pair.source, pair.target, lexicon: lexicon, terms: [], vectors: pair.vectors)
      if let model { _ = pass.settle(model) }
      return TrainingGraph(pair, pass, model?.final ?? Self.prior, floor: 1e-5)
    }
  }

  /// The weights that make the gold of these graphs most likely.
  func weights(_ graphs: [TrainingGraph], from start: Weights) -> Weights {
    let found = LBFGS().minimise(start.values.map(Double.init)) { point in
      let parts = parallel(graphs.count) { index in
        var gradient = [Double](repeating: 0, count: Feature.count)
        let value = graphs[index].logLikelihood(point, gradient: &gradient)
        return (value, gradient)
      }
      var value = 0.0
      var gradient = [Double](repeating: 0, count: Feature.count)
      for (partValue, partGradient) in parts {
        value -= partValue
        for index in gradient.indices { gradient[index] -= partGradient[index] }
      }
      for index in gradient.indices {
        value += penalty * point[index] * point[index]
        gradient[index] += 2 * penalty * point[index]
      }
      return (value, gradient)
    }
    return Weights(found.map(Float.init))
  }

  /// What `body` makes of each index, in order, whatever the number of threads.
  func parallel<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    let results = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let value = body(index)
      results.withLock { $0[index] = value }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
