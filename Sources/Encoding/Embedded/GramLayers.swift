internal import CMatrix

/// The two n-gram layers, and the sum of what comes of each place of a passage.
struct GramLayers {
  let sections: EncoderSections
  let numbers: PieceNumbers

  /// Places done at a time: what they need fits a second-level cache of a megabyte.
  private static let batch = 96

  /// For each passage the sum of its core's features, each place standardised: 1280 numbers.
  func sums(_ passages: [Passage]) -> Rows {
    let sums = Rows(count: passages.count, width: Network.featureWidth)
    var start = 0
    while start < passages.count {
      var (end, places) = (start, 0)
      while end < passages.count, places == 0 || places + passages[end].core.count <= Self.batch {
        places += passages[end].core.count
        end += 1
      }
      add(places, of: passages, start..<end, to: sums)
      start = end
    }
    return sums
  }

  /// The same for some of the passages, which have so many places.
  private func add(_ places: Int, of passages: [Passage], _ range: Range<Int>, to sums: Rows) {
    let margins = Passage.reach * range.count
    let first = Rows(count: places + margins, width: Network.ordersWidth)
    var (row, cores): (Int, [Int]) = (0, [])
    for index in range {
      let core = passages[index].core
      fillFirst(first, from: row, passages[index])
      cores += (row + Network.reach)..<(row + Network.reach + core.count)
      row += core.count + Passage.reach
    }
    let second = secondLayer(first, cores)
    let features = Rows(count: 1, width: Network.featureWidth)
    row = 0
    for index in range {
      for place in passages[index].core {
        let piece = numbers[passages[index].pieces[place]]
        features[0].update(from: numbers.table[piece], count: Network.width)
        cmatrix_clip_add(second[row], first[cores[row]], Network.ordersWidth)
        (features[0] + Network.width).update(from: second[row], count: Network.ordersWidth)
        cmatrix_standardise(features[0], Network.featureWidth)
        cmatrix_add(sums[index], features[0], Network.featureWidth)
        row += 1
      }
    }
  }

  /// Rows of the first layer for a passage's core and two places on either side of it; they stay
  /// zero where the text has ended.
  private func fillFirst(_ rows: Rows, from start: Int, _ passage: Passage) {
    let at = passage.pieces.map { numbers[$0] }
    for row in 0..<passage.core.count + Passage.reach {
      let place = passage.core.lowerBound - Network.reach + row
      guard at.indices.contains(place) else { continue }
      let sums = rows[start + row]
      sums.update(from: sections.numbers(.firstShift), count: Network.ordersWidth)
      for order in Network.orders {
        let shares = numbers.shares[order.index]
        for slot in 0..<order.length {
          let neighbour = place - order.left + slot
          guard at.indices.contains(neighbour) else { continue }
          cmatrix_add(
            sums + order.offset, shares[at[neighbour]] + slot * Network.orderWidth,
            Network.orderWidth)
        }
      }
      cmatrix_clip_add(sums, numbers.inputs[at[place]], Network.ordersWidth)
    }
  }

  /// The second layer before its negative numbers are cut off, for these rows of the first.
  private func secondLayer(_ first: Rows, _ cores: [Int]) -> Rows {
    let width = Network.orderWidth
    let rows = Rows(
      count: cores.count, width: Network.ordersWidth, of: sections.numbers(.secondShift))
    for (order, section) in zip(
      Network.orders, [EncoderLayout.Section.second2, .second3, .second5])
    {
      for slot in 0..<order.length {
        rows.add(
          first, rows: cores.map { $0 - order.left + slot }, from: order.offset, depth: width,
          times: sections.numbers(section) + slot * width * width,
          to: order.offset..<order.offset + width)
      }
    }
    return rows
  }
}
