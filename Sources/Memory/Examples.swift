// Where a phrase stands in the stored units: the examples under a term.
public import Bitext

/// A row or an imported unit that holds a phrase.
public struct Example: Hashable, Sendable, Codable {
  /// The source text.
  public var source: String
  /// The target text.
  public var target: String
  /// The document pair or memory it stands in.
  public var document: String
  /// Its place there, counted from 1.
  public var number: Int
}

extension Store {
  /// The first units whose text on `side` holds `phrase` in any of its forms, its case aside. O(limit) for what is
  /// common, O(units that hold its rarest part) for what is rare.
  public func pairsContaining(
    _ phrase: String, side: Side, limit: Int
  ) throws(MemoryError) -> [Example] {
    guard limit > 0 else { return [] }
    var query = ConcordanceQuery([phrase.lowercased()])
    query.side = side
    return try find(query, limit: limit).units.map {
      Example(
        source: $0.unit.source, target: $0.unit.target, document: $0.unit.document,
        number: $0.number)
    }
  }
}
