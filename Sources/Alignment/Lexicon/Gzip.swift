internal import CZlib

/// Inflates gzip (RFC 1952), which dictzip's files are too: theirs have a table for random access
/// in the header, and nothing else that differs.
enum Gzip {
  /// What a compressed file may grow to, against bombs; the largest FreeDict has 100 MB.
  static let largest = 1_000_000_000

  /// Whether the bytes begin as gzip does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The content; `nil` when the bytes are damaged, cut short, or grow beyond `largest`. O(n).
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window, and 16 for the gzip header.
    let opened = inflateInit2_(
      &stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    return input.withUnsafeMutableBufferPointer { input -> [UInt8]? in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      var output: [UInt8] = []
      output.reserveCapacity(input.count * 4)
      var status = Z_OK
      while status == Z_OK {
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        }
        output += piece
        if output.count > largest { return nil }
      }
      return status == Z_STREAM_END ? output : nil
    }
  }
}
