internal import Bitext
internal import CZlib
internal import Foundation

/// The embedded encoder's file, mapped into memory.
struct EncoderFile: Sendable {
  let path: String
  /// The SHA-256 of the checksums of all that is in the file: it names the weights.
  let digest: String
  let layout: EncoderLayout
  private let data: Data

  /// Maps the file and checks its size, its digest and all but its table: some 20 ms.
  init(path: String) throws(EncodingError) {
    self.path = path
    do { data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped) } catch {
      throw .damaged(path, "the encoder cannot be read: \(error.localizedDescription)")
    }
    let header = data.prefix(EncoderLayout.headerBytes)
    guard header.count == EncoderLayout.headerBytes, header.word(0) == EncoderLayout.magic else {
      throw .damaged(path, "this is not an encoder")
    }
    guard header.word(1) == EncoderLayout.version else {
      throw .damaged(path, "the encoder is of another version of bitext")
    }
    layout = EncoderLayout(
      nodes: Int(header.word(2)), characterMapBytes: Int(header.word(3)))
    guard data.count == layout.size else {
      throw .damaged(path, "the encoder has \(data.count) bytes, not \(layout.size)")
    }
    digest = SHA256.hex(of: data[layout.range(.checks)])
    let stated = data[EncoderLayout.digestAt..<EncoderLayout.digestAt + 32]
    guard stated.elementsEqual(Self.bytes(of: digest)) else {
      throw .damaged(path, "the encoder is damaged: its SHA-256 is another")
    }
    try read { sections throws(EncodingError) in
      for section in EncoderLayout.checked where !sections.isWhole(section) {
        throw .damaged(path, "the encoder is damaged in its section '\(section)'")
      }
    }
  }

  /// The bytes that hexadecimal digits stand for.
  static func bytes(of digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
  }

  var bytes: Int { data.count }

  /// Lends the sections' bytes.
  func read<Result, Failure: Error>(
    _ body: (EncoderSections) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome = data.withUnsafeBytes { bytes -> Swift.Result<Result, Failure> in
      do throws(Failure) {
        return .success(try body(EncoderSections(bytes: bytes, layout: layout)))
      } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// Reads all of the table, too, and checks each row: 0.1 s.
  func checkTable() throws(EncodingError) {
    try read { sections throws(EncodingError) in
      for row in 0..<Network.rows where !sections.isWhole(row: row) {
        throw .damagedRow(path, row)
      }
    }
  }
}

/// The mapped sections, as typed memory. Valid while the file is lent.
struct EncoderSections {
  let bytes: UnsafeRawBufferPointer
  let layout: EncoderLayout

  func numbers(_ section: EncoderLayout.Section) -> UnsafePointer<Float> {
    typed(section)
  }

  func words(_ section: EncoderLayout.Section) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: typed(section), count: layout.range(section).count / 4)
  }

  func bytes(_ section: EncoderLayout.Section) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: typed(section), count: layout.range(section).count)
  }

  /// Whether a row of the table has the checksum it should have.
  func isWhole(row: Int) -> Bool {
    EncoderSections.checksum(self.row(row)) == words(.checks)[row]
  }

  /// Whether a section has the checksum it should have.
  func isWhole(_ section: EncoderLayout.Section) -> Bool {
    let checks = words(.checks)[Network.rows...]
    return zip(EncoderLayout.checked, checks).contains { other, check in
      other == section && check == EncoderSections.checksum(bytes(section))
    }
  }

  /// The 512 levels of a row of the table.
  func row(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      rebasing: bytes(.table)[(row * Network.width)..<((row + 1) * Network.width)])
  }

  /// CRC-32, which finds every changed byte.
  static func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes.baseAddress, UInt32(bytes.count)))
  }

  private func typed<Value>(_ section: EncoderLayout.Section) -> UnsafePointer<Value> {
    let range = layout.range(section)
    let rebased = UnsafeRawBufferPointer(rebasing: bytes[range])
    let count = range.count / MemoryLayout<Value>.stride
    guard let base = rebased.baseAddress, count > 0 else { preconditionFailure("empty section") }
    return base.bindMemory(to: Value.self, capacity: count)
  }
}

extension Data {
  fileprivate func word(_ index: Int) -> UInt32 {
    let start = startIndex + index * 4
    return self[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
