// The product of matrices in C: against its definition, and the same whatever stands beside a row.
import Bitext
import CMatrix
import Testing

@Suite struct MatrixTests {
  static let shapes = [1, 5, 6, 7, 96, 97].flatMap { rows in
    [(1, 16), (256, 32), (257, 16), (600, 48)].map { (rows: rows, depth: $0.0, columns: $0.1) }
  }

  @Test(arguments: shapes)
  func productIsTheSumOfProducts(rows: Int, depth: Int, columns: Int) {
    var random = SeededGenerator(7)
    let left = random.floats(rows * depth)
    let right = random.floats(depth * columns)
    var expected = [Double](repeating: 1, count: rows * columns)
    for row in 0..<rows {
      for inner in 0..<depth {
        for column in 0..<columns {
          expected[row * columns + column] +=
            Double(left[row * depth + inner]) * Double(right[inner * columns + column])
        }
      }
    }
    for portable in [false, true] {
      let sums = multiplied(left, depth, right, columns, portable: portable)
      for (sum, value) in zip(sums, expected) { #expect(abs(Double(sum) - value) < 1e-3) }
    }
  }

  @Test func aRowDependsOnNothingBesideIt() {
    var random = SeededGenerator(8)
    let (depth, columns) = (300, 32)
    let left = random.floats(8 * depth)
    let right = random.floats(depth * columns)
    for portable in [false, true] {
      let together = multiplied(left, depth, right, columns, portable: portable)
      let alone = (0..<8).flatMap { row in
        multiplied(
          Array(left[(row * depth)..<((row + 1) * depth)]), depth, right, columns,
          portable: portable)
      }
      #expect(together == alone)
    }
  }

  @Test func standardisedValuesHaveMeanZeroAndVarianceOne() {
    var random = SeededGenerator(9)
    var values = random.floats(1280).map { $0 * 5 + 3 }
    cmatrix_standardise(&values, values.count)
    #expect(abs(values.reduce(0, +) / 1280) < 1e-5)
    #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 1280 - 1) < 1e-5)
  }

  /// Ones plus the product, by C.
  private func multiplied(
    _ left: [Float], _ depth: Int, _ right: [Float], _ columns: Int, portable: Bool
  ) -> [Float] {
    let panel = Int(CMATRIX_PANEL)
    let packed = stride(from: 0, to: columns, by: panel).flatMap { column in
      (0..<depth).flatMap { row in
        right[(row * columns + column)..<(row * columns + column + panel)]
      }
    }
    let rows = left.count / depth
    var sums = [Float](repeating: 1, count: rows * columns)
    left.withUnsafeBufferPointer { left in
      let pointers = (0..<rows).map { row in left.baseAddress.map { $0 + row * depth } }
      let multiply = portable ? cmatrix_multiply_add_portable : cmatrix_multiply_add
      multiply(pointers, rows, packed, depth, columns, &sums, columns)
    }
    return sums
  }
}

extension SeededGenerator {
  mutating func floats(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float.random(in: -1...1, using: &self) }
  }
}
