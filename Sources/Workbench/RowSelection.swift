/// Rows that a person named: `press`, `press:42`, `press:10-20`.
public struct RowSelection: Hashable, Sendable, CustomStringConvertible {
  /// The document pair.
  public var name: String
  /// The rows, counted from 1; `nil` for all.
  public var rows: ClosedRange<Int>?

  init(name: String, rows: ClosedRange<Int>? = nil) {
    self.name = name
    self.rows = rows
  }

  /// Reads the form that a person writes.
  /// - Throws: `WorkbenchError` when what follows the colon is no row and no range.
  public init(_ text: String) throws(WorkbenchError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    name = String(parts[0])
    guard parts.count > 1 else { return }
    let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, !name.isEmpty, (1...2).contains(ends.count), let first = ends[0],
      let last = ends[ends.count - 1], first > 0, first <= last
    else { throw .badRowRange(text) }
    rows = first...last
  }

  public var description: String {
    rows == nil ? name : "\(name):\(numbers)"
  }

  /// `row 42`, `rows 10-20`, `all rows`.
  var words: String {
    rows == nil ? "all rows" : rows?.count == 1 ? "row \(numbers)" : "rows \(numbers)"
  }

  private var numbers: String {
    guard let rows else { return "" }
    return rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)-\(rows.upperBound)"
  }
}
