internal import Glibc

/// A file that is read in pieces from its beginning, however large it is. Its first bytes can be looked
/// at beforehand, so that even what comes from a pipe is told by what it holds.
final class SourceFile {
  /// As the user wrote it; `-` is standard input.
  let path: String
  private let descriptor: Int32
  private let piece = UnsafeMutableRawBufferPointer.allocate(
    byteCount: pieceSize, alignment: MemoryLayout<UInt64>.alignment)
  /// How many bytes of the piece were looked at and not yet handed on.
  private var ahead = 0

  /// Opens a file.
  init(_ path: String) throws(ExchangeError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path, errno) }
  }

  deinit {
    piece.deallocate()
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// What it is called without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private static let pieceSize = 1 << 18

  /// The first bytes, up to 256 KB; all the same they are read again by `next`.
  func head() throws(ExchangeError) -> UnsafeRawBufferPointer {
    while ahead < piece.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: piece[ahead...]))
      if count == 0 { break }
      ahead += count
    }
    return UnsafeRawBufferPointer(rebasing: piece[..<ahead])
  }

  /// The next bytes, good until the next call; none at the end.
  func next() throws(ExchangeError) -> UnsafeRawBufferPointer {
    let count = ahead > 0 ? ahead : try read(into: piece)
    ahead = 0
    return UnsafeRawBufferPointer(rebasing: piece[..<count])
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

  private func read(into room: UnsafeMutableRawBufferPointer) throws(ExchangeError) -> Int {
    while true {
      let count = Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(path, errno) }
    }
  }
}
