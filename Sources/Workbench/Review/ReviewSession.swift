public import Bitext
public import Memory
public import Review

/// A review of one document pair, row by row. Every change is stored the moment it is made, as one
/// event; ending the review at any moment loses nothing.
///
/// The next row is always the first one that wants a look and was not left as it is since it last
/// changed: a row above that a nudge reopened comes again.
public struct ReviewSession: Sendable {
  /// The document pair as it stands now.
  public private(set) var pair: DocumentPair
  /// The row to look at, from 0; `nil` when none is left.
  public private(set) var index: Int?
  /// How often each action was carried out: `confirm`, `skip`, `undo`.
  public private(set) var done: [String: Int] = [:]

  private let store: Store
  private let means: Bench.MeansFinder
  private let queue: DoubtQueue
  private let order: DoubtQueue.Order
  private var passed: Set<Row.ID> = []

  init(
    _ store: Store, _ name: String, doubtful: Bool, worstFirst: Bool,
    means: @escaping Bench.MeansFinder
  ) throws(MemoryError) {
    self.store = store
    self.means = means
    pair = try store.pair(named: name)
    // Below infinity is every unreviewed row.
    queue = DoubtQueue(threshold: doubtful ? DoubtQueue().threshold : .infinity)
    order = worstFirst ? .worstFirst : .document
    index = nextIndex
  }

  /// How many rows want a look. O(rows).
  public var doubtful: Int { pair.rows.count(where: DoubtQueue().wants) }

  /// How far the review of the document pair has come. O(rows · log segments).
  public var figures: PairFigures { PairFigures(pair) }

  /// Leaves the row as it is and goes on.
  public mutating func skip() {
    guard let index else { return }
    passed.insert(pair.rows[index].id)
    count("skip")
    self.index = nextIndex
  }

  /// Does an action to the row, stores it, and goes on when the row wants no further look.
  /// - Throws: `ReviewError` when the row does not allow it; `MemoryError` when it cannot be
  ///   stored. Nothing has changed then; but when somebody else changed the rows meanwhile, theirs
  ///   are read.
  public mutating func act(_ action: ReviewAction) throws {
    try change(action.name) { session, index in
      try session.store.perform(action, on: &session.pair, at: index)
    }
  }

  /// Aligns the row and the undecided rows around it again, and stores what changed.
  /// - Returns: how many rows stand otherwise than before.
  /// - Throws: as `act`; `WorkbenchError` when the row is decided.
  public mutating func realign() throws -> Int {
    try change(RowEdit.realign) { session, index in
      try session.store.realign(around: index, of: &session.pair, means: session.means)
    }
  }

  /// Makes a change at the row and goes on; gives how many rows changed.
  @discardableResult
  private mutating func change(
    _ name: String, _ carryOut: (inout ReviewSession, Int) throws -> RowEdit
  ) throws -> Int {
    guard let index else { return 0 }
    let id = pair.rows[index].id
    do {
      let edit = try carryOut(&self, index)
      if !edit.changesNothing { count(name) }
      let changed = Set(edit.rows.after).subtracting(edit.rows.before)
      passed.subtract(changed.map(\.id))
      goOn(from: id)
      return changed.count
    } catch let error as MemoryError where error.reason == .changedMeanwhile {
      try reload()
      throw error
    }
  }

  /// Takes back the last change of a row, made in this review or before it, and goes there; stays
  /// on the row it is on when that changed too.
  /// - Throws: `WorkbenchError` when the last event was no change of a row.
  public mutating func undo() throws {
    let standing = try store.log(.document(pair.name))
      .last { $0.undoes == nil && $0.undoneBy == nil }
    guard let standing, Self.rowChanges.contains(standing.action) else {
      throw WorkbenchError.noRowToUndo(pair.name, last: standing?.action)
    }
    let reversal = try store.undo(.document(pair.name))
    guard let edit = reversal.edit else { return try reload() }
    let here = index.map { pair.rows[$0].id }
    try pair.apply(edit)
    count("undo")
    let restored = edit.rows.after.map(\.id)
    passed.subtract(restored)
    let goal = restored.first { $0 == here } ?? restored.first
    index = pair.rows.firstIndex { $0.id == goal }
  }

  /// What the log calls changes of rows.
  private static let rowChanges = Set(
    ReviewAction.forms.map { String($0.prefix { $0 != " " }) } + [RowEdit.realign])

  private mutating func reload() throws(MemoryError) {
    let id = index.map { pair.rows[$0].id }
    pair = try store.pair(named: pair.name)
    goOn(from: id)
  }

  /// Stays on the row of this id while it wants a look; else goes to the next.
  private mutating func goOn(from id: Row.ID?) {
    let here = pair.rows.firstIndex { $0.id == id }
    index = here.flatMap { queue.wants(pair.rows[$0]) ? $0 : nil } ?? nextIndex
  }

  private var nextIndex: Int? {
    queue.indices(in: pair.rows, order: order).first { !passed.contains(pair.rows[$0].id) }
  }

  private mutating func count(_ action: String) { done[action, default: 0] += 1 }
}

extension Bench {
  /// Begins a review.
  /// - Parameters:
  ///   - doubtful: only rows that want a look; else all that nobody has seen.
  ///   - worstFirst: the least probable row first; else as they stand in the texts.
  ///   - lexicon: what realigning is to use.
  /// - Throws: `unknownName`.
  public func review(
    _ name: String, doubtful: Bool, worstFirst: Bool,
    means: @escaping MeansFinder
  ) throws(MemoryError) -> ReviewSession {
    try ReviewSession(
      store, name, doubtful: doubtful, worstFirst: worstFirst, means: means)
  }
}

extension WorkbenchError {
  fileprivate static func noRowToUndo(_ name: String, last: String?) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: name,
      problem: "no change of a row is left to undo"
        + (last.map { "; the last event is '\($0)'" } ?? ""),
      fix: "`bitext undo` takes other events back")
  }
}
