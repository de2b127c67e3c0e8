// The bytes of an exchange file, piece by piece, so that its size costs no memory. Gzip is inflated,
// and so is the one file of the wanted kind in a zip.
internal import Bitext
internal import CArchive
internal import Glibc

/// A file being read from its beginning to its end; `-` is standard input.
final class InputFile {
  /// As the user wrote it, for messages.
  var path: String { file.path }
  private let file: SourceFile
  private let endings: [String]
  private var archive: OpaquePointer?
  /// Bytes read from the file, and bytes handed on.
  private var counts = (read: 0, out: 0)
  private var failure: ExchangeError?
  private var digest = SHA256()

  /// What is inflated may be this many times the file, once it is more than `harmless`: markup
  /// deflates to a fiftieth, a bomb to a thousandth.
  private static let densest = 250
  private static let harmless = 50_000_000

  /// Begins to read a file.
  /// - Parameter endings: of the names by which the file wanted is told among others in a zip.
  init(_ file: SourceFile, endings: [String] = [".tmx"]) throws(ExchangeError) {
    self.file = file
    self.endings = endings
    let head = try file.head()
    guard !head.isEmpty else {
      throw .badInput(path, "is empty", fix: "name the file that holds the units")
    }
    if head.starts(with: [0x1F, 0x8B]) || head.starts(with: "PK\u{3}\u{4}".utf8) {
      try openArchive()
    }
  }

  deinit { archive_read_free(archive) }

  /// The next bytes, good until the next call; none at the end.
  func next() throws(ExchangeError) -> UnsafeRawBufferPointer {
    archive == nil ? try piece() : try inflated()
  }

  /// Reads what is left of the file.
  /// - Returns: SHA-256 of its bytes as they arrived, 64 lower-case hexadecimal digits.
  func restDigest() throws(ExchangeError) -> String {
    while try !piece().isEmpty {}
    return digest.hex
  }

  private func piece() throws(ExchangeError) -> UnsafeRawBufferPointer {
    let piece = try file.next()
    digest.update(piece)
    counts.read += piece.count
    return piece
  }
}

extension InputFile {
  private func openArchive() throws(ExchangeError) {
    guard let reader = archive_read_new() else { throw damaged("no memory for it") }
    archive = reader
    archive_read_support_filter_gzip(reader)
    archive_read_support_format_zip_streamable(reader)
    archive_read_support_format_raw(reader)
    let context = Unmanaged.passUnretained(self).toOpaque()
    let opened = archive_read_open(
      reader, context, nil,
      { _, context, bytes in
        guard let context, let bytes else { return -1 }
        return Unmanaged<InputFile>.fromOpaque(context).takeUnretainedValue().feed(bytes)
      }, nil)
    guard opened == ARCHIVE_OK else { throw failure ?? damaged(message) }
    guard try findPart() else {
      let kinds = endings.joined(separator: " or ")
      throw .badInput(path, "holds no \(kinds) file", fix: "unpack it and name the file to read")
    }
  }

  /// Hands the file's bytes to libarchive.
  private func feed(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ExchangeError) {
      let next = try piece()
      bytes.pointee = next.baseAddress
      return next.count
    } catch {
      failure = error
      return -1
    }
  }

  /// Goes on to the next part of the wanted kind.
  private func findPart() throws(ExchangeError) -> Bool {
    while true {
      var entry: OpaquePointer?
      switch archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return false
      case ARCHIVE_OK, ARCHIVE_WARN:
        if archive_format(archive) == ARCHIVE_FORMAT_RAW || isWanted(entry) { return true }
      default: throw failure ?? damaged(message)
      }
    }
  }

  private func isWanted(_ entry: OpaquePointer?) -> Bool {
    guard let bytes = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
      return false
    }
    let name = String(cString: bytes).lowercased()
    return !name.hasPrefix("__macosx/") && endings.contains { name.hasSuffix($0) }
  }

  private func inflated() throws(ExchangeError) -> UnsafeRawBufferPointer {
    var bytes: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    switch archive_read_data_block(archive, &bytes, &count, &offset) {
    case ARCHIVE_EOF:
      if archive_format(archive) != ARCHIVE_FORMAT_RAW, try findPart() {
        throw .badInput(
          path, "holds several files to read", fix: "unpack it and read each by itself")
      }
      return UnsafeRawBufferPointer(start: nil, count: 0)
    case ARCHIVE_OK, ARCHIVE_WARN:
      counts.out += count
      guard counts.out <= max(Self.harmless, counts.read * Self.densest) else {
        throw damaged("it inflates to more than \(Self.densest) times its size")
      }
      return UnsafeRawBufferPointer(start: bytes, count: count)
    default: throw failure ?? damaged(message)
    }
  }

  private var message: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "not a whole archive"
  }

  private func damaged(_ reason: String) -> ExchangeError {
    .badInput(path, "cannot be unpacked: \(reason)", fix: "have it sent again, or unpack it first")
  }
}
