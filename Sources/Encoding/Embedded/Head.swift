internal import CMatrix

/// From the sums of texts' features to their vectors: the mean, projected, then two layers, each of
/// which a shortcut goes around.
struct Head {
  let sections: EncoderSections

  /// A vector of length 1 for each row.
  /// - Parameters:
  ///   - sums: the sum of the features of each text's places.
  ///   - places: how many places each has.
  func vectors(_ sums: Rows, places: [Int]) -> Rows {
    let texts = pooled(sums, places)
    let inner = product(texts, .head0, Network.innerWidth)
    inner.clip()
    let middle = product(texts, .skip1, Network.innerWidth)
    middle.add(inner, times: sections.numbers(.head1))
    middle.clip()
    let outer = product(middle, .head2, Network.width)
    outer.clip()
    let vectors = product(middle, .skip3, Network.width)
    vectors.add(outer, times: sections.numbers(.head3))
    for row in 0..<vectors.count { cmatrix_tanh_unit(vectors[row], Network.width) }
    return vectors
  }

  /// The projected sum over the root of the number of places, so that long texts weigh more.
  private func pooled(_ sums: Rows, _ places: [Int]) -> Rows {
    let rows = product(sums, .pooling, Network.width)
    let shift = sections.numbers(.poolingShift)
    for (row, count) in places.enumerated() {
      let scale = 1 / Float(count).squareRoot()
      for column in 0..<Network.width {
        rows[row][column] = (rows[row][column] + Float(count) * shift[column]) * scale
      }
    }
    return rows
  }

  private func product(_ rows: Rows, _ section: EncoderLayout.Section, _ width: Int) -> Rows {
    let product = Rows(count: rows.count, width: width)
    product.add(rows, times: sections.numbers(section))
    return product
  }
}
