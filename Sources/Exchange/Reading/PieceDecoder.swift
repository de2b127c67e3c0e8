internal import Glibc

/// The bytes of a text file as UTF-8, in pieces. UTF-8 goes through as it is, to be checked by whoever
/// takes it; the rest is converted by the C library's iconv.
final class PieceDecoder {
  /// What the file is encoded in.
  let name: String
  private let converter: iconv_t?
  /// Bytes that begin a character whose end has not come yet.
  private var rest: [UInt8] = []
  private var isAtStart = true

  /// - Parameter encoding: its name; `nil` to tell UTF-8 and UTF-16 by their byte-order marks.
  init(_ file: SourceFile, encoding: String?) throws(ExchangeError) {
    let head = try file.head()
    name = encoding?.uppercased() ?? Self.marked(head) ?? "UTF-8"
    if ["UTF-8", "UTF8"].contains(name) {
      converter = nil
    } else {
      let opened = iconv_open("UTF-8", name)
      guard let opened, opened != iconv_t(bitPattern: -1) else {
        throw .unknownEncoding(file.path, name)
      }
      converter = opened
    }
  }

  deinit { if let converter { iconv_close(converter) } }

  private static func marked(_ head: UnsafeRawBufferPointer) -> String? {
    head.starts(with: [0xFF, 0xFE])
      ? "UTF-16LE" : head.starts(with: [0xFE, 0xFF]) ? "UTF-16BE" : nil
  }

  /// The next piece, without a byte-order mark; none at the end.
  func next(_ file: SourceFile) throws(ExchangeError) -> [UInt8] {
    while true {
      let piece = Array(try file.next())
      guard !piece.isEmpty else {
        guard rest.isEmpty else { throw .malformed(file.path, line: nil, encoding: name) }
        return []
      }
      var text = try converted(piece, file)
      guard !text.isEmpty else { continue }
      if isAtStart, text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
      isAtStart = false
      if !text.isEmpty { return text }
    }
  }

  private func converted(
    _ piece: [UInt8], _ file: SourceFile
  ) throws(ExchangeError) -> [UInt8] {
    guard let converter else { return piece }
    var input = (rest + piece).map { CChar(bitPattern: $0) }
    // No character takes more than four bytes of UTF-8, and none less than one of its own.
    var output = [CChar](repeating: 0, count: 4 * input.count)
    var (left, room, reason) = (input.count, output.count, Int32(0))
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        if iconv(converter, &from, &left, &to, &room) == -1 { reason = errno }
      }
    }
    guard reason == 0 || reason == EINVAL, left < 16 else {
      throw .malformed(file.path, line: nil, encoding: name)
    }
    rest = input.suffix(left).map { UInt8(bitPattern: $0) }
    return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
  }
}
