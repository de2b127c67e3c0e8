// A vector as a workspace keeps it, and what it is found by.
public import Bitext
public import Foundation

/// A vector in the precision in which it is kept: half floats (IEEE 754 binary16), least significant
/// byte first, two bytes a number. A vector of length 1 loses some 1e-5 of its length and direction.
public struct KeptVector: Hashable, Sendable {
  let bytes: Data

  /// Rounds a vector's numbers to the nearest half floats.
  public init(_ numbers: ArraySlice<Float>) {
    bytes = numbers.map { Float16($0).bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
  }

  /// Puts the numbers into a matrix.
  public func fill(row: Int, of matrix: inout [Float]) {
    bytes.withUnsafeBytes { Self.fill(row: row, of: &matrix, with: $0) }
  }

  /// Puts numbers that are kept as these bytes into a matrix.
  static func fill(row: Int, of matrix: inout [Float], with bytes: UnsafeRawBufferPointer) {
    let width = bytes.count / 2
    matrix.withUnsafeMutableBufferPointer { matrix in
      for column in 0..<width {
        let half = bytes.loadUnaligned(fromByteOffset: 2 * column, as: UInt16.self)
        matrix[row * width + column] = Float(Float16(bitPattern: UInt16(littleEndian: half)))
      }
    }
  }
}

/// What the vectors of one encoder are found by: the first half of the SHA-256 of the encoder, the
/// length of its vectors, and the segments with what joins them. Borders count, since an encoder
/// may take joined segments otherwise than the same text in one.
public struct VectorKeys: Sendable {
  private let encoder: SHA256

  /// No byte of UTF-8, so it parts what cannot hold it.
  private static let border: [UInt8] = [0xFF]

  /// Keys for the vectors of this encoder.
  public init(_ encoder: some SentenceEncoder) {
    var digest = SHA256()
    digest.update("\(encoder.id) \(encoder.dimension)".utf8)
    self.encoder = digest
  }

  /// The key of the vector of these segments, joined: 16 bytes. O(length of the text).
  public func key(of segments: ArraySlice<String>, joiner: String) -> Data {
    var digest = encoder
    for (index, segment) in zip(segments.indices, segments) {
      digest.update(Self.border)
      if index > segments.startIndex {
        digest.update(joiner.utf8)
        digest.update(Self.border)
      }
      digest.update(segment.utf8)
    }
    return digest.words.prefix(4).reduce(into: Data(capacity: 16)) { key, word in
      withUnsafeBytes(of: word.bigEndian) { key.append(contentsOf: $0) }
    }
  }
}
