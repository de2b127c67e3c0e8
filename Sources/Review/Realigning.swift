public import Bitext

/// Rows that give way to rows found anew: which they are, and what the new ones take over.
extension DocumentPair {
  /// The runs of rows among these that nobody has decided. A row with a corrected text is no part
  /// of one: the correction belongs to its segments. O(rows).
  public func openRuns(in range: Range<Int>) -> [Range<Int>] {
    range.reduce(into: []) { runs, index in
      guard rows[index].isOpen else { return }
      let start = runs.last?.upperBound == index ? runs.removeLast().lowerBound : index
      runs.append(start..<index + 1)
    }
  }

  /// The run of such rows that the row at `index` is in, between the nearest rows that stay above
  /// and below; empty when the row itself stays. O(rows of the run).
  public func openRun(around index: Int) -> Range<Int> {
    guard rows[index].isOpen else { return index..<index }
    var run = index..<index + 1
    while run.lowerBound > 0, rows[run.lowerBound - 1].isOpen {
      run = run.lowerBound - 1..<run.upperBound
    }
    while run.upperBound < rows.count, rows[run.upperBound].isOpen {
      run = run.lowerBound..<run.upperBound + 1
    }
    return run
  }

  /// The change that puts rows found anew in the place of open runs, from the first row that
  /// changes to the last. A new row that begins where an old one began keeps its id, and its
  /// status and where it moved to too when it also ends there; other new rows get `nextID` and the
  /// ids after it.
  /// Comments and flags go to the row that holds what they stood at. O(rows from the first run to the last).
  /// - Parameter found: the runs in order, each with rows that hold the same segments.
  public func edit(
    realigning found: [(run: Range<Int>, rows: [Row])], nextID: Int
  ) -> RowEdit {
    let first = found.first?.run.lowerBound ?? 0
    var end = first
    var nextID = nextID
    var after: [Row] = []
    for (run, new) in found {
      after += rows[end..<run.lowerBound]
      after += heirs(new, of: rows[run], &nextID)
      end = run.upperBound
    }
    return RowEdit(rows: .init(before: Array(rows[first..<end]), after: after).trimmed)
  }

  private func heirs(_ new: [Row], of old: ArraySlice<Row>, _ nextID: inout Int) -> [Row] {
    var old = old
    return new.indices.map { index in
      var heir = new[index]
      let end = index + 1 < new.count ? new[index + 1].start : .max
      let begun = old.prefix { $0.start < end }
      old = old.dropFirst(begun.count)
      if let first = begun.first, first.begins(where: heir) {
        heir.id = first.id
        if first.stands(where: heir) { heir.takeOver(first) }
      } else {
        heir.id = nextID
        nextID += 1
      }
      for row in begun { heir.takeRemarks(of: row) }
      return heir
    }
  }
}

extension Row {
  /// Whether realigning may put other rows in its place.
  fileprivate var isOpen: Bool { !status.isLocked && edited == nil }

  /// Takes over what a row of the same text has that aligning does not tell anew: what changed in
  /// it, and a counterpart elsewhere, which may be out of sight when only some rows are aligned.
  fileprivate mutating func takeOver(_ old: Row) {
    status = old.status
    for kind in [Doubt.Kind.moved, .changed] where !doubts.contains(where: { $0.kind == kind }) {
      doubts += old.doubts.filter { $0.kind == kind }
    }
  }

  /// The sum of the two starts, which grows from row to row since no row is empty.
  fileprivate var start: Int { source.lowerBound + target.lowerBound }

  fileprivate func begins(where other: Row) -> Bool {
    source.lowerBound == other.source.lowerBound && target.lowerBound == other.target.lowerBound
  }

  fileprivate func stands(where other: Row) -> Bool {
    source == other.source && target == other.target
  }
}

extension RowEdit.Exchange {
  /// The same change without what is equal at its beginning and its end.
  var trimmed: RowEdit.Exchange<Item> {
    let above = zip(before, after).prefix { $0 == $1 }.count
    let rest = (before.dropFirst(above), after.dropFirst(above))
    let below = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    return RowEdit.Exchange(
      before: Array(rest.0.dropLast(below)), after: Array(rest.1.dropLast(below)))
  }
}
