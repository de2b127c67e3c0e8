/// The terminal's mode while single keys are read, and the way back from it: on leaving, on
/// SIGINT, SIGTERM and SIGHUP before they end the program, and while it is stopped by SIGTSTP.
internal import Foundation
internal import Synchronization

enum KeyMode {
  /// The terminal's mode before ours; `nil` while it is in force.
  private static let original = Mutex<termios?>(nil)

  /// Single keys, not echoed. Nothing happens when standard input is no terminal.
  static func enter() {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
    original.withLock { $0 = $0 ?? mode }
    apply(keys(mode))
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGTSTP] { handle(signal) }
  }

  /// Back to whole lines: to the mode that was found.
  static func leave() {
    let found = original.withLock { mode in
      defer { mode = nil }
      return mode
    }
    if let found { apply(found) }
  }

  private static func keys(_ mode: termios) -> termios {
    var mode = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
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

  /// Without SA_RESTART, so that a key being waited for is asked for again after a stop.
  private static func handle(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { KeyMode.receive($0) }
    sigaction(signal, &action, nil)
  }

  /// Runs in the signal handler: only calls that POSIX allows there, and no waiting for a lock.
  private static func receive(_ signal: Int32) {
    let found = original.withLockIfAvailable { $0 } ?? nil
    if let found { apply(found) }
    _ = write(STDOUT_FILENO, "\n", 1)
    guard signal == SIGTSTP else {
      Foundation.signal(signal, SIG_DFL)
      raise(signal)
      return
    }
    raise(SIGSTOP)
    if let found { apply(keys(found)) }
  }
}
