/// The weights of the features, one each, in the order of `Feature`.
struct Weights: Hashable, Sendable {
  var values: [Float]

  init(_ values: [Float] = [Float](repeating: 0, count: Feature.count)) { self.values = values }

  subscript(_ feature: Feature) -> Float { values[feature.rawValue] }

  /// What a step from each `LadderState` to each costs; `-.infinity` where there is no step.
  var transitions: [Float] {
    var table = [Float](repeating: -.infinity, count: LadderState.count * LadderState.count)
    for step in LadderState.steps {
      table[step.from * LadderState.count + step.to] = step.feature.map { self[$0] } ?? 0
    }
    return table
  }

  /// weights · features.
  func score(_ features: Features) -> Float {
    values.withUnsafeBufferPointer { values in
      var sums = SIMD4<Float>()
      for index in stride(from: 0, to: Feature.count - 3, by: 4) {
        sums +=
          SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3])
          * SIMD4(features[index], features[index + 1], features[index + 2], features[index + 3])
      }
      var sum = sums.sum()
      for index in Feature.count / 4 * 4..<Feature.count { sum += values[index] * features[index] }
      return sum
    }
  }
}
