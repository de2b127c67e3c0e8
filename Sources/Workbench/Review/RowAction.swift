internal import Bitext
internal import Memory
internal import Review

/// One action on one row, as scripts give it.
extension Bench {
  /// Every action's name with the arguments it takes.
  public static var actionForms: [String] { ReviewAction.forms }

  /// Does an action to a row and stores it, as one event; no event when nothing changes.
  /// - Parameters:
  ///   - row: names one row: `press:42`.
  ///   - action: its written form: `confirm`, `split 1 0+12`, `edit The new text.`
  /// - Returns: the rows the action touched, as they are now.
  /// - Throws: `WorkbenchError` when no row is named; `ReviewError` when there is no such action or
  ///   the row does not allow it; `MemoryError`.
  public func perform(_ action: String, on row: RowSelection) throws -> PairView {
    guard let numbers = row.rows, numbers.count == 1 else {
      throw WorkbenchError.whichRow(row.name)
    }
    let action = try ReviewAction(action)
    var pair = try store.pair(named: row.name)
    let edit = try store.perform(action, on: &pair, at: numbers.lowerBound - 1)
    let touched = Set(edit.rows.after.map(\.id))
    return PairView(
      name: pair.name, sourceLanguage: pair.source.document.language,
      targetLanguage: pair.target.document.language, rowCount: pair.rows.count,
      rows: pair.rows.indices.filter { touched.contains(pair.rows[$0].id) }.map(pair.view))
  }
}

extension Store {
  /// Does an action to the row at `index`: stores it first, then makes it in `pair`. On a fault
  /// `pair` is as it was.
  func perform(_ action: ReviewAction, on pair: inout DocumentPair, at index: Int) throws
    -> RowEdit
  {
    let edit = try pair.edit(for: action, at: index, nextID: nextRowID(in: pair.name))
    try make(edit, in: &pair, action.name, "row \(index + 1)")
    return edit
  }

  /// Stores a change, then makes it in `pair`; nothing when it changes nothing. Gives the event.
  /// - Throws: `RowConflict` when somebody else changed the rows since `pair` was read.
  @discardableResult
  func make(
    _ edit: RowEdit, in pair: inout DocumentPair, _ action: String, _ subject: String
  ) throws -> EventSummary? {
    guard !edit.changesNothing else { return nil }
    do {
      let event = try apply(edit, to: pair.name, action: action, subject: subject)
      try pair.apply(edit)
      return event
    } catch let error as MemoryError where error.reason == .changedMeanwhile {
      let now = try self.pair(named: pair.name)
      throw try RowConflict(edit, of: pair, now: now, self) ?? error
    }
  }
}

extension WorkbenchError {
  static func whichRow(_ name: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: name,
      problem: "an action is done to one row, and none or many are named",
      fix: "name one, as in \(name):42")
  }
}
