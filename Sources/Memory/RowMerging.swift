// Rows that two workspaces have of the same two texts: what only one of them changed stands, and what
// both changed, each otherwise, is told.
internal import Bitext
internal import GRDB

/// A document pair's rows, and which of them a person changed since the workspaces parted.
struct ChangedRows {
  var rows: [Bitext.Row]
  var changed: Set<Bitext.Row.ID>
}

/// What becomes of our rows when theirs are taken in. O(rows).
struct RowMerge {
  /// What changes in ours.
  private(set) var edit = RowEdit(rows: .init())
  /// The numbers, from 1, of our rows that both changed.
  private(set) var conflicts: [Int] = []
  private let ours: ChangedRows
  private let theirs: ChangedRows
  private var nextID: Bitext.Row.ID

  /// Compares the rows between borders that both have.
  init(_ ours: ChangedRows, _ theirs: ChangedRows) {
    (self.ours, self.theirs) = (ours, theirs)
    nextID = 1 + (ours.rows.map(\.id).max() ?? 0)
    var (i, j) = (0, 0)
    while i < ours.rows.count, j < theirs.rows.count {
      let (first, second) = (i, j)
      (i, j) = (i + 1, j + 1)
      while !ours.rows[i - 1].ends(with: theirs.rows[j - 1]) {
        if ours.rows[i - 1].end <= theirs.rows[j - 1].end { i += 1 } else { j += 1 }
      }
      compare(first..<i, second..<j)
    }
  }

  private mutating func compare(_ places: Range<Int>, _ theirPlaces: Range<Int>) {
    let (mine, others) = (ours.rows[places], theirs.rows[theirPlaces])
    guard others.contains(where: { theirs.changed.contains($0.id) }) else { return }
    var id = nextID
    let after = others.enumerated().map { index, row in
      var row = row
      if index < mine.count {
        row.id = mine[mine.startIndex + index].id
      } else {
        (row.id, id) = (id, id + 1)
      }
      return row
    }
    if after == Array(mine) { return }
    if mine.contains(where: { ours.changed.contains($0.id) }) {
      conflicts += places.map { $0 + 1 }
      return
    }
    nextID = id
    edit.rows.before += mine
    edit.rows.after += after
  }
}

extension Bitext.Row {
  /// How much of both texts lies before its end: it grows from row to row.
  fileprivate var end: Int { source.upperBound + target.upperBound }

  fileprivate func ends(with other: Bitext.Row) -> Bool {
    source.upperBound == other.source.upperBound && target.upperBound == other.target.upperBound
  }
}

extension Store {
  /// The last event that another workspace has too: where a copy parted from what it was copied from.
  /// 0 for workspaces that were never one. O(events).
  func lastCommonEvent(with other: Store) throws(MemoryError) -> Int {
    func events(_ store: Store) throws(MemoryError) -> [String] {
      try store.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT id || char(9) || time || char(9) || author || char(9) || action || char(9) || subject
              || char(9) || ifnull(length(change), 0)
            FROM event ORDER BY id
            """)
      }
    }
    let common = zip(try events(self), try events(other)).prefix { $0 == $1 }
    return Array(common).last.flatMap { Int($0.0.prefix { $0 != "\t" }) } ?? 0
  }

  /// The rows of a document pair, and those that a person changed after an event.
  func changedRows(of pair: DocumentPair, after event: Int) throws(MemoryError) -> ChangedRows {
    try read { db in
      let sql = """
        SELECT r.id FROM row r JOIN event e ON e.id = r.event JOIN event root ON root.id = e.root
        WHERE r.pair = ? AND e.id > ? AND (e.action = 'undo'
          OR root.action NOT IN ('align', 'import', 'replace', 'update', 'realign'))
        """
      let changed = try Int.fetchSet(db, sql: sql, arguments: [db.id(named: pair.name), event])
      return ChangedRows(rows: pair.rows, changed: changed)
    }
  }
}
