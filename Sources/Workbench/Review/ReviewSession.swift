public import Bitext
public import Memory
public import Review

/// A document pair open for review. Every change is stored the moment it is made, as one event;
/// ending the review at any moment loses nothing. Which row is looked at is the caller's to know.
///
/// When somebody else changed the rows meanwhile, a change is refused, and theirs are read.
public struct ReviewSession: Sendable {
  /// The document pair as it stands now.
  public private(set) var pair: DocumentPair
  /// How often each action was carried out: `confirm`, `undo`.
  public private(set) var done: [String: Int] = [:]

  private let bench: Bench
  private var store: Store { bench.store }
  private let means: Prepared<AligningMeans>
  private let realigner: Prepared<Realigner>
  private var reader: Prepared<RowReader>
  /// The last event that `pair` has in it, and those after it that were made here.
  private var seen: Int
  private var own: Set<Int> = []

  init(
    _ bench: Bench, _ name: String, means findMeans: @escaping Bench.MeansFinder
  ) throws(MemoryError) {
    self.bench = bench
    let store = bench.store
    seen = try store.lastEvent(of: name)
    let pair = try store.pair(named: name)
    self.pair = pair
    let (source, target) = (pair.source.document.language, pair.target.document.language)
    let means = Prepared { try findMeans(source, target) }
    self.means = means
    realigner = Prepared { try Realigner(from: store, source, target, means.value) }
    reader = Prepared { try RowReader(from: store, source, target, means.value.lexicon) }
  }

  /// Makes ready for realigning beside other work, so that the first time is as quick as any.
  public func prepare() {
    reader.begin()
    realigner.begin()
  }

  /// What there is to see of the row at `index`. O(text of the row), after the glossary was read.
  /// - Throws: `MemoryError` when that cannot be read.
  public func detail(of index: Int) throws -> RowDetail {
    try reader.value.detail(pair.joinedTexts(pair.rows[index]))
  }

  /// The same, if it can be had within so many seconds: the lexicon may still be being read.
  public func detail(of index: Int, within seconds: Double) throws -> RowDetail? {
    try reader.value(within: seconds)?.detail(pair.joinedTexts(pair.rows[index]))
  }

  /// Adds a term with its rendering to the glossary, as a concept of its own; one event of the
  /// glossary.
  /// - Throws: `MemoryError`.
  public mutating func addTerm(_ source: String, _ target: String) throws -> Concept {
    let (from, to) = (pair.source.document.language, pair.target.document.language)
    let terms = [TermText(language: from, text: source), TermText(language: to, text: target)]
    let concept = try bench.addTerms(terms, to: nil, TermFields())
    let (store, means) = (store, means)
    reader = Prepared { try RowReader(from: store, from, to, means.value.lexicon) }
    count("term add")
    return concept
  }

  /// How many rows want a look. O(rows).
  public var doubtful: Int { pair.rows.count(where: DoubtQueue().wants) }

  /// How far the review of the document pair has come. O(rows · log segments).
  public var figures: PairFigures { PairFigures(pair) }

  /// Does an action to the row at `index`, and again `times` times or until it cannot be done; one
  /// event in all.
  /// - Returns: what changed.
  /// - Throws: `ReviewError` when the row does not allow it; `MemoryError` when it cannot be
  ///   stored. Nothing has changed then.
  @discardableResult
  public mutating func perform(
    _ action: ReviewAction, at index: Int, times: Int = 1
  ) throws -> RowEdit {
    let nextID = try store.nextRowID(in: pair.name)
    let edit =
      times == 1
      ? try pair.edit(for: action, at: index, nextID: nextID)
      : try pair.edit(for: action, at: index, times: times, nextID: nextID)
    return try make(edit, action.name, "row \(index + 1)")
  }

  /// Makes a row of a source segment of the row at `index` and a target segment of the row at
  /// `other`, as the action `pin` does, and aligns what stood with them again; one event.
  /// - Throws: as `perform`.
  public mutating func pin(
    _ source: Int, of index: Int, to target: Int, of other: Int
  ) throws -> RowEdit {
    let nextID = try store.nextRowID(in: pair.name)
    let action = ReviewAction.pin(source: source, target: target, of: other)
    let pinned = try pair.applying(pair.edit(for: action, at: index, nextID: nextID))
    let change = RowEdit(from: pair, to: pinned)
    let first = change.rows.after.first.flatMap { row in
      pinned.rows.firstIndex { $0.id == row.id }
    }
    guard let first else { return change }
    let runs = pinned.openRuns(in: first..<first + change.rows.after.count)
    let nextFree = max(nextID, (change.rows.after.map(\.id).max() ?? 0) + 1)
    let rest = try realigner.value.edit(runs, of: pinned, nextID: nextFree)
    let edit = RowEdit(from: pair, to: try pinned.applying(rest))
    return try make(edit, action.name, "rows \(index + 1), \(other + 1)")
  }

  /// Accepts the rows that an acceptance names; the threshold and the risk are in the log.
  /// - Throws: as `perform`.
  @discardableResult
  public mutating func accept(_ acceptance: Acceptance) throws -> RowEdit {
    try make(
      pair.edit(accepting: acceptance), ReviewAction.accept.name, acceptance.words)
  }

  /// Confirms every undecided row down to the one at `index`.
  /// - Throws: as `perform`.
  @discardableResult
  public mutating func confirm(through index: Int) throws -> RowEdit {
    try make(
      pair.edit(confirmingThrough: index), ReviewAction.confirm.name, "rows 1-\(index + 1)")
  }

