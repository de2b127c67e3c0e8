internal import Bitext

/// The one written form of each action: read from scripts and keys, written to the log.
extension ReviewAction: CustomStringConvertible {
  /// The action's name, without its arguments: `nudge-down`.
  public var name: String {
    switch self {
    case .confirm: "confirm"
    case .unconfirm: "unconfirm"
    case .accept: "accept"
    case .nudgeDown: "nudge-down"
    case .nudgeUp: "nudge-up"
    case .mergeDown: "merge-down"
    case .mergeUp: "merge-up"
    case .shiftDown: "shift-down"
    case .shiftUp: "shift-up"
    case .join: "join"
    case .split: "split"
    case .omitted: "omitted"
    case .added: "added"
    case .move: "move"
    case .pin: "pin"
    case .edit: "edit"
    case .reject: "reject"
    case .nonText: "non-text"
    case .comment: "comment"
    case .flag: "flag"
    case .unflag: "unflag"
    case .doubt: "doubt"
    }
  }

  /// Every action's name with the arguments it takes, in the order help shows them.
  public static let forms = [
    "confirm", "unconfirm", "accept", "nudge-down SIDE", "nudge-up SIDE", "merge-down [SIDE]",
    "merge-up [SIDE]", "shift-down SIDE", "shift-up SIDE", "join SIDE SEGMENT",
    "split SOURCE-CUT TARGET-CUT", "omitted", "added", "move SIDE ROW",
    "pin SOURCE-SEGMENT TARGET-SEGMENT ROW", "edit [TEXT]", "reject", "non-text",
    "comment [TEXT]", "flag", "unflag", "doubt",
  ]

  /// The names alone.
  public static let names = forms.map { String($0.prefix { $0 != " " }) }

  /// The written form, which `init(_:)` reads back.
  public var description: String {
    let arguments =
      switch self {
      case .nudgeDown(let side), .nudgeUp(let side), .shiftDown(let side), .shiftUp(let side):
        side.rawValue
      case .mergeDown(let side), .mergeUp(let side): side?.rawValue ?? ""
      case .join(let side, let first): "\(side) \(first + 1)"
      case .split(let source, let target): "\(source) \(target)"
      case .move(let side, let row): "\(side) \(row + 1)"
      case .pin(let source, let target, let row): "\(source + 1) \(target + 1) \(row + 1)"
      case .edit(let text), .comment(let text): text
      default: ""
      }
    return arguments.isEmpty ? name : "\(name) \(arguments)"
  }

  /// Reads the written form. After `edit` and `comment` the text is everything past one space.
  public init(_ written: String) throws(ReviewError) {
    let parts = written.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? String(parts[1]) : ""
    guard let action = Self(name: String(parts[0]), rest: rest) else {
      throw ReviewError(place: written, .unknownAction)
    }
    self = action
  }

  private init?(name: String, rest: String) {
    let words = rest.split(separator: " ").map(String.init)
    switch (name, words.count) {
    case ("edit", _): self = .edit(rest)
    case ("comment", _): self = .comment(rest)
    case (_, 0): self.init(bare: name)
    case (_, 1): self.init(name: name, side: words[0])
    case ("split", 2):
      guard let source = Cut(words[0]), let target = Cut(words[1]) else { return nil }
      self = .split(source: source, target: target)
    case (_, 2): self.init(name: name, side: words[0], number: words[1])
    case ("pin", 3):
      let numbers = words.compactMap { Int($0) }.filter { $0 > 0 }
      guard numbers.count == 3 else { return nil }
      self = .pin(source: numbers[0] - 1, target: numbers[1] - 1, of: numbers[2] - 1)
    default: return nil
    }
  }

  private init?(bare name: String) {
    let all: [ReviewAction] = [
      .confirm, .unconfirm, .accept, .mergeDown(), .mergeUp(), .omitted, .added, .reject, .nonText,
      .flag, .unflag, .doubt,
    ]
    guard let action = all.first(where: { $0.name == name }) else { return nil }
    self = action
  }

  private init?(name: String, side: String) {
    guard let side = Side(rawValue: side) else { return nil }
    let all: [ReviewAction] = [
      .nudgeDown(side), .nudgeUp(side), .mergeDown(side), .mergeUp(side), .shiftDown(side),
      .shiftUp(side),
    ]
    guard let action = all.first(where: { $0.name == name }) else { return nil }
    self = action
  }

  private init?(name: String, side: String, number: String) {
    guard let side = Side(rawValue: side), let number = Int(number), number > 0 else { return nil }
    switch name {
    case "join": self = .join(side, first: number - 1)
    case "move": self = .move(side, to: number - 1)
    default: return nil
    }
  }
}
