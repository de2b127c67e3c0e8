internal import Workbench

/// Bytes from a terminal become keys: characters, control keys, the escape sequences of ECMA-48 as
/// xterm sends them, and pasted text between its brackets.
struct KeyDecoder {
  /// What was typed.
  enum Input: Equatable {
    case key(Key)
    case paste(String)
  }

  private var pending: [UInt8] = []

  /// Whether what came so far may be the beginning of more.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes bytes in.
  mutating func feed(_ bytes: some Sequence<UInt8>) { pending += bytes }

  /// The next key; `nil` when its bytes have not all come. With `isAll` no more are expected, so an
  /// escape character alone is the Escape key.
  mutating func next(isAll: Bool) -> Input? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return escape(isAll: isAll)
    case 0x0A, 0x0D: return take(1, .enter)
    case 0x09: return take(1, .tab)
    case 0x7F: return take(1, .backspace)
    case 0x00: return take(1, Key(" ").with(["ctrl"]))
    case 0x01...0x1A:
      return take(1, Key(Character(Unicode.Scalar(first + 0x60))).with(["ctrl"]))
    case 0x1C...0x1F: return take(1, Key(Character(Unicode.Scalar(first + 0x40))).with(["ctrl"]))
    default: return character(isAll: isAll)
    }
  }

  private mutating func take(_ count: Int, _ key: Key) -> Input {
    pending.removeFirst(min(count, pending.count))
    return .key(key)
  }

  /// A character of as many bytes as its first says (RFC 3629); one that is broken is replaced.
  private mutating func character(isAll: Bool) -> Input? {
    let width =
      switch pending[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard pending.count >= width || isAll else { return nil }
    let text = String(decoding: pending.prefix(width), as: UTF8.self)
    return take(width, Key(text.first ?? "\u{FFFD}"))
  }

  // MARK: Escape sequences

  private mutating func escape(isAll: Bool) -> Input? {
    guard pending.count > 1 else { return isAll ? take(1, .escape) : nil }
    switch pending[1] {
    case UInt8(ascii: "["): return sequence(isAll: isAll)
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return isAll ? take(2, Key("O").with(["alt"])) : nil }
      return take(3, Self.finals[pending[2]] ?? .escape)
    case 0x1B: return take(1, .escape)
    default:
      pending.removeFirst()
      guard case .key(let key)? = next(isAll: true) else { return .key(.escape) }
      return .key(key.with(["alt"]))
    }
  }

  /// `ESC [ 1 ; 5 A`: parameters, then a final byte.
  private mutating func sequence(isAll: Bool) -> Input? {
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return isAll ? take(pending.count, .escape) : nil
    }
    let words = String(decoding: pending[2..<end], as: UTF8.self).split(separator: ";")
    let numbers = words.compactMap { Int($0) }
    if pending[end] == UInt8(ascii: "~"), numbers.first == 200 { return paste(isAll: isAll) }
    let key =
      pending[end] == UInt8(ascii: "~")
      ? numbers.first.flatMap(Self.numbered) : Self.finals[pending[end]]
    let modifiers = numbers.count > 1 ? numbers[1] - 1 : 0
    let prefixes = [(1, "shift"), (2, "alt"), (4, "ctrl")].filter { modifiers & $0.0 != 0 }
      .map(\.1)
    return take(end + 1, (key ?? .escape).with(prefixes))
  }

  private mutating func paste(isAll: Bool) -> Input? {
    let closing = Array("\u{1B}[201~".utf8)
    let body = pending.dropFirst(6)
    guard body.count >= closing.count,
      let end = body.indices.dropLast(closing.count - 1).first(where: {
        body[$0] == 0x1B && body[$0..<$0 + closing.count].elementsEqual(closing)
      })
    else { return nil }
    let text = String(decoding: pending[6..<end], as: UTF8.self)
    pending.removeFirst(end + closing.count)
    return .paste(text)
  }

  private static let finals: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): Key.tab.with(["shift"]), UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }
}
