internal import CMatrix

/// Rows of floats in one piece of memory, each as long as the others. A class, since it owns memory
/// that is lent as pointers: they are good as long as it is there.
final class Rows {
  let count: Int
  let width: Int
  private let start: UnsafeMutablePointer<Float>

  /// Rows of zeros.
  init(count: Int, width: Int) {
    (self.count, self.width) = (count, width)
    start = .allocate(capacity: count * width)
    start.initialize(repeating: 0, count: count * width)
  }

  /// Each row a copy of the same numbers.
  convenience init(count: Int, width: Int, of row: UnsafePointer<Float>) {
    self.init(count: count, width: width)
    for index in 0..<count { self[index].update(from: row, count: width) }
  }

  deinit { start.deallocate() }

  /// Where a row begins.
  subscript(row: Int) -> UnsafeMutablePointer<Float> {
    precondition((0..<count).contains(row))
    return start + row * width
  }

  /// All numbers, row by row.
  var flat: [Float] { Array(UnsafeBufferPointer(start: start, count: count * width)) }

  /// Negative numbers become 0.
  func clip() { cmatrix_clip(start, count * width) }

  /// Adds the product of other rows, from a column on, and a packed matrix.
  /// - Parameters:
  ///   - rows: the other rows, as many as these.
  ///   - depth: how many numbers of each; all unless said otherwise.
  ///   - columns: the columns to add to, as many as the matrix has; all unless said otherwise.
  func add(
    _ other: Rows, rows: [Int]? = nil, from column: Int = 0, depth: Int? = nil,
    times matrix: UnsafePointer<Float>, to columns: Range<Int>? = nil
  ) {
    guard count > 0 else { return }
    let columns = columns ?? 0..<width
    let pointers = (rows ?? Array(0..<count)).map { Optional(UnsafePointer(other[$0] + column)) }
    cmatrix_multiply_add(
      pointers, count, matrix, depth ?? other.width, columns.count, start + columns.lowerBound,
      width)
  }
}
