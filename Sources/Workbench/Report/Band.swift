internal import Bitext
internal import Review

/// A row as it is drawn, or of a long text some rows together: which part of each text it holds, and
/// how sure it is.
public struct Band: Codable, Hashable, Sendable {
  /// What a person should see of it.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A person has decided.
    case decided
    /// Taken unseen at a stated risk.
    case accepted
    /// Nobody has seen it, and nothing speaks against it.
    case open
    /// It wants a look.
    case doubtful
    /// Text without a counterpart.
    case null
    /// No text, or no pair to keep.
    case apart
  }

  /// Its rows, counted from 1.
  public var rows: ClosedRange<Int>
  /// Its part of the source text, in bytes.
  public var source: Range<Int>
  /// Its part of the target text, in bytes.
  public var target: Range<Int>
  /// The worst of its rows.
  public var kind: Kind
  /// The least probability of its rows; `nil` where none has one.
  public var confidence: Double?
  /// How many segments it holds on each side.
  public var shape: String

  /// More than this cannot be told apart on paper.
  private static let most = 1200

  /// The rows of a document pair, of a long one some together. O(rows).
  static func bands(of pair: DocumentPair) -> [Band] {
    let size = max(1, (pair.rows.count + most - 1) / most)
    let queue = DoubtQueue()
    return stride(from: 0, to: pair.rows.count, by: size).map { start in
      let rows = pair.rows[start..<min(start + size, pair.rows.count)]
      let shapes = rows.map(pair.shape)
      return Band(
        rows: start + 1...start + rows.count,
        source: rows[start].source.lowerBound..<rows[rows.endIndex - 1].source.upperBound,
        target: rows[start].target.lowerBound..<rows[rows.endIndex - 1].target.upperBound,
        kind: rows.map { Kind($0, queue) }.max { $0.weight < $1.weight } ?? .open,
        confidence: rows.compactMap(\.confidence).min(),
        shape: "\(shapes.reduce(0) { $0 + $1.source })-\(shapes.reduce(0) { $0 + $1.target })")
    }
  }
}

extension Band.Kind {
  init(_ row: Row, _ queue: DoubtQueue) {
    self =
      switch row.status {
      case .nonText, .rejected: .apart
      case _ where row.source.isEmpty || row.target.isEmpty: .null
      case _ where queue.wants(row): .doubtful
      case .accepted: .accepted
      case .unreviewed: .open
      default: .decided
      }
  }

  /// How much it should be seen beside others.
  fileprivate var weight: Int {
    switch self {
    case .apart: 0
    case .decided: 1
    case .accepted: 2
    case .open: 3
    case .null: 4
    case .doubtful: 5
    }
  }

  /// What the legend calls it.
  var words: String {
    switch self {
    case .decided: "decided by a person"
    case .accepted: "accepted unseen"
    case .open: "not reviewed"
    case .doubtful: "wants a look"
    case .null: "without a counterpart"
    case .apart: "no text, or rejected"
    }
  }
}
