public import Alignment
public import Bitext
internal import Memory
internal import Review
internal import Terminology

/// What realigning changed, or would change.
public struct RealignReport: Codable, Sendable {
  /// The document pair.
  public var name: String
  /// How many rows were aligned again.
  public var rows: Int
  /// The rows whose text changed, as they stood.
  public var before: [RowView]
  /// The rows that stand there now.
  public var after: [RowView]
}

extension Bench {
  /// Gives what there is for aligning texts of two languages.
  public typealias MeansFinder = @Sendable (Language, Language) throws -> AligningMeans

  /// Aligns rows again that nobody has decided, and stores the change as one event; no event when
  /// nothing changes. O(rows aligned) besides reading the document pair.
  /// - Parameters:
  ///   - selection: one row means all undecided rows about it up to the nearest decided ones.
  ///   - isDryRun: whether to store nothing.
  /// - Throws: `MemoryError`; `WorkbenchError` for a row that is not there, or when every row is
  ///   decided.
  public func realign(
    _ selection: RowSelection, means: MeansFinder, model: Model? = nil, isDryRun: Bool = false
  ) throws -> RealignReport {
    let old = try store.pair(named: selection.name)
    var new = old
    let runs = try old.openRuns(of: selection)
    let (source, target) = (old.source.document.language, old.target.document.language)
    let realigner = try Realigner(
      from: store, source, target, means(source, target), model: model)
    let edit = try store.realign(runs, of: &new, by: realigner, isDryRun: isDryRun)
    return RealignReport(old, new, edit, runs)
  }
}

extension Store {
  /// Aligns runs of rows again: stores what changes first, then makes it in `pair`. On a fault
  /// `pair` is as it was.
  fileprivate func realign(
    _ runs: [Range<Int>], of pair: inout DocumentPair, by realigner: Realigner, isDryRun: Bool
  ) throws -> RowEdit {
    let edit = try realigner.edit(runs, of: pair, nextID: nextRowID(in: pair.name))
    guard !edit.changesNothing, let first = runs.first, let last = runs.last else { return edit }
    let whole = RowSelection(name: pair.name, rows: first.lowerBound + 1...last.upperBound)
    if !isDryRun {
      try apply(edit, to: pair.name, action: RowEdit.realign, subject: whole.words)
      realigner.keepVectors()
    }
    try pair.apply(edit)
    return edit
  }
}

/// Aligns rows again; made once and used for every gap of a review.
struct Realigner: Sendable {
  private let alignments: Alignments

  /// What the workspace and these means have for two languages. Takes up to a fifth of a second, for
  /// the confirmed rows.
  init(
    from store: Store, _ source: Language, _ target: Language, _ means: AligningMeans,
    model: Model? = nil
  ) throws(MemoryError) {
    alignments = try Alignments(from: store, source, target, means, model: model)
  }

  /// The change that puts rows found anew in the place of runs of rows, all others being certain.
  /// - Throws: what the encoder throws.
  func edit(_ runs: [Range<Int>], of pair: DocumentPair, nextID: Int) throws -> RowEdit {
    pair.edit(realigning: try alignments.rows(of: runs, in: pair), nextID: nextID)
  }

  /// Keeps the vectors that were made, for the next time.
  func keepVectors() { alignments.keepVectors() }
}

extension RowEdit {
  /// What the log calls a change that realigning made.
  static let realign = "realign"
}

extension Alignments {
  /// What aligns a part of a stored document pair: with the glossary, and with what all confirmed rows
  /// teach as they stand now, its own too.
  init(
    from store: Store, _ source: Language, _ target: Language, _ means: AligningMeans,
    model: Model? = nil
  ) throws(MemoryError) {
    let learning = try Learning(from: store, source, target, means.lexicon)
    self.init(
      Glossary(try store.concepts(), means.lexicon), means.lexicon, learning.all, model,
      means.encoder.map { CachedEncoder($0, in: store) }, source, target)
  }

  /// New rows in the place of each run, all other rows being certain.
  /// - Parameter bound: rows that are runs of their own and whose borders are certain: only reasons to
  ///   look at them are found.
  func rows(
    of runs: [Range<Int>], in pair: DocumentPair, bound: Set<Int> = []
  ) throws -> [(run: Range<Int>, rows: [Row])] {
    try Stretch.around(runs, of: pair.rows.count).flatMap { try rows(of: $0, in: pair, bound) }
  }

  private func rows(
    of stretch: Stretch, in pair: DocumentPair, _ bound: Set<Int>
  ) throws -> [(run: Range<Int>, rows: [Row])] {
    let seen = pair.gap(stretch.rows)
    let boundHere = stretch.runs.map(\.lowerBound).filter(bound.contains)
    let locked = (stretch.staying + boundHere).sorted().map { index in
      let held = pair.gap(index..<index + 1).counted(from: seen)
      return LockedBead(source: held.source, target: held.target)
    }
    let rungs = Rungs(
      try align(pair.source.part(seen.source), pair.target.part(seen.target), locked: locked))
    return stretch.runs.map { run in
      let gap = pair.gap(run)
      var found = rungs.filling(gap.counted(from: seen))
      if bound.contains(run.lowerBound) { found = [Rung(bound: gap, found)] }
      return (run, rows(of: found, at: gap, in: pair))
    }
  }

  private func rows(of rungs: [Rung], at gap: Gap, in pair: DocumentPair) -> [Row] {
    let rows = DocumentPair.rows(
      of: rungs.map(\.shape), below: Shape(gap.source.lowerBound, gap.target.lowerBound),
      source: pair.source, target: pair.target)
    return zip(rows, rungs).map { row, rung in
      var row = row
      row.take(rung)
      row.doubts += termDoubts(row, in: pair)
      return row
    }
  }
}

extension DocumentPair {
  /// The runs of undecided rows that a person means.
  fileprivate func openRuns(of selection: RowSelection) throws(WorkbenchError) -> [Range<Int>] {
    let range = try indices(of: selection)
    let runs =
      selection.rows?.count == 1 ? [openRun(around: range.lowerBound)] : openRuns(in: range)
    guard runs.contains(where: { !$0.isEmpty }) else { throw .allDecided(selection) }
    return runs
  }
}

extension RealignReport {
  fileprivate init(
    _ old: DocumentPair, _ new: DocumentPair, _ edit: RowEdit, _ runs: [Range<Int>]
  ) {
    name = old.name
    rows = runs.reduce(0) { $0 + $1.count }
    before = old.views(of: edit.rows.before, notIn: edit.rows.after)
    after = new.views(of: edit.rows.after, notIn: edit.rows.before)
  }
}

extension DocumentPair {
  /// Rows that stand here, as a person sees them, but those whose text stands in `others` too.
  fileprivate func views(of some: [Row], notIn others: [Row]) -> [RowView] {
    let other = Set(others.map { [$0.source, $0.target] })
    let changed = Set(some.filter { !other.contains([$0.source, $0.target]) }.map(\.id))
    return rows.indices.filter { changed.contains(rows[$0].id) }.map(view)
  }
}

extension WorkbenchError {
  static func allDecided(_ selection: RowSelection) -> WorkbenchError {
    WorkbenchError(
      kind: .refused, place: selection.description,
      problem: "a person has decided or corrected every row here",
      fix:
        "take a decision back first, as in `bitext edit \(selection.name):\(selection.rows?.lowerBound ?? 1) unconfirm`"
    )
  }
}
