// A terminal that a test sits at: it types keys and reads the screen.
import Foundation
import Testing

final class PseudoTerminal {
  private let master: Int32
  private let slave: String
  private let held: Int32
  /// What was shown since it was last looked at.
  private var screen = ""

  /// A terminal of so many columns. Its other end is held open, so that its mode outlasts the
  /// program and can be looked at.
  init(columns: UInt16 = 80, rows: UInt16 = 40) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (master, held) = (Int32(-1), Int32(-1))
    // `ttyname` would have one answer for all threads.
    var name = [CChar](repeating: 0, count: 64)
    try #require(openpty(&master, &held, &name, nil, &size) == 0)
    (self.master, self.held) = (master, held)
    // A program that another test starts would hold this terminal open, and its program alive.
    for end in [master, held] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    slave = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    close(held)
    close(master)
  }

  /// Starts a command at this terminal.
  func start(_ command: String, at desk: Desk, _ extra: [String: String] = [:]) throws -> Running {
    try desk.link()
    return try Running(
      command, in: desk.folder, environment: desk.environment.merging(extra) { $1 },
      streams: [(0, slave, O_RDWR), (1, slave, O_RDWR), (2, slave, O_RDWR)], leader: true)
  }

  /// Types.
  func type(_ text: String) {
    var bytes = Array(text.utf8)
    write(master, &bytes, bytes.count)
  }

  /// Waits until `end` is the last thing on the screen, and gives what was shown since the last
  /// look, line ends as LF.
  func screen(until end: String, seconds: Double = 20) throws -> String {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !screen.hasSuffix(end) {
      guard Date() < deadline else {
        Issue.record("the screen does not end in '\(end)':\n\(screen)")
        break
      }
      takeIn(milliseconds: 20)
    }
    defer { screen = "" }
    return screen
  }

  /// What is left when the program has ended.
  func rest() -> String {
    while takeIn(milliseconds: 20) {}
    defer { screen = "" }
    return screen
  }

  /// Gives the terminal another size, which tells the program so.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The bytes that were shown since the last look, after waiting so long for the first.
  func bytes(milliseconds: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: 65536)
    while poll(&ready, 1, all.isEmpty ? milliseconds : 0) > 0 {
      let count = read(master, &bytes, bytes.count)
      guard count > 0 else { break }
      all += bytes[..<count]
    }
    return all
  }

  /// Whether keys are echoed and lines are edited, as a shell expects to find it.
  var isCooked: Bool {
    var mode = termios()
    tcgetattr(held, &mode)
    return mode.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
  }

  @discardableResult
  private func takeIn(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    pending += bytes[..<count]
    guard let text = String(validating: pending, as: UTF8.self) else { return true }
    screen += text.replacing("\r\n", with: "\n")
    pending = []
    return true
  }

  /// Bytes of a character that has not arrived whole.
  private var pending: [UInt8] = []
}
