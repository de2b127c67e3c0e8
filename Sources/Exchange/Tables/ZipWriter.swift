internal import CArchive

/// A zip file written as a stream, by libarchive. The same parts give the same bytes: none has a
/// date, an owner or a size known beforehand.
final class ZipWriter {
  /// `AE_IFREG`, which Swift cannot see.
  private static let regularFile: UInt32 = 0o100000

  private let archive: OpaquePointer
  private let sink: OutputSink

  init(to sink: OutputSink) throws(ExchangeError) {
    guard let archive = archive_write_new() else {
      throw .notWritable(path: sink.path, reason: "no memory for a zip file")
    }
    self.archive = archive
    self.sink = sink
    archive_write_set_format_zip(archive)
    archive_write_set_format_option(archive, "zip", "hdrcharset", "UTF-8")
    // Sizes follow the parts; their longer form, for parts of 4 GB, is not known to every reader.
    archive_write_set_format_option(archive, "zip", "zip64", nil)
    archive_write_set_bytes_per_block(archive, 1 << 16)
    archive_write_set_bytes_in_last_block(archive, 1)
    archive_write_open(
      archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
      { _, sink, bytes, count in
        guard let sink, let bytes else { return -1 }
        let taken = Unmanaged<OutputSink>.fromOpaque(sink).takeUnretainedValue()
          .take(UnsafeRawBufferPointer(start: bytes, count: count))
        return taken ? count : -1
      }, nil)
  }

  deinit { archive_write_free(archive) }

  /// Begins a part; the one before it is whole.
  func begin(_ part: String) throws(ExchangeError) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname_utf8(entry, part)
    archive_entry_set_filetype(entry, Self.regularFile)
    archive_entry_set_perm(entry, 0o644)
    try check(archive_write_header(archive, entry) >= ARCHIVE_WARN)
  }

  /// More of the part that was begun.
  func write(_ bytes: [UInt8]) throws(ExchangeError) {
    guard !bytes.isEmpty else { return }
    try check(archive_write_data(archive, bytes, bytes.count) == bytes.count)
  }

  /// Ends the file: its list of parts.
  func finish() throws(ExchangeError) {
    try check(archive_write_close(archive) == ARCHIVE_OK)
  }

  private func check(_ isWritten: Bool) throws(ExchangeError) {
    if let fault = sink.fault { throw fault }
    guard !isWritten else { return }
    let reason = archive_error_string(archive).map { String(cString: $0) }
    throw .notWritable(path: sink.path, reason: reason ?? "the zip file could not be written")
  }
}

/// A file that C writes to: what went wrong is kept until Swift can throw it.
final class OutputSink {
  let path: String
  var file: OutputFile
  private(set) var fault: ExchangeError?

  init(_ path: String) throws(ExchangeError) {
    self.path = path
    file = try OutputFile(path)
  }

  /// Writes bytes; false when they cannot be.
  func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    do throws(ExchangeError) {
      try file.write(Array(bytes))
      return true
    } catch {
      fault = error
      return false
    }
  }
}
