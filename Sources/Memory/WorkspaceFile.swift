// The workspace as a file: whether it is ours is read from its first 100 bytes, before SQLite
// opens it, so that a file of another program is never touched.
internal import Foundation

/// A path and what stands there.
struct WorkspaceFile {
  /// Marks a database as ours in its header: "bitx" in ASCII.
  static let applicationID: Int32 = 0x6269_7478

  enum Content {
    case nothing
    /// A file of no bytes, such as a process killed in its first instant leaves: taken as new.
    case empty
    case workspace
    case otherDatabase
    case other
  }

  let path: String

  /// What SQLite is given, so that `:memory:` and `file:…` are names of files like any other.
  var sqlitePath: String { path.hasPrefix("/") ? path : "./" + path }

  /// What SQLite is given of a file that nobody can write: without this it would want to make a log
  /// beside it (https://www.sqlite.org/uri.html, `immutable`).
  var unchangingPath: String { URL(fileURLWithPath: path).absoluteString + "?immutable=1" }

  /// Whether the file, or what would stand beside it, cannot be written; not while somebody else who
  /// can is at work.
  var isReadOnly: Bool {
    (access(path, W_OK) != 0 || access(Self.folder(of: path), W_OK) != 0)
      && access(path + "-wal", F_OK) != 0
  }

  /// Reads the header (https://www.sqlite.org/fileformat.html, 1.3): the magic string at 0, the
  /// application id at 68, most significant byte first.
  func content() throws(MemoryError) -> Content {
    let file = open(path, O_RDONLY)
    if file < 0, errno == ENOENT { return .nothing }
    guard file >= 0 else { throw .unwritable(path, Self.reason()) }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(file, &header, header.count)
    if count == 0 { return .empty }
    guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8))
    else { return .other }
    let id = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    return id == Self.applicationID ? .workspace : .otherDatabase
  }

  /// Makes the empty file that SQLite will fill, readable by its owner alone; SQLite gives its
  /// `-wal` and `-shm` files the same mode.
  func create() throws(MemoryError) {
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    guard file >= 0 else { throw .unwritable(path, Self.reason()) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0 else { throw .unwritable(path, Self.reason()) }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a new name last through a power cut. Some file systems cannot; the file is whole.
  static func syncFolder(of path: String) {
    let folder = open(folder(of: path), O_RDONLY)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
