internal import Bitext
public import Memory

/// What taking back the last change of a row takes back.
public struct RowUndo: Codable, Sendable {
  /// The row, as it was named: `press:42`.
  public var place: String
  /// The events, the last first: the row's last change comes last, before it every later one that
  /// builds on it.
  public var events: [Event]
  let name: String
  let row: Row.ID

  init(_ store: Store, _ pair: DocumentPair, at index: Int) throws {
    place = "\(pair.name):\(index + 1)"
    name = pair.name
    row = pair.rows[index].id
    events = try store.undoing(row: row, in: name)
    if events.isEmpty { throw WorkbenchError.unchanged(place) }
  }

  func carryOut(_ store: Store) throws(MemoryError) -> Reversal {
    try store.undo(row: row, in: name, expecting: events.map(\.id))
  }
}

extension Bench {
  /// What was done to a row, oldest first.
  /// - Throws: `WorkbenchError` when no row is named; `MemoryError`.
  public func log(_ row: RowSelection) throws -> [Event] {
    let (pair, index) = try place(of: row)
    return try store.log(ofRow: pair.rows[index].id, in: pair.name)
  }

  /// What taking back the last change of a row would take back. Nothing is stored.
  /// - Throws: as `log`; `WorkbenchError` when the row is as it was aligned.
  public func rowUndo(_ row: RowSelection) throws -> RowUndo {
    let (pair, index) = try place(of: row)
    return try RowUndo(store, pair, at: index)
  }

  /// Takes back what was shown, as one: a redo does all of it again.
  /// - Throws: `MemoryError` when something else was done there meanwhile.
  public func undo(_ undo: RowUndo) throws(MemoryError) { _ = try undo.carryOut(store) }

  private func place(of row: RowSelection) throws -> (DocumentPair, Int) {
    let pair = try store.pair(named: row.name)
    let indices = try pair.indices(of: row)
    guard row.rows?.count == 1, let index = indices.first else {
      throw WorkbenchError.whichRow(row.name)
    }
    return (pair, index)
  }
}

extension WorkbenchError {
  fileprivate static func unchanged(_ place: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: place, problem: "no change of this row stands",
      fix: "`bitext log \(place)` shows what was done to it and taken back")
  }
}
