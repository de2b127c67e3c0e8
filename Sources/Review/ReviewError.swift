public import Bitext

/// An action that cannot be carried out on a row, and why.
public struct ReviewError: Fault, Hashable {
  /// Why not.
  public enum Reason: Hashable, Sendable {
    /// The words name no action.
    case unknownAction
    /// The document pair has only so many rows.
    case noSuchRow(of: Int)
    /// The row has no text on the side the action needs.
    case nothingThere(Side)
    /// There is no row above.
    case noRowAbove
    /// There is no row below.
    case noRowBelow
    /// A person has decided on the row.
    case decided(Status)
    /// A corrected target text belongs to segments that would part.
    case tearsEditedText
    /// A split would leave a row with nothing in it.
    case emptyPart
    /// The row has no such segment, or none after it.
    case noSuchSegment(Side, Int)
    /// A row between the two that are meant is decided.
    case decidedBetween(row: Int)
    /// A row cannot face itself.
    case sameRow
    /// The cut lies outside the row, inside a character, or leaves only white space.
    case badCut(Side, Cut)
    /// The rows or segments are no longer as the change found them.
    case changedMeanwhile
  }

  /// The row, as `press:42`, or the words that were no action.
  public let place: String
  /// Why not.
  public let reason: Reason

  /// An action refused at `place` for `reason`.
  public init(place: String, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  public var kind: FaultKind {
    switch reason {
    case .unknownAction, .noSuchRow, .badCut, .noSuchSegment: .usage
    default: .refused
    }
  }

  public var problem: String {
    switch reason {
    case .unknownAction: "no such action"
    case .noSuchRow(let count): "no such row; there are \(count)"
    case .nothingThere(let side): "the row has no \(side.rawValue) text"
    case .noRowAbove: "there is no row above"
    case .noRowBelow: "there is no row below"
    case .decided(let status): "the row is already \(status.rawValue)"
    case .tearsEditedText: "the corrected target text belongs to segments that would part"
    case .emptyPart: "the split would leave a row empty"
    case .noSuchSegment(let side, let number): "the row has no \(side.rawValue) segment \(number)"
    case .decidedBetween(let row): "a person has decided on row \(row), which stands between"
    case .sameRow: "a row cannot face itself"
    case .badCut(let side, let cut): "cannot cut the \(side.rawValue) text at \(cut)"
    case .changedMeanwhile: "the rows have changed meanwhile"
    }
  }

  public var fix: String {
    switch reason {
    case .unknownAction: "use one of: \(ReviewAction.forms.joined(separator: ", "))"
    case .noSuchRow(let count):
      count == 0 ? "align the pair again" : "give a row from 1 to \(count)"
    case .nothingThere: "choose the other side, or another row"
    case .noRowAbove: "act on a row below the first"
    case .noRowBelow: "act on a row above the last, or split this one"
    case .decided: "unconfirm it first"
    case .tearsEditedText: "take the correction back with an empty edit, then edit again"
    case .emptyPart: "leave at least one segment above the cut and one below"
    case .noSuchSegment: "count the row's segments from 1"
    case .decidedBetween: "unconfirm it first, or mark the pair as moved"
    case .sameRow: "name another row"
    case .badCut: "cut after N segments as N, or B bytes into the next as N+B"
    case .changedMeanwhile: "show the rows again and repeat the action"
    }
  }
}
