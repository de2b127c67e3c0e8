public import Bitext
public import Memory
public import Review

/// A review row by row, as the plain prompt asks for it.
///
/// The next row is always the first one that wants a look and was not left as it is since it last
/// changed: a row above that a nudge reopened comes again.
public struct PlainReview: Sendable {
  /// The row to look at, from 0; `nil` when none is left.
  public private(set) var index: Int?

  private var session: ReviewSession
  private let queue: DoubtQueue
  private let order: DoubtQueue.Order
  private var passed: Set<Row.ID> = []

  init(_ session: ReviewSession, doubtful: Bool, worstFirst: Bool) {
    self.session = session
    // Below infinity is every unreviewed row.
    queue = DoubtQueue(threshold: doubtful ? DoubtQueue().threshold : .infinity)
    order = worstFirst ? .worstFirst : .document
    index = nextIndex
  }

  /// The document pair as it stands now.
  public var pair: DocumentPair { session.pair }

  /// How often each action was carried out: `confirm`, `skip`, `undo`.
  public var done: [String: Int] { session.done }

  /// How many rows want a look. O(rows).
  public var doubtful: Int { session.doubtful }

  /// How far the review of the document pair has come. O(rows · log segments).
  public var figures: PairFigures { session.figures }

  /// Leaves the row as it is and goes on.
  public mutating func skip() {
    guard let index else { return }
    passed.insert(pair.rows[index].id)
    session.count("skip")
    self.index = nextIndex
  }

  /// Does an action to the row, stores it, and goes on when the row wants no further look.
  /// - Throws: as `ReviewSession.perform`.
  public mutating func act(_ action: ReviewAction) throws {
    try change { session, index in try session.perform(action, at: index) }
  }

  /// Aligns the row and the undecided rows around it again, and stores what changed.
  /// - Returns: how many rows stand otherwise than before.
  /// - Throws: as `act`; `WorkbenchError` when the row is decided.
  public mutating func realign() throws -> Int {
    try change { session, index in try session.take(session.realignment(around: index)) }
  }

  /// Makes a change at the row and goes on; gives how many rows changed.
  @discardableResult
  private mutating func change(
    _ carryOut: (inout ReviewSession, Int) throws -> RowEdit
  ) throws -> Int {
    guard let index else { return 0 }
    let id = pair.rows[index].id
    defer { goOn(from: id) }
    let edit = try carryOut(&session, index)
    let changed = Set(edit.rows.after).subtracting(edit.rows.before)
    passed.subtract(changed.map(\.id))
    return changed.count
  }

  /// Takes back the last change of a row, made in this review or before it, and goes there; stays
  /// on the row it is on when that changed too.
  /// - Throws: `MemoryError` when the last event was no change of a row.
  public mutating func undo() throws {
    let here = index.map { pair.rows[$0].id }
    let edit = try session.undo()
    let restored = edit.rows.after.map(\.id)
    passed.subtract(restored)
    let goal = restored.first { $0 == here } ?? restored.first
    index = pair.rows.firstIndex { $0.id == goal }
  }

  /// Stays on the row of this id while it wants a look; else goes to the next.
  private mutating func goOn(from id: Row.ID?) {
    let here = pair.rows.firstIndex { $0.id == id }
    index = here.flatMap { queue.wants(pair.rows[$0]) ? $0 : nil } ?? nextIndex
  }

  private var nextIndex: Int? {
    queue.indices(in: pair.rows, order: order).first { !passed.contains(pair.rows[$0].id) }
  }
}

extension Bench {
  /// Begins a review row by row.
  /// - Parameters:
  ///   - doubtful: only rows that want a look; else all that nobody has seen.
  ///   - worstFirst: the least probable row first; else as they stand in the texts.
  ///   - means: what realigning is to use.
  /// - Throws: `unknownName`.
  public func plainReview(
    _ name: String, doubtful: Bool, worstFirst: Bool, means: @escaping MeansFinder
  ) throws(MemoryError) -> PlainReview {
    PlainReview(
      try review(name, means: means), doubtful: doubtful, worstFirst: worstFirst)
  }
}
