// A file written plain, as gzip or as the one part of a zip, as its name says, by libarchive.
internal import CArchive

/// Writes bytes through to an `OutputFile`.
final class PackedOutput {
  /// The file that appears at the end.
  private var file: OutputFile
  private var archive: OpaquePointer?
  private var entry: OpaquePointer?
  /// Packed and not yet written.
  private var packed: [UInt8] = []
  private let path: String

  /// - Parameter date: of the part of a zip, in seconds since 1970 UTC.
  init(_ path: String, date: Int) throws(ExchangeError) {
    self.path = path
    file = try OutputFile(path)
    let name = path.lowercased()
    if name.hasSuffix(".gz") { try open(zip: nil, date) }
    if name.hasSuffix(".zip") {
      let base = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? "memory"
      try open(zip: base.lowercased().hasSuffix(".tmx") ? base : base + ".tmx", date)
    }
  }

  deinit {
    archive_entry_free(entry)
    archive_write_free(archive)
  }

  /// Where the bytes are until `replace()`; `nil` for a stream.
  var temporary: String? { file.temporary }
  /// Bytes in the file so far.
  var count: Int { file.count }
  /// The file's digest so far.
  var sha256: String { file.digest.hex }

  func write(_ bytes: [UInt8]) throws(ExchangeError) {
    guard let archive else { return try file.write(bytes) }
    let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw failure }
    try writePacked()
  }

  /// Ends the file and waits until it is on the disk.
  func sync() throws(ExchangeError) {
    if let archive {
      guard archive_write_close(archive) == ARCHIVE_OK else { throw failure }
      try writePacked()
    }
    try file.sync()
  }

  /// Puts the file in its place.
  func replace() throws(ExchangeError) { try file.replace() }

  private func open(zip part: String?, _ date: Int) throws(ExchangeError) {
    archive = archive_write_new()
    entry = archive_entry_new()
    archive_entry_set_filetype(entry, 0o100_000)  // a regular file
    archive_entry_set_perm(entry, 0o644)
    if let part {
      archive_write_set_format_zip(archive)
      archive_entry_set_pathname_utf8(entry, part)
      archive_entry_set_mtime(entry, date, 0)
    } else {
      archive_write_set_format_raw(archive)
      archive_write_add_filter_gzip(archive)
      // The time of packing would make the bytes differ.
      archive_write_set_filter_option(archive, "gzip", "timestamp", nil)
      archive_entry_set_pathname(entry, "memory.tmx")
    }
    archive_write_set_bytes_in_last_block(archive, 1)
    let opened = archive_write_open(
      archive, Unmanaged.passUnretained(self).toOpaque(), nil,
      { _, context, bytes, count in
        guard let context, let bytes else { return -1 }
        Unmanaged<PackedOutput>.fromOpaque(context).takeUnretainedValue().packed
          .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
      }, nil)
    guard opened == ARCHIVE_OK, archive_write_header(archive, entry) == ARCHIVE_OK else {
      throw failure
    }
  }

  private func writePacked() throws(ExchangeError) {
    guard !packed.isEmpty else { return }
    try file.write(packed)
    packed.removeAll(keepingCapacity: true)
  }

  private var failure: ExchangeError {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "packing failed"
    return .notWritable(path: path, reason: reason)
  }
}
