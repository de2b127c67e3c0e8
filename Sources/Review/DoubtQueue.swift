public import Bitext

/// Which rows want a look, and in what order.
public struct DoubtQueue: Hashable, Sendable {
  /// How the rows are ordered.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// As they stand in the texts.
    case document
    /// The least probable first; among equals the one with more doubts, then document order.
    case worstFirst = "worst-first"
  }

  /// An unreviewed row less probable than this wants a look.
  public var threshold: Double

  /// A queue of the rows below `threshold` or with doubts. How many rows the default sends to review,
  /// and how many errors it lets pass: docs/alignment.md.
  public init(threshold: Double = 0.9) { self.threshold = threshold }

  /// Whether a row wants a look: it is unreviewed and improbable, doubted, or without a
  /// probability because a person changed its borders.
  public func wants(_ row: Row) -> Bool {
    guard row.status == .unreviewed else { return false }
    guard let confidence = row.confidence else { return true }
    return confidence < threshold || !row.doubts.isEmpty
  }

  /// The indices of the rows that want a look. A row without a probability counts as 0.
  /// O(n), worst first O(n log n).
  public func indices(in rows: [Row], order: Order = .document) -> [Int] {
    let wanted = rows.indices.filter { wants(rows[$0]) }
    guard order == .worstFirst else { return wanted }
    return wanted.sorted { a, b in
      let (first, second) = (rows[a], rows[b])
      return (first.confidence ?? 0, -first.doubts.count, a)
        < (second.confidence ?? 0, -second.doubts.count, b)
    }
  }
}
