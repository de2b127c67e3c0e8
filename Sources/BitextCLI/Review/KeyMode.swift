/// The terminal's mode while keys are read, and the way back from it: on leaving, before a signal or
/// a crash ends the program, and while it is stopped by SIGTSTP.
internal import Foundation
internal import Synchronization

enum KeyMode {
  /// What the keys are for.
  enum Style: Sendable {
    /// Single keys, lines below each other.
    case plain
    /// Single keys on a screen of our own, pasted text told apart from typed.
    case screen

    /// What is written on entering: the other screen buffer, no cursor, pasted text in brackets.
    var entering: StaticString { self == .plain ? "" : "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?25l" }

    /// What is written on leaving.
    var leaving: StaticString {
      self == .plain ? "" : "\u{1B}[0m\u{1B}[?25h\u{1B}[?2004l\u{1B}[?1049l"
    }
  }

  private struct Found {
    var mode: termios
    var style: Style
  }

  /// The terminal's mode before ours; `nil` while it is in force.
  private static let found = Mutex<Found?>(nil)

  /// Single keys, not echoed. Nothing happens when standard input is no terminal.
  static func enter(_ style: Style = .plain) {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
    let isFirst = found.withLock { found in
      defer { found = found ?? Found(mode: mode, style: style) }
      return found == nil
    }
    if isFirst { put(style.entering) }
    apply(keys(mode, style))
    for signal in ending + [SIGTSTP] { handle(signal) }
    if style == .screen { handle(SIGWINCH) }
  }

  /// Back to whole lines: to the mode that was found.
  static func leave() {
    let left = found.withLock { found in
      defer { found = nil }
      return found
    }
    guard let left else { return }
    put(left.style.leaving)
    apply(left.mode)
  }

  /// Becomes readable when the screen is to be drawn anew: its size changed, or the program was
  /// stopped and goes on.
  static let news: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }()

  private static func keys(_ mode: termios, _ style: Style) -> termios {
    var mode = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    if style == .screen {
      mode.c_lflag &= ~tcflag_t(IEXTEN)
      mode.c_iflag &= ~tcflag_t(ICRNL | IXON)
    }
    withUnsafeMutableBytes(of: &mode.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    return mode
  }

  private static func apply(_ mode: termios) {
    var mode = mode
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
  }

  private static func put(_ text: StaticString) {
    _ = write(STDOUT_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Signals that end the program, those of a crash among them.
  private static let ending = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT,
  ]

  /// Without SA_RESTART, so that a key being waited for is asked for again after a stop.
  private static func handle(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { KeyMode.receive($0) }
    sigaction(signal, &action, nil)
  }

  /// Runs in the signal handler: only calls that POSIX allows there, and no waiting for a lock.
  private static func receive(_ signal: Int32) {
    let saved = errno
    defer { errno = saved }
    guard signal != SIGWINCH else { return tell() }
    let found = found.withLockIfAvailable { $0 } ?? nil
    if let found {
      put(found.style.leaving)
      apply(found.mode)
    }
    if found?.style != .screen { put("\n") }
    guard signal == SIGTSTP else {
      Foundation.signal(signal, SIG_DFL)
      raise(signal)
      return
    }
    raise(SIGSTOP)
    if let found {
      put(found.style.entering)
      apply(keys(found.mode, found.style))
      if found.style == .screen { tell() }
    }
  }

  private static func tell() { _ = write(news.writing, "!", 1) }
}
