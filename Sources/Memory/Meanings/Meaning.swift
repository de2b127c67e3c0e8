internal import CMatrix
internal import Foundation

/// A vector as it is kept for search: levels of one byte from -127 to 127, and what one level is
/// worth. Rounding turns a vector of 512 numbers by less than half a degree.
struct Meaning {
  /// The worth of a level, a 32-bit float; then the levels. Least significant byte first.
  let bytes: Data

  /// Keeps a vector, scaled to length 1; one of zeros stays so.
  init(_ vector: [Float]) {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let greatest = vector.reduce(0) { max($0, abs($1)) }
    let scale = greatest > 0 ? 127 / greatest : 0
    let levels = vector.map { UInt8(bitPattern: Int8(($0 * scale).rounded())) }
    let worth: Float = greatest > 0 ? greatest / (127 * length) : 0
    bytes = withUnsafeBytes(of: worth.bitPattern.littleEndian) { Data($0) } + levels
  }

  /// The cosine of a vector of length 1 with one that is kept; `nil` when that has another dimension.
  static func cosine(_ vector: [Float], _ kept: UnsafeRawBufferPointer) -> Float? {
    guard kept.count == vector.count + 4, let start = kept.baseAddress else { return nil }
    let worth = Float(
      bitPattern: UInt32(littleEndian: kept.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
    let levels = (start + 4).assumingMemoryBound(to: Int8.self)
    return cmatrix_dot_levels(vector, levels, vector.count) * worth
  }

  /// One bit for each number, set where it is positive, as words.
  static func sketch(_ vector: [Float]) -> [UInt64] {
    stride(from: 0, to: vector.count, by: 64).map { start in
      (0..<64).reduce(0) { $0 | (vector[start + $1] > 0 ? 1 << UInt64($1) : 0) }
    }
  }
}

extension [UInt64] {
  /// The numbers, least significant byte first.
  var data: Data { map(\.littleEndian).withUnsafeBytes { Data($0) } }

  /// The numbers of `data`.
  init(_ data: UnsafeRawBufferPointer) {
    self = (0..<data.count / 8).map {
      UInt64(littleEndian: data.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
    }
  }
}
