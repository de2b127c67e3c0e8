/// The text of an exchange file, which is read, inflated, digested and made UTF-8 on a thread of its own
/// while what came before is parsed.
final class UTF8Input {
  /// The encoding the file is in: `UTF-8`, `UTF-16LE`, `windows-1252`.
  let encoding: String
  /// As the user wrote it, for messages.
  let path: String
  private let file: InputFile
  private let pieces: UTF8Pieces
  private let reading: ReadAhead<[UInt8], ExchangeError>

  /// Begins to read a file.
  /// - Parameter encoding: overrules what the file says of itself.
  init(_ file: InputFile, encoding: String? = nil) throws(ExchangeError) {
    // The thread has them to itself until it has ended.
    nonisolated(unsafe) let pieces = try UTF8Pieces(file, encoding: encoding)
    self.file = file
    self.pieces = pieces
    self.encoding = pieces.encoding
    path = file.path
    reading = ReadAhead { put throws(ExchangeError) in
      while case let piece = try pieces.next(), !piece.isEmpty, put(Array(piece)) {}
    }
  }

  deinit { reading.giveUp() }

  /// The next bytes; none at the end.
  func next() throws(ExchangeError) -> [UInt8] { try reading.next() ?? [] }

  /// How many control characters were taken out, since XML forbids them; asked for at the end.
  var controls: Int { pieces.controls }

  /// Reads what is left of the file, whatever it is.
  /// - Returns: SHA-256 of its bytes as they arrived, 64 lower-case hexadecimal digits.
  func restDigest() throws(ExchangeError) -> String {
    reading.giveUp()
    do throws(ExchangeError) { while try reading.next() != nil {} } catch {}
    return try file.restDigest()
  }
}
