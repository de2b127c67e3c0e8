internal import CMatrix

/// What the network makes of a piece alone, wherever it stands: its table row, its input to the
/// n-gram layers, and its share in the first of them at each place of a window. A text has far fewer
/// distinct pieces than places, so this is computed once for each.
struct PieceNumbers {
  private let index: [Int32: Int]
  /// 512 numbers a piece.
  let table: Rows
  /// 768 numbers a piece, 256 for each n-gram layer.
  let inputs: Rows
  /// For each n-gram layer 256 numbers for each place of its window.
  let shares: [Rows]

  /// - Throws: `EncodingError` when a row of the table is damaged.
  init(
    _ pieces: some Sequence<Int32>, _ sections: EncoderSections, path: String
  ) throws(EncodingError) {
    var (index, distinct): ([Int32: Int], [Int32]) = ([:], [])
    for piece in pieces where index[piece] == nil {
      index[piece] = distinct.count
      distinct.append(piece)
    }
    self.index = index
    let table = try Self.table(distinct, sections, path)
    let inputs = Self.inputs(table, sections)
    (self.table, self.inputs) = (table, inputs)
    shares = zip(Network.orders, [EncoderLayout.Section.first2, .first3, .first5]).map {
      order, section in
      let shares = Rows(count: inputs.count, width: order.length * Network.orderWidth)
      shares.add(
        inputs, from: order.offset, depth: Network.orderWidth, times: sections.numbers(section))
      return shares
    }
  }

  /// The row of a piece.
  subscript(piece: Int32) -> Int { index[piece] ?? 0 }

  private static func table(
    _ pieces: [Int32], _ sections: EncoderSections, _ path: String
  ) throws(EncodingError) -> Rows {
    let (steps, lowest) = (sections.numbers(.steps), sections.numbers(.lowest))
    let rows = Rows(count: pieces.count, width: Network.width)
    for (row, piece) in pieces.enumerated() {
      guard sections.isWhole(row: Int(piece)) else { throw .damagedRow(path, Int(piece)) }
      let chunk = Int(piece) % Network.chunks
      cmatrix_from_levels(
        rows[row], sections.row(Int(piece)).baseAddress, steps[chunk], lowest[chunk],
        Network.width)
    }
    return rows
  }

  private static func inputs(_ table: Rows, _ sections: EncoderSections) -> Rows {
    let width = Network.ordersWidth
    let rows = Rows(count: table.count, width: width, of: sections.numbers(.projectionShift))
    rows.add(table, times: sections.numbers(.projection))
    for row in 0..<rows.count {
      cmatrix_standardise(rows[row], width)
      cmatrix_scale_shift(rows[row], sections.numbers(.gain), sections.numbers(.shift), width)
    }
    return rows
  }
}
