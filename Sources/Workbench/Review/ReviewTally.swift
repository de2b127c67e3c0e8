public import Bitext
internal import Review

/// What a screen counts after each key. O(rows), about a millisecond for 20,000.
public struct ReviewTally: Hashable, Sendable {
  /// How many rows have each status; a status no row has is absent.
  public private(set) var statuses: [Status: Int] = [:]
  /// How many rows a person has decided.
  public private(set) var decided = 0
  /// How many rows want a look.
  public private(set) var doubtful = 0
  /// The errors to expect among unreviewed rows.
  public private(set) var errors = 0.0
  /// Unreviewed rows without confidence, of which nothing can be expected.
  public private(set) var unscored = 0

  /// How many rows nobody has seen.
  public var unreviewed: Int { statuses[.unreviewed] ?? 0 }

  /// Counts the rows of a document pair.
  public init(_ pair: DocumentPair) {
    let queue = DoubtQueue()
    for row in pair.rows {
      statuses[row.status, default: 0] += 1
      if row.status.isLocked { decided += 1 }
      guard row.status == .unreviewed else { continue }
      if queue.wants(row) { doubtful += 1 }
      if let confidence = row.confidence { errors += 1 - confidence } else { unscored += 1 }
    }
  }
}
