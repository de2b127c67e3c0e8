// A file that appears whole or not at all: bytes go to a temporary file beside it, readable by its
// owner only, which takes its place at the end. Until that moment it has no name where the file system
// knows files without one, so that a program that is killed leaves no trace.
internal import Bitext
internal import Glibc

public struct OutputFile: ~Copyable {
  /// Where this program finds the bytes until `replace()`; `nil` for a stream (standard output, a device,
  /// a pipe), which takes them at once.
  let temporary: String?
  /// Bytes written so far.
  private(set) var count = 0
  /// The digest of the bytes so far.
  private(set) var digest = SHA256()
  /// As the user wrote it, for messages.
  private let path: String
  /// The file to replace, links followed.
  private let goal: String
  private let descriptor: Int32
  private var isInPlace = false

  /// Makes ready to write to `path`, or to standard output when it is `-`.
  public init(_ path: String) throws(ExchangeError) {
    let (descriptor, goal, temporary) = try Self.open(path)
    self.path = path
    self.descriptor = descriptor
    self.goal = goal
    self.temporary = temporary
  }

  deinit {
    if descriptor != STDOUT_FILENO { close(descriptor) }
    if let temporary, !isInPlace, !isNameless { unlink(temporary) }
  }

  /// Writes all of these bytes.
  public mutating func write(_ bytes: [UInt8]) throws(ExchangeError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw ExchangeError(errno, path: path)
      }
    }
    count += bytes.count
    digest.update(bytes)
  }

  /// Waits until the bytes are on the disk.
  public func sync() throws(ExchangeError) {
    guard temporary == nil || fsync(descriptor) == 0 else { throw ExchangeError(errno, path: path) }
  }

  /// Puts the file in its place, with the permissions of the one it replaces.
  public mutating func replace() throws(ExchangeError) {
    guard let temporary else { return }
    var old = stat()
    if stat(goal, &old) == 0 { fchmod(descriptor, old.st_mode & 0o777) }
    let name = isNameless ? try named(temporary) : temporary
    guard rename(name, goal) == 0 else {
      defer { unlink(name) }
      throw ExchangeError(errno, path: path)
    }
    isInPlace = true
    Self.syncFolder(of: goal)
  }

  /// Whether the file has no name yet.
  private var isNameless: Bool { temporary == Self.nameless(descriptor) }

  /// Gives a file without a name one beside its goal, which it cannot replace at once.
  private func named(_ temporary: String) throws(ExchangeError) -> String {
    while true {
      let number = String(UInt64.random(in: 0 ... .max), radix: 36)
      let name = "\(Self.folder(of: goal))/.bitext-\(number)"
      if linkat(AT_FDCWD, temporary, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 { return name }
      guard errno == EEXIST else { throw ExchangeError(errno, path: path) }
    }
  }
}

extension OutputFile {
  private typealias Opened = (descriptor: Int32, goal: String, temporary: String?)

  private static func open(_ path: String) throws(ExchangeError) -> Opened {
    if path == "-" { return (STDOUT_FILENO, path, nil) }
    var old = stat()
    guard stat(path, &old) == 0 else { return try openBeside(path, path) }
    switch old.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder(path: path)
    case S_IFREG: return try openBeside(resolved(path), path)
    default:
      let descriptor = Glibc.open(path, O_WRONLY)
      guard descriptor >= 0 else { throw ExchangeError(errno, path: path) }
      return (descriptor, path, nil)
    }
  }

  private static func openBeside(_ goal: String, _ path: String) throws(ExchangeError) -> Opened {
    let folder = folder(of: goal)
    guard access(folder, F_OK) == 0 else { throw .folderMissing(path: path, folder: folder) }
    let nameless = Glibc.open(folder, Self.withoutName | O_RDWR | O_CLOEXEC, 0o600)
    if nameless >= 0, access(Self.nameless(nameless), R_OK) == 0 {
      return (nameless, goal, Self.nameless(nameless))
    }
    if nameless >= 0 { close(nameless) }
    var name = Array("\(folder)/.bitext-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw ExchangeError(errno, path: path) }
    return (
      descriptor, goal,
      String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    )
  }

  /// Linux's O_TMPFILE, which is beyond what Swift imports (`bits/fcntl-linux.h`).
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  /// Where this program finds a file without a name.
  private static func nameless(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file behind symbolic links, so that a link stays one.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the new name last through a power cut. Some file systems cannot; the file is whole.
  private static func syncFolder(of path: String) {
    let descriptor = Glibc.open(folder(of: path), O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
