internal import Foundation

/// A file's bytes, read in pieces, so that a line too long to be text is refused before it fills
/// the memory. Plain POSIX calls, since they say which error it was.
public enum FileBytes {
  /// The longest line, in bytes: far above any paragraph, far below what hurts.
  static let longestLine = 100_000_000
  /// The largest file, in bytes: ICU counts in 31 bits.
  static let largest = 1_000_000_000

  private static let pieceSize = 1 << 20

  /// The whole file; `-` is standard input.
  public static func read(_ path: String) throws(DocumentError) -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno, path) }
    defer { if path != "-" { close(file) } }
    var bytes: [UInt8] = []
    var lines = LineLimit(name: path)
    while true {
      let piece = try nextPiece(of: file, path)
      if piece.isEmpty { return bytes }
      try lines.take(piece)
      guard bytes.count + piece.count <= largest else { throw .tooLarge(path) }
      bytes += piece
    }
  }

  private static func nextPiece(of file: Int32, _ path: String) throws(DocumentError) -> [UInt8] {
    var result = 0
    let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
      repeat {
        result = Foundation.read(file, buffer.baseAddress, pieceSize)
      } while result < 0 && errno == EINTR
      count = max(result, 0)
    }
    guard result >= 0 else { throw failure(errno, path) }
    return piece
  }

  static func failure(_ code: Int32, _ path: String) -> DocumentError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path)
    case EISDIR: .directory(path)
    default: .unreadable(path, reason: String(cString: strerror(code)))
    }
  }
}

/// Watches pieces of a file go by and refuses a line that is too long.
private struct LineLimit {
  let name: String
  var line = 1
  var length = 0

  /// Takes the next piece. A carriage return ends a line too, as in old Macintosh files.
  mutating func take(_ piece: [UInt8]) throws(DocumentError) {
    for part in piece.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
      .enumerated()
    {
      if part.offset > 0 {
        line += 1
        length = 0
      }
      length += part.element.count
      guard length <= FileBytes.longestLine else { throw .lineTooLong(name, line: line) }
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
