public import Bitext
internal import Memory
public import Review

/// A review with a cursor: what keys and buttons ask for is done to the row where it stands. A
/// screen shows it and calls it; it knows no screen.
public struct ReviewDesk: Sendable {
  /// What becomes of a command.
  public enum Reply: Sendable {
    /// It is done; what to tell of it, if anything.
    case done(String? = nil)
    /// Words are wanted: ask, then `answer`.
    case ask(Question)
    /// A split is to be chosen, then `take`.
    case split(SplitDraft)
    /// The realignment is to be seen, then `take`.
    case realignment(Realignment)
    /// What would be taken back is to be seen, then `take`.
    case rowUndo(RowUndo)
    /// The risk is to be seen, then `accept`.
    case acceptance(Acceptance)
    /// Words of the row are to be chosen, then `answer` for `term`.
    case term(TermDraft)
    /// One of `RowFilter.choices` is to be chosen.
    case filter
    /// The keys are to be shown.
    case help
    /// The row's terms and reasons are to be shown whole, or no longer.
    case terms
    /// The review is to be ended.
    case quit
  }

  /// What is asked of a person.
  public enum Question: Hashable, Sendable {
    /// The corrected target text, given the present one.
    case text(String)
    /// A remark, given the present one.
    case comment(String)
    /// What to find.
    case find
    /// The number of a row.
    case row
    /// A command by its name, an action in its written form, or the number of a row.
    case command
  }

  /// What was picked up and waits for its counterpart.
  public enum Held: Hashable, Sendable {
    /// A side of a row, to face the other side of another, out of order.
    case moved(Row.ID, Side)
    /// A segment, by its side and where it begins, to be pinned to one of the other side.
    case pinned(Side, start: Int)
  }

  /// The review under it.
  public internal(set) var session: ReviewSession
  /// The row of the cursor, from 0; one at least is there.
  public internal(set) var index = 0
  /// The active side.
  public internal(set) var side = Side.target
  /// The segment of the active side, from 0, counted in the row.
  public internal(set) var segment = 0
  /// Which rows are shown.
  public internal(set) var filter = RowFilter.all
  /// In which order doubtful rows come.
  public internal(set) var order: DoubtQueue.Order
  /// Whether the source's segments stay as they are.
  public internal(set) var locksSource: Bool
  /// What was picked up.
  public internal(set) var held: Held?
  /// What was last looked for.
  public internal(set) var needle = ""
  /// The keys and what else a person has set.
  public let settings: ReviewSettings

  var last: Repeatable?
  var texts = FoldedTexts()

  /// What `.` does again.
  enum Repeatable: Sendable {
    case command(KeyCommand, Int)
    case action(ReviewAction)
  }

  init(_ session: ReviewSession, _ settings: ReviewSettings) {
    self.session = session
    self.settings = settings
    order = settings.order
    locksSource = settings.locksSource
    session.prepare()
    if let first = nextDoubtful(from: -1, forward: true) { index = first }
  }

  /// The document pair as it stands now.
  public var pair: DocumentPair { session.pair }

  /// The row at the cursor.
  public var row: Row { pair.rows[index] }

  /// Whether a row is shown.
  public func shows(_ index: Int) -> Bool { filter.holds(pair.rows[index], of: pair) }

  /// Does what a command says, at the cursor.
  /// - Parameter count: typed before its key: how often, or which row; `nil` for none.
  /// - Throws: `ReviewError` when the row does not allow it; `MemoryError` when it cannot be stored.
  ///   Nothing has changed then.
  public mutating func perform(_ command: KeyCommand, count: Int? = nil) throws -> Reply {
    defer { settle() }
    if let reply = try go(command, count) { return reply }
    switch command {
    case .again: return try repeatLast(count)
    case .undo, .redo: return try turnBack(command, count ?? 1)
    case .undoRow: return .rowUndo(try session.rowUndo(at: index))
    case .edit: return try askForText()
    case .comment: return .ask(.comment(row.comment ?? ""))
    case .split: return .split(draft())
    case .term: return .term(TermDraft(of: row, in: pair, side: side))
    case .acceptRest: return .acceptance(acceptance(atLeast: settings.acceptAbove))
    case .realign:
      return
        try realignment(reach: count ?? Self.reach, keepsIt: false) ?? .done("nothing would change")
    case .find: return .ask(.find)
    case .goTo: return .ask(.row)
    case .command: return .ask(.command)
    case .filter: return .filter
    case .help: return .help
    case .terms: return .terms
    case .quit: return .quit
    default:
      let reply = try change(command, max(1, count ?? 1))
      last = .command(command, max(1, count ?? 1))
      return reply
    }
  }

  /// Ends what was picked up.
  public mutating func letGo() { held = nil }

  /// What accepting the rest would take.
  public func acceptance(atLeast threshold: Double) -> Acceptance {
    pair.acceptance(atLeast: threshold)
  }

  /// Keeps the cursor on a row that is there and shown.
  mutating func settle() {
    index = max(0, min(index, pair.rows.count - 1))
    if !shows(index), let near = visible(after: index) ?? visible(before: index) { index = near }
    if !shows(index) { filter = .all }
    segment = max(0, min(segment, segmentCount - 1))
  }

  /// How many segments the active side of the row has.
  var segmentCount: Int { pair[side].indices(startingIn: row[side]).count }

  private func askForText() throws -> Reply {
    guard !row.target.isEmpty else {
      throw ReviewError(place: "\(pair.name):\(index + 1)", .nothingThere(.target))
    }
    return .ask(.text(pair.text(row, .target)))
  }

  private mutating func turnBack(_ command: KeyCommand, _ times: Int) throws -> Reply {
    var changed: [Row] = []
    for time in 0..<times {
      do {
        let edit = try command == .undo ? session.undo() : session.redo()
        changed = edit.rows.after + edit.rows.before
      } catch {
        if time == 0 { throw error }
        break
      }
    }
    goTo(changed)
    return .done(command == .undo ? "undone" : "done again")
  }

  /// Takes back what was shown of the row's history.
  public mutating func take(_ undo: RowUndo) throws -> Reply {
    defer { settle() }
    let edit = try session.take(undo)
    goTo(edit.rows.after + edit.rows.before)
    let count = undo.events.count
    return .done("took back \(count) \(count == 1 ? "change" : "changes")")
  }

  /// Stays on the row when it is among those that changed; else goes to the first of them.
  private mutating func goTo(_ changed: [Row]) {
    let here = changed.first { pair.rows.indices.contains(index) && $0.id == row.id }
    if here == nil, let first = changed.first { index = pair.place(of: first) }
    held = nil
  }

  private mutating func repeatLast(_ count: Int?) throws -> Reply {
    switch last {
    case nil: return .done("there is nothing to do again")
    case .command(let command, let times): return try change(command, count ?? times)
    case .action(let action): return try act(action, count ?? 1, "again: \(action.name)")
    }
  }
}

extension Bench {
  /// Opens a document pair for a review with a cursor.
  /// - Parameter means: what realigning and highlighting are to use.
  /// - Throws: `unknownName`; `WorkbenchError` when there is no row.
  public func reviewDesk(
    _ name: String, _ settings: ReviewSettings, means: @escaping MeansFinder
  ) throws -> ReviewDesk {
    let session = try review(name, means: means)
    guard !session.pair.rows.isEmpty else { throw WorkbenchError.noRows(name) }
    return ReviewDesk(session, settings)
  }
}

extension WorkbenchError {
  static func noRows(_ name: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: name, problem: "the document pair has no rows",
      fix: "align texts that are not empty")
  }
}
