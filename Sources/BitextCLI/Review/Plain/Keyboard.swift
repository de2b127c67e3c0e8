/// What a person types: single keys at a terminal, whole lines from a pipe.
internal import Foundation

final class Keyboard {
  /// What was typed.
  enum Key: Equatable {
    /// A key; a line feed for Enter or an empty line.
    case character(Character)
    /// An arrow or function key; a line of more than one character.
    case other(String)
    /// The program was stopped and goes on: ask again.
    case interrupted
    /// Nothing more will come.
    case end

    /// What stands after the prompt once it is typed.
    var echo: String {
      switch self {
      case .character("\n"), .interrupted, .end: ""
      case .character(let key): String(key)
      case .other(let words): words
      }
    }
  }

  /// Whether a person sits at a terminal; else lines are read.
  let isTerminal = isatty(STDIN_FILENO) == 1
  private var pending: [UInt8] = []

  /// Makes ready for a key, so that one typed before it is asked for is not echoed.
  func listen() {
    if isTerminal { KeyMode.enter() }
  }

  /// Waits for the next key. In lines, a line is a key.
  func key() -> Key {
    guard isTerminal else { return lineAsKey() }
    listen()
    if pending.isEmpty, let missed = read() { return missed }
    if pending[0] == 0x1B { return escapeSequence() }
    if pending[0] == 0x04 { return .end }
    while String(validating: pending.prefix(width), as: UTF8.self) == nil, pending.count < width {
      if let missed = read() { return missed }
    }
    let text = String(decoding: pending.prefix(width), as: UTF8.self)
    pending.removeFirst(min(width, pending.count))
    return .character(text.first ?? "\n")
  }

  /// Waits for a line, which the terminal lets the person edit; without its end. `nil` at the end
  /// of the input.
  func line() -> String? {
    KeyMode.leave()
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      guard read() == .end else { continue }
      defer { pending = [] }
      return pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self)
    }
  }

  private func lineAsKey() -> Key {
    guard let line = line() else { return .end }
    let text = line.filter { !$0.isWhitespace }
    return text.count > 1 ? .other(text) : .character(text.first ?? "\n")
  }

  /// How many bytes the next character has, by its first (RFC 3629).
  private var width: Int {
    switch pending[0] {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// `ESC [ 1 ; 5 A`, `ESC O P`, or Escape alone: a terminal sends them in one piece.
  private func escapeSequence() -> Key {
    let body = pending.dropFirst().first.map { $0 == 0x5B || $0 == 0x4F } ?? false
    let end = pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
    pending.removeFirst(body ? (end ?? pending.count - 1) + 1 : min(2, pending.count))
    return .other("Esc")
  }

  /// Reads what there is; gives the reason when there is nothing.
  private func read() -> Key? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Foundation.read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { pending += bytes[..<count] }
    return count > 0 ? nil : count < 0 && errno == EINTR ? .interrupted : .end
  }
}
