public import Bitext
public import Memory
internal import Review

/// What a screen that others work beside needs of a desk: to put the cursor where a pointer is, and
/// to keep in step.
extension ReviewDesk {
  /// Puts the cursor on a row, and in it on a side and a segment; all rows are shown when this one is
  /// not.
  /// - Returns: `nil` when the row is no longer there.
  public mutating func point(
    at id: Row.ID, _ side: Side? = nil, segment: Int? = nil
  ) -> Reply? {
    guard let row = pair.rows.firstIndex(where: { $0.id == id }) else { return nil }
    defer { settle() }
    let reply = goTo(row)
    if let side { self.side = side }
    if let segment { self.segment = segment } else if side != nil { self.segment = 0 }
    return reply
  }

  /// Takes in what others did since. The cursor stays with its row.
  /// - Returns: whether anything changed.
  /// - Throws: `MemoryError`; `WorkbenchError` when no row is left.
  public mutating func catchUp() throws -> Bool {
    let (old, text) = (row, Side.allCases.map { pair[$0].document.text })
    guard try session.catchUp() else { return false }
    guard !pair.rows.isEmpty else { throw WorkbenchError.noRows(pair.name) }
    if text != Side.allCases.map({ pair[$0].document.text }) { texts = FoldedTexts() }
    index = pair.place(of: old)
    settle()
    return true
  }
}

extension Bench {
  /// The id of the last event of the workspace: when it is another, something was done.
  public func lastEvent() throws(MemoryError) -> Int { try store.lastEvent() }

  /// The last event that touched a row of a document pair: who and when; `nil` for no such row.
  public func lastTouch(of row: Row.ID, in name: String) throws(MemoryError) -> Event? {
    try store.lastTouch(of: row, in: name)
  }

  /// The events that touched a row of a document pair, the last one first.
  public func history(
    of row: Row.ID, in name: String, most: Int = 12
  ) throws(MemoryError) -> [Event] {
    try store.history(of: row, in: name, most: most)
  }

  /// What is known of a document pair.
  /// - Throws: `unknownName`.
  public func facts(of name: String) throws(MemoryError) -> PairFacts {
    try store.facts(of: name)
  }
}
