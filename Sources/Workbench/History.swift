public import Memory

/// One thing that was done, as the log tells it.
public typealias Event = EventSummary

/// What was done in a workspace, taken back and done again.
extension Bench {
  /// Whose history is meant: a document pair's, the glossary's, or all.
  public typealias Scope = Memory.Scope

  /// The events, oldest first.
  public func log(_ scope: Scope) throws(MemoryError) -> [Event] { try store.log(scope) }

  /// Takes back the last change that stands.
  /// - Throws: `nothingToUndo`.
  public func undo(_ scope: Scope) throws(MemoryError) -> Event {
    try store.undo(scope).event
  }

  /// Does again what the last undo took back.
  /// - Throws: `nothingToUndo`.
  public func redo(_ scope: Scope) throws(MemoryError) -> Event {
    try store.redo(scope).event
  }
}
