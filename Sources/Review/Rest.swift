public import Bitext

/// What accepting the rest would take: every row that nobody has seen and that is probable enough.
public struct Acceptance: Hashable, Sendable {
  /// Rows less probable are left.
  public let threshold: Double
  /// The indices of the rows, in order.
  public let rows: [Int]
  /// The errors to expect among them: the sum of 1 − confidence.
  public let expectedErrors: Double
  /// How many unreviewed rows are left, being less probable, of unknown confidence, or doubted by a
  /// person.
  public let left: Int
}

/// Decisions on many rows, in one change.
extension DocumentPair {
  /// The unreviewed rows that are at least so probable and that no person flagged or doubts.
  /// O(rows).
  public func acceptance(atLeast threshold: Double) -> Acceptance {
    let open = rows.indices.filter { rows[$0].status == .unreviewed }
    let taken = open.filter { index in
      (rows[index].confidence ?? -1) >= threshold
        && !rows[index].doubts.contains { $0.kind.isPersons }
    }
    return Acceptance(
      threshold: threshold, rows: taken,
      expectedErrors: taken.reduce(0) { $0 + 1 - (rows[$1].confidence ?? 1) },
      left: open.count - taken.count)
  }

  /// The change that accepts them. O(rows from the first to the last).
  public func edit(accepting acceptance: Acceptance) -> RowEdit {
    deciding(acceptance.rows) { $0.status = .accepted }
  }

  /// The change that confirms every undecided row down to the one at `index`. O(rows above).
  public func edit(confirmingThrough index: Int) -> RowEdit {
    let open = rows.indices.prefix(index + 1).filter { !rows[$0].status.isLocked }
    return deciding(open) { $0 = $0.confirmed }
  }

  private func deciding(_ indices: [Int], _ decide: (inout Row) -> Void) -> RowEdit {
    guard let first = indices.first, let last = indices.last else { return RowEdit(rows: .init()) }
    let before = Array(rows[first...last])
    var after = before
    for index in indices { decide(&after[index - first]) }
    return RowEdit(rows: .init(before: before, after: after))
  }
}
