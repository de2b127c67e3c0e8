/// The weights of the features, one each, in the order of `Feature`.
struct Weights: Hashable, Sendable {
  var values: [Float]

  init(_ values: [Float] = [Float](repeating: 0, count: Feature.count)) { self.values = values }

  subscript(_ feature: Feature) -> Float { values[feature.rawValue] }

  /// What a bead of each kind costs after each: match, source null, target null.
  var transitions: [Float] {
    [
      0, 0, 0, 0, self[.sourceRun], self[.sourceToTarget], 0, self[.targetToSource],
      self[.targetRun],
    ]
  }

  /// weights · features.
  func score(_ features: [Float]) -> Float {
    var sum: Float = 0
    for index in 0..<Feature.count { sum += values[index] * features[index] }
    return sum
  }
}
