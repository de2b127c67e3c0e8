internal import Bitext
internal import Workbench

/// The signs of the screen. Each thing that has a colour has a sign of its own as well; where the
/// terminal shows ambiguous characters two columns wide, signs are narrow ones.
enum Signs {
  private static var isWide: Bool { AmbiguousWidth.isWide.load(ordering: .relaxed) }

  static var bar: String { isWide ? "|" : "│" }
  static var rule: String { isWide ? "-" : "─" }
  static var crossTop: String { isWide ? "+" : "┬" }
  static var crossBottom: String { isWide ? "+" : "┴" }
  static var full: String { isWide ? "#" : "█" }
  static var empty: String { isWide ? "." : "░" }
  static var more: String { isWide ? ".." : "…" }
  static var dot: String { isWide ? "-" : "·" }
  static var arrow: String { isWide ? "->" : "→" }
  /// Before the second segment of a side, and those after it.
  static var next: String { isWide ? ":" : "┆" }
  /// The row of the cursor, and the active segment in it.
  static let cursor = "▸"
  static let segment = "›"
  /// A side without text.
  static let gap = "∅"
  static let flag = "⚑"
  static let comment = "\""
  static let changed = "*"

  /// A row's status in one column.
  static func status(_ row: RowView) -> (sign: String, look: Look) {
    switch row.status {
    case .unreviewed: row.isDoubtful ? ("?", .colour(.yellow)) : (" ", .plain)
    case .accepted: ("~", .colour(.green))
    case .confirmed where row.source.isEmpty || row.target.isEmpty: ("⇄", .colour(.green))
    case .confirmed: ("✓", .colour(.green))
    case .edited: ("✎", .colour(.green))
    case .omitted: ("-", .colour(.green))
    case .added: ("+", .colour(.green))
    case .nonText: ("#", .dim)
    case .rejected: ("✗", .colour(.red))
    }
  }

  /// How good a term is, in one column.
  static func status(_ status: TermStatus?) -> (sign: String, look: Look) {
    switch status {
    case .preferred, .admitted: ("✓", .colour(.green))
    case .deprecated, .superseded: ("~", .colour(.yellow))
    case .forbidden, nil: ("✗", .colour(.red))
    }
  }
}
