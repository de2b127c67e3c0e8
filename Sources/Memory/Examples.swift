// Where a phrase stands in the stored pairs: the examples under a term.
public import Bitext
internal import GRDB

/// A row that holds a phrase.
public struct Example: Hashable, Sendable, Codable {
  /// The row's source text.
  public var source: String
  /// The row's target text.
  public var target: String
  /// The document pair it stands in.
  public var document: String
  /// The row's place in the document pair, counted from 1.
  public var number: Int
}

extension Store {
  /// The first rows whose text on `side` holds `phrase`, document pairs by name. Upper and lower
  /// case are one; in languages with spaces the phrase must not begin or end inside a word. O(size
  /// of the texts), but only those that hold the phrase are read into memory.
  public func pairsContaining(
    _ phrase: String, side: Side, limit: Int
  ) throws(MemoryError) -> [Example] {
    var found: [Example] = []
    for id in try read({ db in try db.pairs(containing: phrase, side) }) {
      if found.count >= limit { break }
      let pair = try read { db in try db.pair(id) }
      found += pair.examples(of: phrase, side, limit: limit - found.count)
    }
    return found
  }
}

extension Database {
  /// The document pairs whose corrected or original text may hold the phrase.
  fileprivate func pairs(containing phrase: String, _ side: Side) throws -> [Int] {
    guard !phrase.isEmpty else { return [] }
    let sql = """
      SELECT p.id FROM document_pair p JOIN text t ON t.pair = p.id AND t.side = :side
      WHERE p.removed = 0 AND (instr(lower(t.text), lower(:phrase)) OR EXISTS (
        SELECT 1 FROM row r WHERE r.pair = p.id AND instr(lower(r.edited), lower(:phrase))))
      ORDER BY p.name
      """
    return try Int.fetchAll(
      self, sql: sql, arguments: ["side": side.rawValue, "phrase": phrase])
  }
}

extension DocumentPair {
  fileprivate func examples(of phrase: String, _ side: Side, limit: Int) -> [Example] {
    let isUnspaced = self[side].document.language.isUnspaced
    let hits = rows.enumerated().lazy.filter {
      text($0.element, side).holds(phrase, insideWords: isUnspaced)
    }
    return hits.prefix(limit).map { index, row in
      Example(
        source: text(row, .source), target: text(row, .target), document: name, number: index + 1)
    }
  }
}

extension String {
  /// Whether the phrase stands here, its case aside; unless `insideWords`, with no letter or digit
  /// next to it.
  fileprivate func holds(_ phrase: String, insideWords: Bool) -> Bool {
    let text = lowercased()
    return text.ranges(of: phrase.lowercased()).contains { range in
      insideWords
        || !(text[..<range.lowerBound].endsInWord || text[range.upperBound...].startsInWord)
    }
  }
}

extension Substring {
  fileprivate var endsInWord: Bool { last.map { $0.isLetter || $0.isNumber } ?? false }
  fileprivate var startsInWord: Bool { first.map { $0.isLetter || $0.isNumber } ?? false }
}
