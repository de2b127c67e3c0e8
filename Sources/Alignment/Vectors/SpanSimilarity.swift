internal import CMatrix

/// How alike the vectors of spans of both sides are, inside the corridor: cosines, and the cosines
/// with what surrounds the other span, against which a cosine is to be held, since a general
/// sentence is near to everything (Artetxe & Schwenk 2019 hold it against the nearest neighbours).
///
/// Cost: cells of the corridor × 24 × dimension, as products of matrices.
final class SpanSimilarity {
  private static let longest = SpanVectors.longest
  /// Numbers of a cell: a cosine for each pair of span lengths; for each source length the cosine
  /// with the target's surroundings; for each target length that with the source's.
  private static let cell = longest * longest + 2 * longest

  /// The cells of one source segment.
  private struct Row {
    var start = 0
    /// The target segments of the window.
    var first = 0
    var width = 0
  }

  private var rows: [Row] = []
  private let cells: UnsafeMutablePointer<Float>
  /// For each segment the greatest cosine with a segment of the other side that the corridor lets
  /// it face.
  private(set) var bestSource: [Float]
  private(set) var bestTarget: [Float]

  init(_ vectors: SpanVectors, _ corridor: Corridor) {
    bestSource = [Float](repeating: -1, count: vectors.source.count)
    bestTarget = [Float](repeating: -1, count: vectors.target.count)
    var size = 0
    for i in 0..<vectors.source.count {
      let last = min(corridor.high[i], vectors.target.count - 1)
      let width = max(0, last - corridor.low[i] + 1)
      rows.append(Row(start: size, first: corridor.low[i], width: width))
      size += width * Self.cell
    }
    cells = .allocate(capacity: size)
    cells.initialize(repeating: 0, count: size)
    for i in rows.indices where rows[i].width > 0 { fill(i, vectors) }
    for i in rows.indices {
      for j in rows[i].first..<rows[i].first + rows[i].width
      where j + 1 >= corridor.low[i + 1] && j + 1 <= corridor.high[i + 1] {
        let cosine = cells[at(i, j)]
        bestSource[i] = max(bestSource[i], cosine)
        bestTarget[j] = max(bestTarget[j], cosine)
      }
    }
  }

  deinit { cells.deallocate() }

  // MARK: Reading

  @inline(__always)
  private func at(_ i: Int, _ j: Int) -> Int { rows[i].start + (j - rows[i].first) * Self.cell }

  @inline(__always)
  private func reaches(_ i: Int, _ j: Int) -> Bool {
    i < rows.count && j >= rows[i].first && j < rows[i].first + rows[i].width
  }

  /// The cosine of the span of `a` source segments from i and that of `b` target segments from j,
  /// one of them of up to `SpanVectors.longest`; `nil` outside the corridor. A longer span counts as
  /// two, each by its share of the segments.
  @inline(__always)
  func cosine(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Float? {
    value(i, j, a, b) { at, a, b in cells[at + (a - 1) * Self.longest + b - 1] }
  }

  /// The mean of the two spans' cosines with what surrounds the other.
  @inline(__always)
  func surroundings(_ i: Int, _ j: Int, _ a: Int, _ b: Int) -> Float? {
    value(i, j, a, b) { at, a, b in
      let first = at + Self.longest * Self.longest
      return 0.5 * (cells[first + a - 1] + cells[first + Self.longest + b - 1])
    }
  }

  @inline(__always)
  private func value(
    _ i: Int, _ j: Int, _ a: Int, _ b: Int, _ read: (Int, Int, Int) -> Float
  ) -> Float? {
    guard reaches(i, j) else { return nil }
    let whole = read(at(i, j), min(a, Self.longest), min(b, Self.longest))
    let rest = max(a, b) - Self.longest
    guard rest > 0 else { return whole }
    let (k, l) = a > b ? (i + Self.longest, j) : (i, j + Self.longest)
    guard reaches(k, l) else { return whole }
    let other = read(at(k, l), a > b ? rest : a, a > b ? b : rest)
    return whole + (other - whole) * Float(rest) / Float(rest + Self.longest)
  }

  // MARK: Filling

  /// The cells of one source segment, by products of its spans with the target's panels.
  private func fill(_ i: Int, _ vectors: SpanVectors) {
    let dimension = vectors.source.dimension
    let window = rows[i].first..<rows[i].first + rows[i].width
    vectors.source.spans.withUnsafeBufferPointer { spans in
      vectors.source.surroundings.withUnsafeBufferPointer { surroundings in
        var given: [UnsafePointer<Float>?] = (0..<Self.longest).map {
          spans.baseAddress! + (i * Self.longest + $0) * dimension
        }
        let around = Self.product(
          given, vectors.target.surroundings, dimension, window, segments: VectorPanels.width)
        given.append(surroundings.baseAddress! + i * dimension)
        let near = Self.product(
          given, vectors.target.spans, dimension, window,
          segments: VectorPanels.width / Self.longest)
        for j in window { write(to: cells + at(i, j), near, around, j) }
      }
    }
  }

  /// Sums by row and column, and the segment the columns begin with.
  private typealias Product = (sums: [Float], width: Int, first: Int)

  /// The products of some rows with the columns of the window's segments.
  /// - Parameter segments: how many segments a panel has.
  private static func product(
    _ rows: [UnsafePointer<Float>?], _ panels: [Float], _ dimension: Int, _ window: Range<Int>,
    segments: Int
  ) -> Product {
    let first = window.lowerBound / segments
    let count = (window.upperBound + segments - 1) / segments - first
    let width = count * VectorPanels.width
    var sums = [Float](repeating: 0, count: rows.count * width)
    panels.withUnsafeBufferPointer { panels in
      cmatrix_multiply_add(
        rows, rows.count, panels.baseAddress! + first * VectorPanels.width * dimension, dimension,
        width, &sums, width)
    }
    return (sums, width, first * segments)
  }

  private func write(
    to cell: UnsafeMutablePointer<Float>, _ near: Product, _ around: Product, _ j: Int
  ) {
    let column = (j - near.first) * Self.longest
    for a in 0..<Self.longest {
      for b in 0..<Self.longest {
        cell[a * Self.longest + b] = near.sums[a * near.width + column + b]
      }
      let hubs = cell + Self.longest * Self.longest
      hubs[a] = around.sums[a * around.width + j - around.first]
      hubs[Self.longest + a] = near.sums[Self.longest * near.width + column + a]
    }
  }
}
