public import Bitext

/// What a person can do to a row. Each action has one written form, for scripts and logs:
/// `confirm`, `nudge-down target`, `merge-down`, `split 1 0+12`, `edit The new text.`
public enum ReviewAction: Hashable, Sendable {
  /// The row is right: confirmed, or edited when its target text was corrected; a row with one
  /// side only becomes omitted or added, for that is what being right means there.
  case confirm
  /// Back to unreviewed. A corrected text stays.
  case unconfirm
  /// Taken unseen. Only an unreviewed row can be accepted.
  case accept
  /// The row's last segment on one side goes to the row below.
  case nudgeDown(Side)
  /// The row's first segment on one side goes to the row above.
  case nudgeUp(Side)
  /// The row and the one below become one; with a side, the row takes only that side of the row
  /// below.
  case mergeDown(Side? = nil)
  /// The row and the one above become one; with a side, the row takes only that side of the row
  /// above.
  case mergeUp(Side? = nil)
  /// What follows the cuts goes below as a new row.
  case split(source: Cut, target: Cut)
  /// The source text has no counterpart. On a row with both sides the target text goes below as a
  /// new row, so that no neighbour changes; it can be merged or nudged from there.
  case omitted
  /// The target text has no counterpart. On a row with both sides the source text goes below as a
  /// new row.
  case added
  /// Corrects the target text; an empty text, or the original one, takes a correction back.
  case edit(String)
  /// No pair to keep.
  case reject
  /// Not text to translate.
  case nonText
  /// A remark; an empty one takes it away.
  case comment(String)
}

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
    case .split: "split"
    case .omitted: "omitted"
    case .added: "added"
    case .edit: "edit"
    case .reject: "reject"
    case .nonText: "non-text"
    case .comment: "comment"
    }
  }

  /// Every action's name with the arguments it takes, in the order help shows them.
  public static let forms = [
    "confirm", "unconfirm", "accept", "nudge-down SIDE", "nudge-up SIDE", "merge-down [SIDE]",
    "merge-up [SIDE]", "split SOURCE-CUT TARGET-CUT", "omitted", "added", "edit [TEXT]", "reject",
    "non-text", "comment [TEXT]",
  ]

  /// The written form, which `init(_:)` reads back.
  public var description: String {
    let arguments =
      switch self {
      case .nudgeDown(let side), .nudgeUp(let side): side.rawValue
      case .mergeDown(let side), .mergeUp(let side): side?.rawValue ?? ""
      case .split(let source, let target): "\(source) \(target)"
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
    default: return nil
    }
  }

  private init?(bare name: String) {
    let all: [ReviewAction] = [
      .confirm, .unconfirm, .accept, .mergeDown(), .mergeUp(), .omitted, .added, .reject, .nonText,
    ]
    guard let action = all.first(where: { $0.name == name }) else { return nil }
    self = action
  }

  private init?(name: String, side: String) {
    guard let side = Side(rawValue: side) else { return nil }
    let all: [ReviewAction] = [.nudgeDown(side), .nudgeUp(side), .mergeDown(side), .mergeUp(side)]
    guard let action = all.first(where: { $0.name == name }) else { return nil }
    self = action
  }
}
