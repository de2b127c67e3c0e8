// A person at a full-screen review: types keys one at a time, and looks at the screen after each.
import Foundation
import Testing

final class ScreenReview {
  private let terminal: PseudoTerminal
  private(set) var screen: VirtualScreen
  let running: Running
  /// How long each key took to be answered, in seconds.
  private(set) var answers: [Double] = []

  /// Starts the review of a pair in a terminal of this size and waits for the first screen.
  init(
    _ name: String = "spring", at desk: Desk, columns: Int = 80, rows: Int = 24,
    options: String = "", _ environment: [String: String] = [:]
  ) throws {
    terminal = try PseudoTerminal(columns: UInt16(columns), rows: UInt16(rows))
    screen = VirtualScreen(columns: columns, rows: rows)
    running = try terminal.start(
      "bitext review \(name) \(options)", at: desk,
      ["TERM": "xterm"].merging(environment) { $1 })
    try waitForFrame(after: 0)
  }

  /// Named keys as a terminal sends them.
  private static let sequences: [String: String] = [
    "enter": "\r", "esc": "\u{1B}", "tab": "\t", "backspace": "\u{7F}", "delete": "\u{1B}[3~",
    "up": "\u{1B}[A", "down": "\u{1B}[B", "right": "\u{1B}[C", "left": "\u{1B}[D",
    "home": "\u{1B}[H", "end": "\u{1B}[F", "pagedown": "\u{1B}[6~", "pageup": "\u{1B}[5~",
    "space": " ", "ctrl-s": "\u{13}", "ctrl-a": "\u{01}", "ctrl-u": "\u{15}", "ctrl-r": "\u{12}",
    "alt-backspace": "\u{1B}\u{7F}", "ctrl-up": "\u{1B}[1;5A",
  ]

  /// Types keys, named or of one character, with spaces between them; waits for the screen after
  /// each.
  @discardableResult
  func press(_ keys: String) throws -> VirtualScreen {
    for key in keys.split(separator: " ") { try type(Self.sequences[String(key)] ?? String(key)) }
    return screen
  }

  /// Types the characters of a text, each a key.
  @discardableResult
  func write(_ text: String) throws -> VirtualScreen {
    for character in text { try type(String(character)) }
    return screen
  }

  /// Sends bytes at once, and waits for the screen after them.
  @discardableResult
  func type(_ bytes: String) throws -> VirtualScreen {
    let before = screen.frames
    let start = ContinuousClock.now
    terminal.type(bytes)
    try waitForFrame(after: before)
    let time = ContinuousClock.now - start
    answers.append(
      Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    return screen
  }

  /// Sends bytes and waits for nothing.
  func send(_ bytes: String) { terminal.type(bytes) }

  /// Gives the terminal another size and waits for the screen that fits it.
  func resize(columns: Int, rows: Int) throws {
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
    try waitForFrame(after: 0)
  }

  /// Presses `q`; the exit status, and what stands on the shell's screen then.
  func quit() throws -> (status: Int32, words: String) {
    terminal.type("q")
    return try end()
  }

  /// Waits for the end.
  func end() throws -> (status: Int32, words: String) {
    let status = running.wait()
    screen.take(terminal.bytes(milliseconds: 20))
    return (status, screen.shell)
  }

  /// Waits until a condition holds of the screen.
  func wait(until isSo: (VirtualScreen) -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while !isSo(screen) {
      screen.take(terminal.bytes(milliseconds: 10))
      if Date() > deadline {
        Issue.record("the screen never came:\n\(screen.text)")
        return
      }
    }
  }

  private func waitForFrame(after count: Int) throws { try wait { $0.frames > count } }

  /// Whether keys are echoed and lines are edited, as a shell expects to find it.
  var isCooked: Bool { terminal.isCooked }
}
