public import Bitext

/// How far the review of a document pair has come.
public struct ReviewSummary: Hashable, Sendable {
  /// How many rows there are.
  public let rows: Int
  /// How many rows have each status; a status no row has is absent.
  public let statuses: [Status: Int]
  /// How many rows have each shape.
  public let shapes: [Shape: Int]
  /// How many rows want a look.
  public let doubtful: Int
  /// The errors to expect among the rows that no person has decided: the sum of 1 − confidence
  /// over the unreviewed and accepted rows that have one.
  public let expectedErrors: Double
  /// How many undecided rows have no confidence, so that nothing can be expected of them.
  public let unscored: Int

  /// Counts the rows of a document pair. O(rows · log segments).
  public init(of pair: DocumentPair, queue: DoubtQueue = DoubtQueue()) {
    rows = pair.rows.count
    statuses = Dictionary(pair.rows.map { ($0.status, 1) }, uniquingKeysWith: +)
    shapes = Dictionary(pair.rows.map { (pair.shape($0), 1) }, uniquingKeysWith: +)
    doubtful = pair.rows.count(where: queue.wants)
    let open = pair.rows.filter { !$0.status.isLocked }
    expectedErrors = open.reduce(0) { $0 + 1 - ($1.confidence ?? 1) }
    unscored = open.count { $0.confidence == nil }
  }

  /// How many rows a person has decided.
  public var decided: Int {
    statuses.reduce(0) { $0 + ($1.key.isLocked ? $1.value : 0) }
  }
}
