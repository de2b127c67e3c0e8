// Zip files for tests, written as the format has it (PKWARE's APPNOTE): parts stored, not deflated, so
// that a test can see what is in them.

enum Zip {
  /// A zip file of parts of text.
  static func file(_ parts: [(name: String, text: String)]) -> [UInt8] {
    file(parts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// A zip file of parts.
  /// - Parameter declared: the size that every part is said to have; else its own.
  static func file(_ parts: [(name: String, bytes: [UInt8])], declared: Int? = nil) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let start = file.count
      let header = header(part.name, part.bytes, declared ?? part.bytes.count)
      file += [0x50, 0x4B, 3, 4] + header + Array(part.name.utf8) + part.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + header + [UInt8](repeating: 0, count: 10)
      directory += little(start, 4) + Array(part.name.utf8)
    }
    let end = little(parts.count, 2) + little(parts.count, 2) + little(directory.count, 4)
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + end + little(file.count, 4) + [0, 0]
  }

  private static func header(_ name: String, _ bytes: [UInt8], _ declared: Int) -> [UInt8] {
    [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x58] + little(Int(checksum(bytes)), 4) + little(bytes.count, 4)
      + little(declared, 4) + little(name.utf8.count, 2) + [0, 0]
  }

  private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
        crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
      }
    }
  }
}