  /// What aligning the undecided rows around one again would change. Nothing is stored.
  /// - Parameters:
  ///   - reach: how many rows above it and below it at most.
  ///   - keepsIt: whether that row stays as it is, and the rows above and below it are aligned.
  /// - Throws: `WorkbenchError` when every row there is decided.
  public func realignment(
    around index: Int, reach: Int = .max, keepsIt: Bool = false
  ) throws -> Realignment {
    let open = pair.openRun(around: index)
    let near = max(0, index - min(index, reach))..<index + min(pair.rows.count - index, reach) + 1
    let run = open.clamped(to: near)
    let runs =
      keepsIt ? [run.lowerBound..<index, index + 1..<run.upperBound].filter { !$0.isEmpty } : [run]
    guard let first = runs.first, let last = runs.last, !first.isEmpty else {
      throw WorkbenchError.allDecided(
        RowSelection(name: pair.name, rows: index + 1...index + 1))
    }
    let edit = try realigner.value.edit(
      runs, of: pair, nextID: store.nextRowID(in: pair.name))
    return Realignment(
      of: pair, edit,
      RowSelection(name: pair.name, rows: first.lowerBound + 1...last.upperBound))
  }

  /// Stores what a realignment would change, and the vectors that it took.
  /// - Throws: as `perform`.
  @discardableResult
  public mutating func take(_ realignment: Realignment) throws -> RowEdit {
    let edit = try make(realignment.edit, RowEdit.realign, realignment.place.words)
    try realigner.value.keepVectors()
    return edit
  }

  /// Takes back the last change of rows, made in this review or before it.
  /// - Throws: `MemoryError` when the last event that stands was no change of rows.
  @discardableResult
  public mutating func undo() throws -> RowEdit {
    try reverse("undo") { store, scope throws(MemoryError) in
      try store.undo(scope, onlyRows: true)
    }
  }

  /// Does again what the last undo took back, unless something else was done since.
  /// - Throws: as `undo`.
  @discardableResult
  public mutating func redo() throws -> RowEdit {
    try reverse("redo") { store, scope throws(MemoryError) in
      try store.redo(scope, onlyRows: true)
    }
  }

  /// What taking back the last change of the row at `index` would take back. Nothing is stored.
  /// - Throws: `WorkbenchError` when no change of it stands.
  public func rowUndo(at index: Int) throws -> RowUndo { try RowUndo(store, pair, at: index) }

  /// Takes back what was shown, as one: a redo does all of it again.
  /// - Throws: `MemoryError` when something else was done there meanwhile.
  public mutating func take(_ undo: RowUndo) throws -> RowEdit {
    let reversal = try undo.carryOut(store)
    count(KeyCommand.undoRow.rawValue)
    return try take(reversal)
  }

  /// Takes in what others did to the rows since. O(changes), or O(texts) where more than rows
  /// changed.
  /// - Returns: whether there was anything.
  /// - Throws: `unknownName` when the document pair was removed or renamed.
  public mutating func catchUp() throws(MemoryError) -> Bool {
    let news = try store.rowNews(of: pair.name, after: seen)
    guard let steps = news.steps else {
      try reload()
      return true
    }
    seen = news.last
    let others = steps.filter { !own.contains($0.event) }
    own = []
    do { for step in others { try pair.apply(step.edit) } } catch { try reload() }
    return !others.isEmpty
  }

  /// Reads the document pair anew.
  mutating func reload() throws(MemoryError) {
    seen = try store.lastEvent(of: pair.name)
    own = []
    pair = try store.pair(named: pair.name)
  }

  mutating func count(_ action: String) { done[action, default: 0] += 1 }

  private mutating func reverse(
    _ word: String, _ carryOut: (Store, Bench.Scope) throws(MemoryError) -> Reversal
  ) throws -> RowEdit {
    let reversal = try carryOut(store, .document(pair.name))
    count(word)
    return try take(reversal)
  }

  /// Makes in `pair` what was stored; gives all the rows that changed.
  private mutating func take(_ reversal: Reversal) throws -> RowEdit {
    own.formUnion(reversal.events.map(\.id))
    do { for edit in reversal.edits { try pair.apply(edit) } } catch { try reload() }
    let rows = reversal.edits.map(\.rows)
    return RowEdit(rows: .init(before: rows.flatMap(\.before), after: rows.flatMap(\.after)))
  }

  private mutating func make(
    _ edit: RowEdit, _ action: String, _ subject: String
  ) throws -> RowEdit {
    do {
      let event = try store.make(edit, in: &pair, action, subject)
      if let event { own.insert(event.id) }
    } catch let error as RowConflict {
      try reload()
      throw error
    } catch let error as MemoryError where error.reason == .changedMeanwhile {
      try reload()
      throw error
    }
    if !edit.changesNothing { count(action) }
    return edit
  }
}

extension Acceptance {
  /// `412 rows of .90 and more, 3.1 errors expected`, for the log.
  fileprivate var words: String {
    let errors = (expectedErrors * 10).rounded() / 10
    let noun = rows.count == 1 ? "row" : "rows"
    return "\(rows.count) \(noun) of \(threshold) and more, \(errors) errors expected"
  }
}

extension Bench {
  /// Opens a document pair for review.
  /// - Parameter means: what realigning and highlighting are to use.
  /// - Throws: `unknownName`.
  public func review(
    _ name: String, means: @escaping MeansFinder
  ) throws(MemoryError) -> ReviewSession {
    try ReviewSession(self, name, means: means)
  }
}
