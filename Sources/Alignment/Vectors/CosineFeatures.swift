/// The features that vectors give a bead.
extension BeadScorer {
  /// Cosines are doubled, so that they spread about as far as other features do and the penalty on
  /// large weights bears on all alike.
  private static let scale: Float = 2
  /// Tokens of a bead in which the margin counts in full, once.
  private static let usualTokens: Float = 40

  func cosines(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int, _ similarity: SpanSimilarity, _ out: Features
  ) {
    let cosine = Self.scale * (similarity.cosine(i, j, a, b) ?? 0)
    let margin = cosine - Self.scale * (similarity.surroundings(i, j, a, b) ?? 0)
    let size = Float(a + b)
    let tokens = sourceSums[.tokens, i, i + a] + targetSums[.tokens, j, j + b]
    let best = Self.scale * (sourceSums[.cosine, i, i + a] + targetSums[.cosine, j, j + b])
    out[Feature.cosine.rawValue] = cosine
    out[Feature.cosineSize.rawValue] = cosine * size
    out[Feature.margin.rawValue] = margin
    out[Feature.marginSize.rawValue] = margin * size
    out[Feature.marginLength.rawValue] = margin * min(2, tokens / Self.usualTokens)
    out[Feature.cosineLow.rawValue] = max(0, 0.4 * Self.scale - cosine)
    out[Feature.cosineHigh.rawValue] = max(0, cosine - 0.7 * Self.scale)
    out[Feature.marginLow.rawValue] = max(0, 0.3 * Self.scale - margin)
    out[Feature.cosineDensity.rawValue] = cosine * max(-1, min(2, out[Feature.density.rawValue]))
    out[Feature.cosineWider.rawValue] = wider(i, j, a, b, similarity) - cosine
    out[Feature.cosineRegret.rawValue] = best / size - cosine
    out[Feature.cosineRegretSize.rawValue] = best - cosine * size
    guard a + b > 2 else { return }
    out[Feature.cosineSeveral.rawValue] = cosine
    out[Feature.cosineMarginal.rawValue] = cosine - narrower(i, j, a, b, similarity)
  }

  /// The best cosine with one more segment at either end of either side, or with none.
  @inline(__always)
  private func wider(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int, _ similarity: SpanSimilarity
  ) -> Float {
    var best = similarity.cosine(i, j, a, b) ?? 0
    if a < SpanVectors.longest {
      if i + a < source.count { best = max(best, similarity.cosine(i, j, a + 1, b) ?? -1) }
      if i > 0 { best = max(best, similarity.cosine(i - 1, j, a + 1, b) ?? -1) }
    }
    if b < SpanVectors.longest {
      if j + b < target.count { best = max(best, similarity.cosine(i, j, a, b + 1) ?? -1) }
      if j > 0 { best = max(best, similarity.cosine(i, j - 1, a, b + 1) ?? -1) }
    }
    return Self.scale * best
  }

  /// The best cosine without one of the outer segments of a side that has several.
  @inline(__always)
  private func narrower(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int, _ similarity: SpanSimilarity
  ) -> Float {
    var best: Float = -1
    if a > 1 {
      best = max(best, similarity.cosine(i, j, a - 1, b) ?? -1)
      best = max(best, similarity.cosine(i + 1, j, a - 1, b) ?? -1)
    }
    if b > 1 {
      best = max(best, similarity.cosine(i, j, a, b - 1) ?? -1)
      best = max(best, similarity.cosine(i, j + 1, a, b - 1) ?? -1)
    }
    return Self.scale * best
  }

  func nullCosine(
    _ segment: Int, _ isSource: Bool, _ similarity: SpanSimilarity, _ out: Features
  ) {
    let best = isSource ? similarity.bestSource[segment] : similarity.bestTarget[segment]
    out[Feature.nullCosine.rawValue] = Self.scale * best
    out[Feature.nullCosineSquared.rawValue] = Self.scale * Self.scale * best * abs(best)
  }
}
