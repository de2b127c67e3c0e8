public import Bitext
internal import Foundation

/// Vectors computed beforehand, by any program: a file of vectors, and a file with the text of each,
/// one a line. The vectors are a `.npy` array of two dimensions (float32 or float64), or raw
/// little-endian float32 as Vecalign reads them beside the texts its `overlap.py` writes.
///
/// Only texts of the file have a vector. Vecalign joins the segments of a span by spaces, Chinese
/// ones too, and writes BLANK_LINE for an empty line, so a span's text is looked for so as well.
public struct VectorFile: SentenceEncoder {
  /// Names the vectors by their SHA-256.
  public let id: String
  public let dimension: Int
  private let path: String
  private let textPath: String
  private let data: Data
  private let start: Int
  private let isDouble: Bool
  private let rows: [String: Int]

  /// Maps the vectors and reads the texts. O(size of both).
  /// - Throws: `EncodingError` when a file cannot be read, is malformed, or they do not match.
  public init(vectors path: String, texts textPath: String) throws(EncodingError) {
    data = try Self.contents(path)
    let texts = try Self.lines(textPath)
    if path.hasSuffix(".npy") {
      (start, dimension, isDouble) = try Self.shape(data, path, texts.count)
    } else {
      (start, isDouble) = (0, false)
      dimension = try Self.dimension(data, path, texts.count)
    }
    (self.path, self.textPath) = (path, textPath)
    rows = Dictionary(zip(texts, texts.indices), uniquingKeysWith: { first, _ in first })
    id = "vectors-\(SHA256.hex(of: data).prefix(12))"
  }

  public func encode(_ texts: [String]) throws -> [Float] {
    try texts.flatMap { try vector([$0]) }
  }

  public func encode(
    spans: [Range<Int>], of segments: [String], joiner: String
  ) throws -> [Float] {
    try spans.flatMap { span in
      let segments = segments[span].map(Self.key)
      return try vector([segments.joined(separator: joiner), segments.joined(separator: " ")])
    }
  }

  /// The vector of the first of these texts that is in the file, of length 1.
  private func vector(_ candidates: [String]) throws(EncodingError) -> [Float] {
    guard let row = candidates.lazy.compactMap({ rows[Self.key($0)] }).first else {
      throw EncodingError(
        textPath, "has no line for the text '\(candidates[0])'",
        fix: "compute vectors of all texts that are aligned, and of their spans")
    }
    let values = row * dimension..<(row + 1) * dimension
    let vector = data.withUnsafeBytes { bytes in values.map { number($0, bytes) } }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0 else {
      throw EncodingError(
        path, "the vector in row \(row) has no direction: it is zero or holds NaN",
        fix: "compute the vectors again")
    }
    return vector.map { Float($0 / length) }
  }

  private func number(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Double {
    func word<Word: FixedWidthInteger>(_ type: Word.Type) -> Word {
      let offset = start + index * MemoryLayout<Word>.size
      return Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }
    return isDouble
      ? Double(bitPattern: word(UInt64.self)) : Double(Float(bitPattern: word(UInt32.self)))
  }

  /// A text as Vecalign writes it.
  private static func key(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? "BLANK_LINE" : text
  }

  /// Vectors as the bytes of such a file.
  /// - Parameter asArray: whether it is a `.npy` array; else raw floats.
  public static func bytes(_ vectors: [Float], dimension: Int, asArray: Bool) -> [UInt8] {
    let header = asArray ? NumPyHeader.bytes(rows: vectors.count / dimension, dimension) : []
    return header
      + vectors.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
  }

  // MARK: Files

  private static func contents(_ path: String) throws(EncodingError) -> Data {
    do { return try Data(contentsOf: URL(filePath: path), options: .alwaysMapped) } catch {
      throw EncodingError(
        path, "cannot be read: \(error.localizedDescription)", fix: "check the name")
    }
  }

  private static func lines(_ path: String) throws(EncodingError) -> [String] {
    guard let text = String(data: try contents(path), encoding: .utf8) else {
      throw EncodingError(path, "is not UTF-8", fix: "convert it to UTF-8")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard !lines.isEmpty else {
      throw EncodingError(path, "holds no text", fix: "write the text of each vector on a line")
    }
    return lines.map { key(String($0)) }
  }

  private static func shape(
    _ data: Data, _ path: String, _ texts: Int
  ) throws(EncodingError) -> (start: Int, dimension: Int, isDouble: Bool) {
    do throws(NumPyHeader.Malformed) {
      let header = try NumPyHeader(Array(data.prefix(NumPyHeader.longest + 12))[...])
      guard ["<f4", "<f8"].contains(header.kind) else {
        throw NumPyHeader.Malformed("holds numbers of the kind \(header.kind), not <f4 or <f8")
      }
      guard header.shape.count == 2, header.shape[1] > 0 else {
        throw NumPyHeader.Malformed("has the shape \(header.shape), not rows and columns")
      }
      try header.check(bytes: data.count - header.size)
      guard header.shape[0] == texts else {
        throw NumPyHeader.Malformed("has \(header.shape[0]) vectors for \(texts) lines of text")
      }
      return (header.size, header.shape[1], header.kind == "<f8")
    } catch { throw malformed(path, error.problem) }
  }

  private static func dimension(
    _ data: Data, _ path: String, _ texts: Int
  ) throws(EncodingError) -> Int {
    guard !data.isEmpty, data.count % (4 * texts) == 0 else {
      throw malformed(path, "has \(data.count) bytes, which \(texts) lines of text cannot share")
    }
    return data.count / (4 * texts)
  }

  private static func malformed(_ path: String, _ problem: String) -> EncodingError {
    EncodingError(path, problem, fix: "write a .npy array, or raw float32, a row for each text")
  }
}
