internal import CArchive

/// A zip file in memory, whose parts are read as streams, by libarchive.
///
/// Made safe against files that mean harm: a part that would inflate to more than is sensible is
/// refused before it is inflated, one that inflates to more than it declares is refused then, and so
/// is a file with a part whose name leads out of it. Nothing is ever unpacked to the disk.
public struct ZipArchive<Failure: MarkupFailure> {
  /// The names of its parts, in the order they stand in.
  public let names: [String]
  private let sizes: [String: Int]
  private let bytes: [UInt8]
  /// What messages call the file.
  public let name: String

  /// Opens a zip file, which messages call `name`.
  /// - Throws: `damaged` when it is none, or means harm.
  public init(_ bytes: [UInt8], name: String) throws(Failure) {
    self.bytes = bytes
    self.name = name
    var names: [String] = []
    var sizes: [String: Int] = [:]
    var whole = 0
    try Self.eachPart(of: bytes, name) { part, _ in
      guard names.count < ZipLimits.parts else {
        return "it has more than \(ZipLimits.parts) parts"
      }
      if part.leadsOut { return "it has a part named '\(part.name)', which leads out of it" }
      names.append(part.name)
      sizes[part.name] = part.size
      whole += min(part.size, 1 << 40)
      return nil
    }
    self.names = names
    self.sizes = sizes
    guard whole <= max(ZipLimits.harmless, bytes.count * ZipLimits.densest) else {
      throw .damaged(name, "its parts would inflate to \(whole / 1_000_000) MB")
    }
  }

  /// Whether it has a part of this name.
  public func has(_ name: String) -> Bool { sizes[name] != nil }

  /// A part's bytes; `nil` when there is no such part.
  public func part(_ name: String) throws(Failure) -> [UInt8]? {
    guard has(name) else { return nil }
    var bytes: [UInt8] = []
    try stream(name) { piece in
      bytes += piece
      return true
    }
    return bytes
  }

  /// Hands on a part's bytes in pieces until `take` returns false. O(parts + size).
  public func stream(
    _ name: String, take: (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) {
    func isWanted(_ part: String) -> Bool { part == name }
    try eachPart(named: isWanted) { part throws(Failure) in try part.stream(take) }
  }

  /// Goes once through the file and hands on the wanted parts, each as a stream.
  public func eachPart(
    named isWanted: (String) -> Bool, read: (Stream) throws(Failure) -> Void
  ) throws(Failure) {
    try Self.eachPart(of: bytes, name) { part, archive throws(Failure) in
      guard isWanted(part.name) else { return nil }
      if let reason = refusal(of: part) { return reason }
      try read(Stream(part: part, archive: archive, file: self.name))
      return nil
    }
  }

  /// A part as it comes up when the file is gone through; good until the next.
  public struct Stream {
    fileprivate let part: Part
    fileprivate let archive: OpaquePointer
    fileprivate let file: String

    /// What the part is called.
    public var name: String { part.name }

    /// Hands on the bytes in pieces until `take` returns false.
    public func stream(_ take: (UnsafeRawBufferPointer) -> Bool) throws(Failure) {
      if let reason = ZipArchive.inflate(part, archive, take) { throw .damaged(file, reason) }
    }
  }

  private func refusal(of part: Part) -> String? {
    if part.isEncrypted { return "it is protected by a password" }
    guard part.size > ZipLimits.part else { return nil }
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

  private typealias Visit = (Part, OpaquePointer) throws(Failure) -> String?

  /// Goes through the parts until `visit` gives a reason to stop.
  private static func eachPart(
    of bytes: [UInt8], _ name: String, visit: Visit
  ) throws(Failure) {
    guard let archive = archive_read_new() else { throw .damaged(name, "no memory for it") }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    let reason = try bytes.withUnsafeBufferPointer { bytes throws(Failure) -> String? in
      guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
        return message(of: archive)
      }
      return try visitAll(archive, visit)
    }
    if let reason { throw .damaged(name, reason) }
  }

  private static func visitAll(
    _ archive: OpaquePointer, _ visit: Visit
  ) throws(Failure) -> String? {
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
  /// - Throws: `damaged` when it is not well-formed.
  public func readXML(_ part: String, to handler: any MarkupHandler) throws(Failure) {
    guard has(part) else { return }
    let fault = try MarkupParser.xml(to: handler) { take throws(Failure) in
      try stream(part, take: take)
    }
    if let fault { throw .damaged(name, "\(part), \(fault)") }
  }
}

/// What a zip file may ask of us.
private enum ZipLimits {
  /// A part never inflates to more than this many bytes.
  static let part = 1_000_000_000
  /// Up to this many bytes the parts may inflate from anything: so many are read within a second,
  static let harmless = 40_000_000
  /// beyond it only if the file is at least a hundredth of that. A text deflates to a third or a
  /// tenth, its markup to a fiftieth, the same paragraph repeated to a thousandth.
  static let densest = 100
  static let parts = 20_000
}
