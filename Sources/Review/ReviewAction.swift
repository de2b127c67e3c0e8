public import Bitext

/// What a person can do to a row. Each action has one written form, for scripts and logs:
/// `confirm`, `nudge-down target`, `merge-down`, `split 1 0+12`, `edit The new text.` Rows and
/// segments of a row are counted from 1 there.
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
  /// The side's texts from this row on go down a row each, so that the row has none; a row below
  /// without one takes the push up, and so does a decided row or the end, before which what is left
  /// stands alone.
  case shiftDown(Side)
  /// The row's text on one side joins the row above, and those below follow, up to a row that has
  /// nothing else, a decided row or the end.
  case shiftUp(Side)
  /// Two segments of the row become one: number `first`, from 0, and the one after it.
  case join(Side, first: Int)
  /// What follows the cuts goes below as a new row.
  case split(source: Cut, target: Cut)
  /// The source text has no counterpart. On a row with both sides the target text goes below as a
  /// new row, so that no neighbour changes; it can be merged or nudged from there.
  case omitted
  /// The target text has no counterpart. On a row with both sides the source text goes below as a
  /// new row.
  case added
  /// The row's text on one side faces the other side's text of the row at `to`, out of order. Both
  /// stand alone then, confirmed, and each says where its counterpart is.
  case move(Side, to: Int)
  /// A source segment of the row and a target segment of the row at `to` make a row of their own,
  /// confirmed; what is above and below them makes a row each. All are counted from 0.
  case pin(source: Int, target: Int, of: Int)
  /// Corrects the target text; an empty text, or the original one, takes a correction back.
  case edit(String)
  /// No pair to keep.
  case reject
  /// Not text to translate.
  case nonText
  /// A remark; an empty one takes it away.
  case comment(String)
  /// To be seen again, whatever its status.
  case flag
  /// No longer to be seen again.
  case unflag
  /// Doubtful, a person says: unreviewed, and wants a look until it is confirmed.
  case doubt
}
