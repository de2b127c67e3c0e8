internal import CArchive

/// A zip file in memory, whose parts are read as streams, by libarchive.
///
/// Made safe against files that mean harm: a part that would inflate to more than is sensible is
/// refused before it is inflated, one that inflates to more than it declares is refused then, and so
/// is a file with a part whose name leads out of it. Nothing is ever unpacked to the disk.
struct ZipArchive {
  /// The names of its parts, in the order they stand in.
  let names: [String]
  private let sizes: [String: Int]
  private let file: SourceFile

  /// A part never inflates to more than this many bytes.
  private static let largest = 1_000_000_000
  /// Up to this many bytes the parts may inflate from anything: so many are read within a second,
  private static let harmless = 40_000_000
  /// beyond it only if the file is at least a hundredth of that. A text deflates to a third or a
  /// tenth, its markup to a fiftieth, the same paragraph repeated to a thousandth.
  private static let densest = 100
  private static let mostParts = 20_000

  /// Opens a zip file.
  /// - Throws: `DocumentError.damaged` when it is none, or means harm.
  init(_ file: SourceFile) throws(DocumentError) {
    self.file = file
    var names: [String] = []
    var sizes: [String: Int] = [:]
    var whole = 0
    try Self.eachPart(of: file) { part, _ in
      guard names.count < Self.mostParts else { return "it has more than \(Self.mostParts) parts" }
      if part.leadsOut { return "it has a part named '\(part.name)', which leads out of it" }
      names.append(part.name)
      sizes[part.name] = part.size
      whole += min(part.size, 1 << 40)
      return nil
    }
    self.names = names
    self.sizes = sizes
    guard whole <= max(Self.harmless, file.bytes.count * Self.densest) else {
      throw .damaged(file.name, "its parts would inflate to \(whole / 1_000_000) MB")
    }
  }

  /// Whether it has a part of this name.
  func has(_ name: String) -> Bool { sizes[name] != nil }

  /// A part's bytes; `nil` when there is no such part.
  func part(_ name: String) throws(DocumentError) -> [UInt8]? {
    guard has(name) else { return nil }
    var bytes: [UInt8] = []
    try stream(name) { piece in
      bytes += piece
      return true
    }
    return bytes
  }

  /// Hands on a part's bytes in pieces until `take` returns false. O(parts + size).
  func stream(
    _ name: String, take: (UnsafeRawBufferPointer) -> Bool
  ) throws(DocumentError) {
    func isWanted(_ part: String) -> Bool { part == name }
    try eachPart(named: isWanted) { part throws(DocumentError) in try part.stream(take) }
  }

  /// Goes once through the file and hands on the wanted parts, each as a stream.
  func eachPart(
    named isWanted: (String) -> Bool, read: (Stream) throws(DocumentError) -> Void
  ) throws(DocumentError) {
    try Self.eachPart(of: file) { part, archive throws(DocumentError) in
      guard isWanted(part.name) else { return nil }
      if let reason = refusal(of: part) { return reason }
      try read(Stream(part: part, archive: archive, file: file.name))
      return nil
    }
  }

  /// A part as it comes up when the file is gone through; good until the next.
  struct Stream {
    fileprivate let part: Part
    fileprivate let archive: OpaquePointer
    fileprivate let file: String

    var name: String { part.name }

    /// Hands on the bytes in pieces until `take` returns false.
    func stream(_ take: (UnsafeRawBufferPointer) -> Bool) throws(DocumentError) {
      if let reason = ZipArchive.inflate(part, archive, take) { throw .damaged(file, reason) }
    }
  }

  private func refusal(of part: Part) -> String? {
    if part.isEncrypted { return "it is protected by a password" }
    guard part.size > Self.largest else { return nil }
    return "its part '\(part.name)' would inflate to \(part.size / 1_000_000) MB"
  }

  fileprivate struct Part {
    let name: String
    let size: Int
    let isEncrypted: Bool

    init(_ entry: OpaquePointer?) {
      let bytes = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      name = bytes.map { String(cString: $0) } ?? ""
      size = max(0, Int(archive_entry_size(entry)))
      isEncrypted = archive_entry_is_encrypted(entry) != 0
    }

    /// Whether the name is a path to somewhere else.
    var leadsOut: Bool {
      let steps = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
      return steps.contains("..") || steps.first == "" || name.dropFirst().first == ":"
    }
  }

  private typealias Visit = (Part, OpaquePointer) throws(DocumentError) -> String?

  /// Goes through the parts until `visit` gives a reason to stop.
  private static func eachPart(of file: SourceFile, visit: Visit) throws(DocumentError) {
    guard let archive = archive_read_new() else { throw .damaged(file.name, "no memory for it") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    let reason = try file.bytes.withUnsafeBufferPointer { bytes throws(DocumentError) -> String? in
      guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
        return message(of: archive)
      }
      return try visitAll(archive, visit)
    }
    if let reason { throw .damaged(file.name, reason) }
  }

  private static func visitAll(
    _ archive: OpaquePointer, _ visit: Visit
  ) throws(DocumentError) -> String? {
    while true {
      var entry: OpaquePointer?
      switch archive_read_next_header(archive, &entry) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        if let reason = try visit(Part(entry), archive) { return reason }
      default: return message(of: archive)
      }
    }
  }

  /// Inflates a part piece by piece; the reason when it cannot be.
  fileprivate static func inflate(
    _ part: Part, _ archive: OpaquePointer, _ take: (UnsafeRawBufferPointer) -> Bool
  ) -> String? {
    var total = 0
    while true {
      var bytes: UnsafeRawPointer?
      var count = 0
      var offset: la_int64_t = 0
      switch archive_read_data_block(archive, &bytes, &count, &offset) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN:
        total += count
        guard total <= part.size else {
          return "its part '\(part.name)' is larger than it declares"
        }
        guard take(UnsafeRawBufferPointer(start: bytes, count: count)) else { return nil }
      default: return message(of: archive)
      }
    }
  }

  private static func message(of archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "not a whole zip file"
  }
}

extension ZipArchive {
  /// Reads a part as XML; one that is not there says nothing.
  /// - Throws: `DocumentError.damaged` when it is not well-formed.
  func readXML(_ part: String, to handler: any MarkupHandler) throws(DocumentError) {
    guard has(part) else { return }
    let fault = try MarkupParser.xml(to: handler) { take throws(DocumentError) in
      try stream(part, take: take)
    }
    if let fault { throw .damaged(file.name, "\(part), \(fault)") }
  }
}
