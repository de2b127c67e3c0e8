internal import Glibc

/// A file that is read in pieces from its beginning, however large it is. Its first bytes can be looked
/// at beforehand, so that even what comes from a pipe is told by what it holds.
final class SourceFile {
  /// As the user wrote it; `-` is standard input.
  let path: String
  private let descriptor: Int32
  private var ahead: [UInt8] = []
  private var isAtEnd = false

  /// Opens a file.
  init(_ path: String) throws(ExchangeError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path, errno) }
  }

  deinit { if path != "-" { close(descriptor) } }

  /// What it is called without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private static let pieceSize = 1 << 18

  /// The first bytes, up to a quarter of a megabyte; all the same they are read again by `next`.
  func head() throws(ExchangeError) -> [UInt8] {
    while ahead.count < Self.pieceSize, !isAtEnd { ahead += try piece() }
    return ahead
  }

  /// The next bytes; none at the end.
  func next() throws(ExchangeError) -> [UInt8] {
    guard ahead.isEmpty else {
      defer { ahead = [] }
      return ahead
    }
    return isAtEnd ? [] : try piece()
  }

  /// All of it, for a format whose files are no streams.
  /// - Throws: `ExchangeError` when it is larger than such a file may be.
  func whole() throws(ExchangeError) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let piece = try next(), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= Self.largestWhole else { throw .tooLarge(path, Self.largestWhole) }
    }
    return bytes
  }

  private static let largestWhole = 400_000_000

  private func piece() throws(ExchangeError) -> [UInt8] {
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      repeat {
        result = read(descriptor, buffer.baseAddress, Self.pieceSize)
      } while result < 0 && errno == EINTR
      count = max(result, 0)
    }
    guard result >= 0 else { throw .cannotRead(path, errno) }
    isAtEnd = result == 0
    return bytes
  }
}
