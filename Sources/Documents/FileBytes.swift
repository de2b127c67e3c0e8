internal import Foundation

/// A file's bytes, read in pieces, so that a line too long to be text is refused before it fills
/// the memory. Lines are of no matter in a file that begins as no plain text does, but such a file
/// may not be as large. Plain POSIX calls, since they say which error it was.
public enum FileBytes {
  /// The longest line or paragraph, in bytes: far above any, the whole Bible being four million, and
  /// below what hurts: each byte takes some seventy of memory until the segments are found.
  static let longestLine = 5_000_000
  /// The largest plain text, in bytes: ICU counts in 31 bits.
  static let largestText = 1_000_000_000
  /// The largest file of another kind, in bytes: what is made of it must be held beside it.
  static let largestOther = 400_000_000

  private static let pieceSize = 1 << 20

  /// The whole file; `-` is standard input.
  public static func read(_ path: String) throws(DocumentError) -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno, path) }
    defer { if path != "-" { close(file) } }
    var bytes: [UInt8] = []
    var piece = try nextPiece(of: file, path)
    let isText = !hasLongLines(piece)
    let limit = isText ? largestText : largestOther
    let size = size(of: file)
    guard isText || size <= limit else { throw .tooLarge(path, limit: limit) }
    bytes.reserveCapacity(min(size, limit))
    var lines = LineLimit(name: path)
    while !piece.isEmpty {
      if isText { try lines.take(piece) }
      guard bytes.count + piece.count <= limit else { throw .tooLarge(path, limit: limit) }
      bytes += piece
      piece = try nextPiece(of: file, path)
    }
    return bytes
  }

  /// Whether a file begins as one does whose lines may be of any length: markup, zip, PDF.
  private static func hasLongLines(_ start: [UInt8]) -> Bool {
    let first = start.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(4)
    return first.first == UInt8(ascii: "<") || first.starts(with: "PK\u{3}\u{4}".utf8)
      || first.starts(with: "%PDF".utf8)
  }

  /// How many bytes a file says it has; 0 for what is no file on a disk.
  private static func size(of file: Int32) -> Int {
    var status = stat()
    return fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
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
