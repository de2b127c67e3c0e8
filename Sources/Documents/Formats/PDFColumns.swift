/// The columns of a page in the order in which they are read: bands from the top, and in a band one
/// column after the other. A block as wide as two columns ends a band. A page without columns is one.
enum PDFColumns {
  /// Each column as its blocks of lines.
  static func ordered(_ blocks: [[PDFLine]]) -> [[[PDFLine]]] {
    let placed = blocks.map { (place: place(of: $0), lines: $0) }
      .sorted { ($0.place.top, $0.place.left) < ($1.place.top, $1.place.left) }
    var ordered: [[[PDFLine]]] = []
    var columns: [(place: PDFBox, blocks: [[PDFLine]])] = []
    func endBand() {
      for column in columns.sorted(by: { $0.place.left < $1.place.left }) {
        ordered.append(column.blocks)
      }
      columns = []
    }
    for block in placed {
      let met = columns.indices.filter { overlap(columns[$0].place, block.place) > 0.3 }
      if met.count > 1 { endBand() }
      if met.count == 1, let index = met.first {
        columns[index].blocks.append(block.lines)
        columns[index].place.left = min(columns[index].place.left, block.place.left)
        columns[index].place.right = max(columns[index].place.right, block.place.right)
      } else {
        columns.append((block.place, [block.lines]))
      }
    }
    endBand()
    return ordered
  }

  private static func place(of lines: [PDFLine]) -> PDFBox {
    var place = lines[0].place
    for line in lines.dropFirst() {
      place.left = min(place.left, line.place.left)
      place.top = min(place.top, line.place.top)
      place.right = max(place.right, line.place.right)
      place.bottom = max(place.bottom, line.place.bottom)
    }
    return place
  }

  /// The share of the narrower one that lies above or below the other.
  private static func overlap(_ a: PDFBox, _ b: PDFBox) -> Double {
    let common = min(a.right, b.right) - max(a.left, b.left)
    return common / max(min(a.width, b.width), 1)
  }
}
