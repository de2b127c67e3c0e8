/// What a person can ask for in a review: each has a name for configuration and the command line, a
/// line of help, and the keys that `KeyMap` gives it.
public enum KeyCommand: String, Hashable, Sendable, CaseIterable {
  // Decisions.
  case confirm
  case confirmAndStep = "confirm-and-step"
  case confirmAbove = "confirm-above"
  case acceptRest = "accept-rest"
  case unconfirm
  case omitted
  case added
  case nonText = "non-text"
  case reject
  // Going about.
  case down
  case up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case top
  case bottom
  case goTo = "go-to"
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"
  case nextUnequal = "next-unequal"
  case previousUnequal = "previous-unequal"
  case nextUnreviewed = "next-unreviewed"
  case previousUnreviewed = "previous-unreviewed"
  case nextFlagged = "next-flagged"
  case previousFlagged = "previous-flagged"
  case find
  case filter
  case order
  // Inside a row.
  case otherSide = "other-side"
  case nextSegment = "next-segment"
  case previousSegment = "previous-segment"
  // Borders.
  case nudgeDown = "nudge-down"
  case nudgeUp = "nudge-up"
  case mergeDown = "merge-down"
  case mergeUp = "merge-up"
  case split
  case splitHere = "split-here"
  case shiftDown = "shift-down"
  case shiftUp = "shift-up"
  case joinNext = "join-next"
  case joinPrevious = "join-previous"
  case move
  case pin
  case realign
  case lockSource = "lock-source"
  // Words.
  case edit
  case comment
  case flag
  case doubt
  case term
  case terms
  // The rest.
  case undo
  case redo
  case undoRow = "undo-row"
  case again
  case command
  case help
  case quit

  /// What it does, in one line of at most 60 characters.
  public var help: String {
    switch self {
    case .confirm: "confirm the row, go to the next doubtful one"
    case .confirmAndStep: "confirm the row, go to the next unreviewed one"
    case .confirmAbove: "confirm this row and every undecided one above"
    case .acceptRest: "accept the rest: probable rows, unseen, at a stated risk"
    case .unconfirm: "take the decision back"
    case .omitted: "omitted: the source has no counterpart"
    case .added: "added: the target has no counterpart"
    case .nonText: "non-text: a byline, a page number"
    case .reject: "reject: no pair to keep"
    case .down: "next row"
    case .up: "previous row"
    case .pageDown: "a screen down"
    case .pageUp: "a screen up"
    case .top: "first row"
    case .bottom: "last row; with a count, that row"
    case .goTo: "go to a row by its number; twice: to the first"
    case .nextDoubtful: "next doubtful row"
    case .previousDoubtful: "previous doubtful row"
    case .nextUnequal: "next row that is not 1-1"
    case .previousUnequal: "previous row that is not 1-1"
    case .nextUnreviewed: "next unreviewed row"
    case .previousUnreviewed: "previous unreviewed row"
    case .nextFlagged: "next flagged row"
    case .previousFlagged: "previous flagged row"
    case .find: "find words on either side; Enter alone: the next"
    case .filter: "show only some rows"
    case .order: "doubtful rows by doubt, or by place"
    case .otherSide: "the other side becomes the active one"
    case .nextSegment: "next segment of the row"
    case .previousSegment: "previous segment of the row"
    case .nudgeDown: "nudge the last segment to the row below"
    case .nudgeUp: "nudge the first segment to the row above"
    case .mergeDown: "merge with the row below"
    case .mergeUp: "merge with the row above"
    case .split: "split: choose where"
    case .splitHere: "split after the segment at the cursor"
    case .shiftDown: "shift this side down from here"
    case .shiftUp: "shift this side up from here"
    case .joinNext: "join the segment with the next"
    case .joinPrevious: "join the segment with the previous"
    case .move: "pick up, go, and again: the two face each other, moved"
    case .pin: "pin: this segment, go, and that one: the two are a row"
    case .realign: "realign 20 undecided rows around; with a count, so many"
    case .lockSource: "lock or unlock the source's segments"
    case .edit: "edit the target text; the original is kept"
    case .comment: "comment"
    case .flag: "flag, to be seen again; again: no flag"
    case .doubt: "doubt the row: it wants a look again"
    case .term: "add a term from the row's words"
    case .terms: "all terms and reasons of the row, or back"
    case .undo: "undo, as far back as you like"
    case .redo: "redo"
    case .undoRow: "take the row's last change back, and what builds on it"
    case .again: "do the last change again, here"
    case .command: "command: any action by its name"
    case .help: "these keys"
    case .quit: "quit; everything is stored already"
    }
  }

  /// Where help lists it.
  public var group: Group {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return Group.allCases.last { group in
      place >= (all.firstIndex(of: group.first) ?? 0)
    } ?? .decisions
  }

  /// The parts of the help.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case decisions = "Decide"
    case going = "Go"
    case row = "In a row"
    case borders = "Borders"
    case words = "Words"
    case rest = "Else"

    var first: KeyCommand {
      switch self {
      case .decisions: .confirm
      case .going: .down
      case .row: .otherSide
      case .borders: .nudgeDown
      case .words: .edit
      case .rest: .undo
      }
    }
  }
}
