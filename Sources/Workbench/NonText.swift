internal import Bitext

/// Bylines, page numbers and the like are marked when rows are made, so that nobody has to look at
/// them and none gets into a translation memory.
extension DocumentPair {
  /// Marks undecided rows that hold nothing to translate as `non-text`. O(rows · log segments).
  /// - Parameter first: rows of a lesser id stay as they are.
  mutating func markNonText(from first: Row.ID = 0) {
    for index in rows.indices
    where rows[index].id >= first && !rows[index].status.isLocked && isNonText(rows[index]) {
      rows[index].status = .nonText
      rows[index].doubts = []
    }
  }
}
