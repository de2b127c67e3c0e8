/// A key as configuration and help write it: `J`, `enter`, `ctrl-r`, `alt-backspace`, `down`.
public struct Key: Hashable, Sendable, CustomStringConvertible {
  /// The written form.
  public let name: String

  /// A key that types a character.
  public init(_ character: Character) { name = character == " " ? "space" : String(character) }

  /// Reads the written form; `nil` when it names no key that a terminal tells apart.
  public init?(named name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let isBare = name.count == 1
    let key = isBare ? name : String(parts[parts.count - 1])
    let prefixes = isBare ? [] : parts.dropLast().map(String.init)
    guard Set(prefixes).isSubset(of: ["ctrl", "alt", "shift"]),
      Set(prefixes).count == prefixes.count,
      key.count == 1 || Self.named.contains(key), !Self.isTerminals(prefixes, key)
    else { return nil }
    self.name = (prefixes.sorted() + [name == " " ? "space" : key]).joined(separator: "-")
  }

  private init(known name: String) { self.name = name }

  /// The character it types, if it does.
  public var character: Character? {
    if name == "space" { return " " }
    return name.count == 1 ? name.first : nil
  }

  public var description: String { name }

  public static let enter = Key(known: "enter")
  public static let escape = Key(known: "esc")
  public static let tab = Key(known: "tab")
  public static let backspace = Key(known: "backspace")
  public static let delete = Key(known: "delete")
  public static let up = Key(known: "up")
  public static let down = Key(known: "down")
  public static let left = Key(known: "left")
  public static let right = Key(known: "right")
  public static let home = Key(known: "home")
  public static let end = Key(known: "end")
  public static let pageUp = Key(known: "pageup")
  public static let pageDown = Key(known: "pagedown")

  /// The same key with Control, Alt or Shift held.
  public func with(_ prefixes: [String]) -> Key {
    Key(known: (prefixes.sorted() + [name]).joined(separator: "-"))
  }

  /// A function key.
  public static func function(_ number: Int) -> Key { Key(known: "f\(number)") }

  /// Keys that have a name and type nothing.
  static let named = Set(
    [
      "enter", "esc", "tab", "backspace", "delete", "insert", "up", "down", "left", "right", "home",
      "end", "pageup", "pagedown", "space",
    ] + (1...12).map { "f\($0)" })

  /// What the terminal keeps for itself, or sends for another key: Ctrl-I is Tab, Ctrl-J and Ctrl-M
  /// are Enter.
  private static func isTerminals(_ prefixes: [String], _ key: String) -> Bool {
    prefixes == ["ctrl"] && ["c", "z", "i", "j", "m", "[", "\\"].contains(key)
  }
}

extension Key {
  /// The key that a Chinese input method had it for: `J` for `Ｊ`, `?` for `？`, `/` for `、`.
  public var narrowed: Key {
    guard let scalar = character?.unicodeScalars.first else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map { Key(Character($0)) } ?? self
    case 0x3000: return Key(" ")
    case 0x3001: return Key("/")
    case 0x3002: return Key(".")
    case 0x300A: return Key("<")
    case 0x300B: return Key(">")
    default: return self
    }
  }
}
