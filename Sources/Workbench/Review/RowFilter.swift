public import Bitext
internal import Review

/// Which rows a screen shows and its keys go to.
public enum RowFilter: Hashable, Sendable {
  /// All rows.
  case all
  /// Rows that want a look.
  case doubtful
  /// Rows that a person flagged.
  case flagged
  /// Rows that are not 1-1.
  case unequal
  /// Rows with a remark.
  case commented
  /// Rows of one status.
  case status(Status)

  /// A filter with the key that chooses it and its name.
  public struct Choice: Hashable, Sendable {
    /// Typed to choose it.
    public let key: Character
    /// The filter.
    public let filter: RowFilter
  }

  /// All filters.
  public static let choices: [Choice] = [
    Choice(key: "a", filter: .all), Choice(key: "d", filter: .doubtful),
    Choice(key: "f", filter: .flagged), Choice(key: "n", filter: .unequal),
    Choice(key: "m", filter: .commented), Choice(key: "u", filter: .status(.unreviewed)),
    Choice(key: "c", filter: .status(.confirmed)), Choice(key: "e", filter: .status(.edited)),
    Choice(key: "o", filter: .status(.omitted)), Choice(key: "i", filter: .status(.added)),
    Choice(key: "t", filter: .status(.accepted)), Choice(key: "x", filter: .status(.nonText)),
    Choice(key: "r", filter: .status(.rejected)),
  ]

  /// What it is called.
  public var name: String {
    switch self {
    case .all: "all"
    case .doubtful: "doubtful"
    case .flagged: "flagged"
    case .unequal: "not 1-1"
    case .commented: "commented"
    case .status(let status): status.rawValue
    }
  }

  /// Whether a row of the document pair is shown. O(log segments).
  public func holds(_ row: Row, of pair: DocumentPair) -> Bool {
    switch self {
    case .all: true
    case .doubtful: DoubtQueue().wants(row)
    case .flagged: row.isFlagged
    case .unequal: pair.shape(row) != Shape(1, 1)
    case .commented: row.comment != nil
    case .status(let status): row.status == status
    }
  }
}
