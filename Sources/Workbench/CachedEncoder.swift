internal import Bitext
internal import Encoding
internal import Foundation
public import Memory
internal import Synchronization

/// Another encoder with the workspace's memory: what was encoded before is looked up.
///
/// Its vectors are rounded as the workspace keeps them, kept or not, so that the same texts give the
/// same ladder with an empty memory, a full one or none. What is new waits until `keep`, so that
/// several threads may encode and the workspace is still written in one order.
final class CachedEncoder: SentenceEncoder {
  private let encoder: any SentenceEncoder
  private let store: Store?
  private let keys: VectorKeys
  private let new = Mutex(NewVectors())

  /// - Parameter store: where vectors are looked up and kept; `nil` for nowhere.
  init(_ encoder: any SentenceEncoder, in store: Store?) {
    self.encoder = encoder
    self.store = encoder is VectorFile ? nil : store  // A file's vectors are kept already.
    keys = VectorKeys(encoder)
  }

  var id: String { encoder.id }
  var dimension: Int { encoder.dimension }

  func encode(_ texts: [String]) throws -> [Float] {
    try encode(spans: texts.indices.map { $0..<$0 + 1 }, of: texts, joiner: "")
  }

  func encode(spans: [Range<Int>], of segments: [String], joiner: String) throws -> [Float] {
    let keys = spans.map { self.keys.key(of: segments[$0], joiner: joiner) }
    var vectors = [Float](repeating: 0, count: spans.count * dimension)
    let unknown = new.withLock { $0.fill(Array(keys.indices), of: &vectors, from: keys) }
    let missing = find(unknown, &vectors, keys)
    guard !missing.isEmpty else { return vectors }
    var seen = Set<Data>()
    let rows = missing.filter { seen.insert(keys[$0]).inserted }
    let made = try encoder.encode(spans: rows.map { spans[$0] }, of: segments, joiner: joiner)
    new.withLock { new in
      for (place, row) in rows.enumerated() {
        new.add(keys[row], KeptVector(made[place * dimension..<(place + 1) * dimension]))
      }
      _ = new.fill(missing, of: &vectors, from: keys)
      if store == nil { new = NewVectors() }
    }
    return vectors
  }

  /// Fills the rows whose vectors are kept, and gives the others: all, where the workspace cannot be
  /// read, since then it only takes longer.
  private func find(_ rows: [Int], _ vectors: inout [Float], _ keys: [Data]) -> [Int] {
    guard let store, !rows.isEmpty,
      let found = try? store.fill(rows, of: &vectors, dimension: dimension, from: keys)
    else { return rows }
    new.withLock { $0.used += found.unused.map { keys[$0] } }
    return found.missing
  }

  /// Keeps in the workspace what was encoded since the last time. Where it cannot be written nothing
  /// is lost but time, so that is no fault.
  func keep() {
    let new = new.withLock { new in
      defer { new = NewVectors() }
      return new
    }
    try? store?.keep(new.vectors, used: new.used)
  }
}

/// How many vectors a workspace keeps, and the room they take.
public typealias VectorFigures = VectorCounts

extension Bench {
  /// Removes the vectors that the workspace keeps and gives the room back to the disk: no event,
  /// since aligning makes them again.
  /// - Returns: what was removed.
  public func forgetVectors() throws(MemoryError) -> VectorFigures {
    let counts = try store.vectorCounts()
    try store.forgetVectors()
    return counts
  }
}

/// Vectors that the workspace does not have yet, in the order in which they were made.
private struct NewVectors {
  private(set) var vectors: [(key: Data, vector: KeptVector)] = []
  private var places: [Data: Int] = [:]
  /// The keys of vectors that it has, and that were used again.
  var used: [Data] = []

  mutating func add(_ key: Data, _ vector: KeptVector) {
    guard places.updateValue(vectors.count, forKey: key) == nil else { return }
    vectors.append((key, vector))
  }

  /// Fills the rows of a matrix whose vectors are here, and gives the others.
  func fill(_ rows: [Int], of matrix: inout [Float], from keys: [Data]) -> [Int] {
    rows.filter { row in
      guard let place = places[keys[row]] else { return true }
      vectors[place].vector.fill(row: row, of: &matrix)
      return false
    }
  }
}
