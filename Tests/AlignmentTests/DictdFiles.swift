/// The two files of a dictd dictionary, made of headwords and articles.
struct DictdFiles {
  private(set) var index = ""
  private(set) var articles: [UInt8] = []

  init(_ entries: [(headword: String, article: String)]) {
    for (headword, article) in entries {
      let start = articles.count
      articles += Array(article.utf8)
      index += "\(headword)\t\(Self.digits(start))\t\(Self.digits(articles.count - start))\n"
    }
  }

  /// A number in dictd's base 64.
  private static func digits(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return number < 64
      ? String(alphabet[number]) : digits(number / 64) + String(alphabet[number % 64])
  }

  /// The articles as dictzip packs them: gzip with a table in the header (field RA), here of one
  /// stored block, whose bytes are not made smaller (RFC 1951, 3.2.4).
  var compressed: [UInt8] {
    let size = UInt16(articles.count)
    let header: [UInt8] = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 3]
    let table: [UInt8] = bytes(UInt16(2)) + bytes(size) + bytes(UInt16(1)) + bytes(size)
    let extra = Array("RA".utf8) + bytes(UInt16(table.count)) + table
    let block = [1] + bytes(size) + bytes(~size) + articles
    return header + bytes(UInt16(extra.count)) + extra + block + bytes(checksum)
      + bytes(UInt32(articles.count))
  }

  private func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 (RFC 1952, 8).
  private var checksum: UInt32 {
    ~articles.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1
      }
    }
  }
}
