internal import Bitext
public import Checks
internal import Memory

extension Bench {
  /// Dismisses what rules found in rows: it is not reported again until the row's text changes. One event
  /// for each document pair or memory, which undo takes back.
  /// - Parameter rules: which rules; all that found something there when empty.
  /// - Returns: how many findings were dismissed just now.
  /// - Throws: as `check`.
  public func dismiss(
    _ rules: [Rule], at selection: RowSelection, _ settings: CheckSettings, data: DataFolder? = nil
  ) throws -> Int {
    var settings = settings
    settings.ask(only: rules)
    let rows = try check([RowSelection(name: selection.name)], settings, data: data).findings
    let count = try rowCount(selection)
    if let last = selection.rows?.upperBound, last > count {
      throw WorkbenchError.noSuchRow(selection.name, last, of: count)
    }
    let found = rows.filter { selection.rows?.contains($0.row) ?? true }
    let dismissals = found.map {
      Dismissal(rule: $0.rule.rawValue, source: $0.source, target: $0.target)
    }
    let named = Set(found.map(\.rule.rawValue)).sorted().joined(separator: ", ")
    try store.dismiss(
      Set(dismissals), in: selection.name, subject: "\(selection.words), \(named)")
    return found.count
  }

  private func rowCount(_ selection: RowSelection) throws -> Int {
    var count = 0
    let filter = UnitFilter(
      documents: [selection.name], statuses: Set(Status.allCases), includesNulls: true)
    _ = try store.units(matching: filter) { _ in count += 1 }
    return count
  }
}
