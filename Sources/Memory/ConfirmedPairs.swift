// What a person confirmed, newest first, for the aligner to learn from.
public import Bitext
internal import GRDB

/// The two texts of a row that a person confirmed, or confirmed with a correction.
public struct ConfirmedPair: Hashable, Sendable {
  /// Its text in the first of the two languages asked for.
  public var source: String
  /// Its text in the second; a correction in the place of what it corrects.
  public var target: String
  /// The document pair it stands in.
  public var document: String
}

extension Store {
  /// The rows with text on both sides that were last confirmed or corrected, in document pairs
  /// between these languages, whichever of the two was translated; scripts and regions are one.
  /// O(rows, and the texts they stand in).
  /// - Parameter limit: how many at most.
  public func confirmedPairs(
    between source: Language, and target: Language, limit: Int
  ) throws(MemoryError) -> [ConfirmedPair] {
    try read { db in
      let pairs =
        try db.pairs(from: source, to: target).map { ($0, false) }
        + db.pairs(from: target, to: source).map { ($0, true) }
      let isTurned = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
      let places = try db.confirmedPlaces(in: pairs.map(\.0), limit: limit)
      let texts = try db.texts(of: Set(places.map(\.pair)))
      return places.compactMap { place in
        texts[place.pair].map { place.words(in: $0, isTurned: isTurned[place.pair] == true) }
      }
    }
  }
}

/// The two texts of a document pair.
private struct PairTexts {
  var name: String
  var source: String
  var target: String
}

/// Where a confirmed row stands.
private struct ConfirmedPlace {
  var pair: Int
  var source: Range<Int>
  var target: Range<Int>
  var edited: String?

  func words(in texts: PairTexts, isTurned: Bool) -> ConfirmedPair {
    let (from, to) = (texts.source.slice(source), edited ?? texts.target.slice(target))
    return ConfirmedPair(
      source: isTurned ? to : from, target: isTurned ? from : to, document: texts.name)
  }
}

extension Database {
  /// The document pairs in sight between two languages.
  fileprivate func pairs(from source: Language, to target: Language) throws -> [Int] {
    let sql = """
      SELECT p.id FROM document_pair p
        JOIN text s ON s.pair = p.id AND s.side = 'source'
        JOIN text t ON t.pair = p.id AND t.side = 'target'
      WHERE p.removed = 0 AND s.language || '-' LIKE :source || '-%'
        AND t.language || '-' LIKE :target || '-%'
      ORDER BY p.id
      """
    return try Int.fetchAll(
      self, sql: sql, arguments: ["source": source.code, "target": target.code])
  }

  /// The rows that a person confirmed last, those of one event in the order of the text.
  fileprivate func confirmedPlaces(in pairs: [Int], limit: Int) throws -> [ConfirmedPlace] {
    let sql = """
      SELECT pair, source_start, source_stop, target_start, target_stop, edited FROM row
      WHERE pair IN (\(pairs.map(String.init).joined(separator: ", ")))
        AND status IN ('confirmed', 'edited')
        AND source_stop > source_start AND target_stop > target_start
      ORDER BY event DESC, pair, source_start LIMIT ?
      """
    return try GRDB.Row.fetchAll(self, sql: sql, arguments: [limit]).map { row in
      let (source, target): (Int, Int) = (row[1], row[3])
      return ConfirmedPlace(
        pair: row[0], source: source..<row[2], target: target..<row[4], edited: row[5])
    }
  }

  fileprivate func texts(of pairs: Set<Int>) throws -> [Int: PairTexts] {
    let sql = """
      SELECT p.name, s.text, t.text FROM document_pair p
        JOIN text s ON s.pair = p.id AND s.side = 'source'
        JOIN text t ON t.pair = p.id AND t.side = 'target'
      WHERE p.id = ?
      """
    var texts: [Int: PairTexts] = [:]
    for pair in pairs {
      guard let row = try GRDB.Row.fetchOne(self, sql: sql, arguments: [pair]) else { continue }
      texts[pair] = PairTexts(name: row[0], source: row[1], target: row[2])
    }
    return texts
  }
}
