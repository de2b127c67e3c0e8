internal import Glibc

/// The lines of a text file, whatever it is encoded in, one at a time. A line ends with LF, CR LF or CR.
final class TextLines {
  /// The longest line, in bytes of UTF-8: far above any pair of texts, and below what hurts.
  static let longest = 16_000_000

  private let file: SourceFile
  private let decoder: PieceDecoder
  private var bytes: [UInt8] = []
  private var place = 0
  private var isAtEnd = false
  /// The number of the line that was given last, counted from 1.
  private(set) var number = 0

  /// - Parameter encoding: its name, as iconv knows it; `nil` for UTF-8, or UTF-16 with a byte-order
  ///   mark.
  init(_ file: SourceFile, encoding: String? = nil) throws(ExchangeError) {
    self.file = file
    decoder = try PieceDecoder(file, encoding: encoding)
  }

  /// The next line without its end; `nil` after the last.
  func next() throws(ExchangeError) -> String? {
    guard let range = try nextRange() else { return nil }
    number += 1
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw .malformed(file.path, line: number, encoding: decoder.name)
    }
    guard memchr(bytes, range, 0) == nil else { throw .binary(file.path, line: number) }
    return text
  }

  private func memchr(_ bytes: [UInt8], _ range: Range<Int>, _ byte: UInt8) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, !range.isEmpty,
        let found = Glibc.memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// Where the next line stands in the buffer.
  private func nextRange() throws(ExchangeError) -> Range<Int>? {
    var searched = place
    while true {
      if let end = lineEnd(from: searched) {
        let start = place
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        place = end + (isPair ? 2 : 1)
        return start..<end
      }
      guard bytes.count - place <= Self.longest else {
        throw .lineTooLong(file.path, line: number + 1)
      }
      let held = bytes.count - place
      guard try fill() else {
        guard place < bytes.count else { return nil }
        defer { place = bytes.count }
        return place..<(bytes.last == 0x0D ? bytes.count - 1 : bytes.count)
      }
      searched = max(0, held - 1)
    }
  }

  /// The next line end; a CR that is the last byte held may be half of one.
  private func lineEnd(from start: Int) -> Int? {
    let feed = memchr(bytes, start..<bytes.count, 0x0A)
    let carriage = memchr(bytes, start..<(feed ?? bytes.count), 0x0D)
    guard let carriage, carriage + 1 < bytes.count || isAtEnd else {
      return carriage == nil ? feed : nil
    }
    return carriage
  }

  /// Takes more bytes in; false at the end of the file.
  private func fill() throws(ExchangeError) -> Bool {
    guard !isAtEnd else { return false }
    bytes.removeSubrange(..<place)
    place = 0
    let piece = try decoder.next(file)
    isAtEnd = piece.isEmpty
    bytes += piece
    return true
  }
}
