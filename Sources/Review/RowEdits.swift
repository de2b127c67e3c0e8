public import Bitext

/// From an action to the change it makes. The change is whole (`RowEdit`): it can be stored,
/// applied and taken back. Only the row and its neighbours are looked at.
extension DocumentPair {
  /// What `action` changes, done to the row at `index` (from 0). A new row gets `nextID`, further
  /// ones the ids after it.
  ///
  /// Rows whose borders change, the neighbours included, lose confidence and doubts and become
  /// unreviewed, locked or not: what was confirmed is no longer what stands there. Corrected texts
  /// and comments move whole and are joined where rows join; an action that would tear a corrected
  /// text is refused. A row left without text on both sides goes away.
  ///
  /// Where nothing changes, the edit's `changesNothing` is true. O(text of the rows touched).
  public func edit(for action: ReviewAction, at index: Int, nextID: Int) throws(ReviewError)
    -> RowEdit
  {
    guard rows.indices.contains(index) else {
      throw refusal(.noSuchRow(of: rows.count), at: index)
    }
    switch action {
    case .nudgeDown, .nudgeUp, .mergeDown(.some), .mergeUp(.some):
      return try moving(action, at: index)
    case .mergeDown: return try merging(below: index, at: index)
    case .mergeUp: return try merging(below: index - 1, at: index)
    case .split(let source, let target):
      return try splitting(at: index, source, target, nextID: nextID)
    case .shiftDown(let side): return try shiftingDown(side, from: index, nextID: nextID)
    case .shiftUp(let side): return try shiftingUp(side, from: index)
    case .join(let side, let first): return try joining(side, first, at: index)
    case .move(let side, let other):
      return try moving(side, of: index, to: other, nextID: nextID)
    case .pin(let source, let target, let other):
      return try pinning(source, of: index, to: target, of: other, nextID: nextID)
    case .omitted: return try setting(.source, apartAs: .omitted, at: index, nextID: nextID)
    case .added: return try setting(.target, apartAs: .added, at: index, nextID: nextID)
    default:
      return RowEdit(
        rows: .init(before: [rows[index]], after: [try decided(action, at: index)]))
    }
  }

  func refusal(_ reason: ReviewError.Reason, at index: Int) -> ReviewError {
    ReviewError(place: "\(name):\(index + 1)", reason)
  }
}

extension RowEdit {
  /// The change from one state of a document pair to another of the same texts: from the first row
  /// and segment that differ to the last. O(rows and segments), most of it comparing what is equal.
  public init(from old: DocumentPair, to new: DocumentPair) {
    self.init(
      rows: Exchange(before: old.rows, after: new.rows).trimmed,
      source: Exchange(before: old.source.segments, after: new.source.segments).trimmed,
      target: Exchange(before: old.target.segments, after: new.target.segments).trimmed)
  }

  /// Whether everything stands as it stood; such an edit is no event.
  public var changesNothing: Bool {
    rows.before == rows.after && source.before == source.after && target.before == target.after
  }
}
