/// What keys do while something is being chosen: the same on every screen.
public enum Choosing: Hashable, Sendable {
  /// The choice goes on.
  case on
  /// It is taken as it is.
  case taken
  /// It is given up.
  case left
}

extension SplitDraft {
  /// Obeys a key: the cut moves by a word or to a likely place, on this side or the other.
  public mutating func press(_ key: Key) -> Choosing {
    switch key.name {
    case "left", "h": move(by: -1)
    case "right", "l": move(by: 1)
    case ";": moveToLikely(forward: true)
    case ",": moveToLikely(forward: false)
    case "tab": side = side.other
    case "enter": return .taken
    case "esc", "q": return .left
    default: break
    }
    return .on
  }
}

extension TermDraft {
  /// Obeys a key: another word, more of them or fewer, on this side or the other.
  public mutating func press(_ key: Key) -> Choosing {
    switch key.name {
    case "left", "h": move(by: -1)
    case "right", "l": move(by: 1)
    case "shift-right", ";", "down": extend(by: 1)
    case "shift-left", ",", "up": extend(by: -1)
    case "tab": side = side.other
    case "enter": return .taken
    case "esc", "q": return .left
    default: break
    }
    return .on
  }
}
