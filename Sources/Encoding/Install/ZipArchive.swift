internal import CZlib

/// The files of a zip archive (PKWARE APPNOTE 6.3), stored or deflated, each checked by its CRC-32.
/// Enough for Python's wheels and NumPy's `.npz`; no encryption, no zip64.
struct ZipArchive {
  private struct Entry {
    var method: Int
    var checksum: UInt32
    var packed: Int
    var size: Int
    var at: Int
  }

  /// What one file may grow to; the largest of the encoder has 30 MB.
  private static let largest = 200_000_000

  private let bytes: ArraySlice<UInt8>
  private var entries: [String: Entry] = [:]

  /// Reads the directory; `nil` when the bytes are no zip archive.
  init?(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    // The end record has 22 bytes, and a remark of at most 65,535 behind it.
    let earliest = max(0, bytes.count - 22 - 65_535)
    guard bytes.count >= 22,
      let end = (earliest...(bytes.count - 22)).last(where: { word($0) == 0x0605_4B50 })
    else { return nil }
    var at = Int(word(end + 16))
    for _ in 0..<half(end + 10) {
      guard at + 46 <= bytes.count, word(at) == 0x0201_4B50 else { return nil }
      let nameEnd = at + 46 + half(at + 28)
      guard nameEnd <= bytes.count else { return nil }
      entries[String(decoding: slice(at + 46, nameEnd), as: UTF8.self)] = Entry(
        method: half(at + 10), checksum: word(at + 16), packed: Int(word(at + 20)),
        size: Int(word(at + 24)), at: Int(word(at + 42)))
      at = nameEnd + half(at + 30) + half(at + 32)
    }
  }

  /// A file's content; `nil` when there is none of this name or it is damaged. O(n).
  func file(_ name: String) -> [UInt8]? {
    guard let entry = entries[name], entry.size <= Self.largest, entry.at + 30 <= bytes.count,
      word(entry.at) == 0x0403_4B50
    else { return nil }
    let start = entry.at + 30 + half(entry.at + 26) + half(entry.at + 28)
    guard start + entry.packed <= bytes.count else { return nil }
    let packed = slice(start, start + entry.packed)
    guard let content = entry.method == 0 ? Array(packed) : inflated(packed, entry),
      content.count == entry.size,
      content.withUnsafeBufferPointer({ EncoderSections.checksum($0) }) == entry.checksum
    else { return nil }
    return content
  }

  private func inflated(_ packed: ArraySlice<UInt8>, _ entry: Entry) -> [UInt8]? {
    guard entry.method == 8 else { return nil }
    var stream = z_stream()
    // 15 bits of window; negative: deflate without a header.
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var status = Z_OK
    var packed = Array(packed)
    let content = packed.withUnsafeMutableBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: entry.size) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        status = inflate(&stream, Z_FINISH)
        count = output.count - Int(stream.avail_out)
      }
    }
    return status == Z_STREAM_END ? content : nil
  }

  // MARK: Bytes

  private func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)]
  }

  private func half(_ at: Int) -> Int {
    Int(bytes[bytes.startIndex + at]) | Int(bytes[bytes.startIndex + at + 1]) << 8
  }

  private func word(_ at: Int) -> UInt32 { UInt32(half(at)) | UInt32(half(at + 2)) << 16 }
}
