// Units found by what stands in them: candidates from the index, each then read and matched, so that
// nothing is found that does not stand there; and those that are not in the index yet, read one by
// one.
internal import Bitext
internal import GRDB

extension Store {
  /// The first units that hold what is looked for, by their ids.
  ///
  /// Decodes the postings of the rarest parts up to the last unit wanted and reads the candidates:
  /// O(limit) for what is common, O(postings) for what is rare. A regular expression, and marks
  /// alone, are looked for in every text.
  /// - Throws: `unknownName`, `invalidPattern`.
  public func find(_ query: ConcordanceQuery, limit: Int) throws(MemoryError) -> FoundUnits {
    try prepareSearch()
    return try read { db in
      for name in query.filter.documents { _ = try db.unitOrigin(named: name) }
      let search = try ConcordanceSearch(
        db, query, limit: limit, blocks: db.concordanceBlocks(), cutters)
      try search.run()
      return FoundUnits(units: try db.numbered(search.found), hasMore: search.hasMore)
    }
  }
}

/// A unit that was found, and which row it is, if it is one.
struct FoundRow {
  var pair: Int?
  var row: Int?
  var found: FoundUnit
}

/// One search, over one state of the workspace.
final class ConcordanceSearch {
  private let db: Database
  private let matcher: any UnitMatcher
  private let reader: UnitReader
  private let limit: Int
  private let blocks: [ConcordanceBlock]
  private(set) var found: [FoundRow] = []
  private(set) var hasMore = false

  /// - Parameter blocks: the first blocks of the index; units after them are read one by one.
  init(
    _ db: Database, _ query: ConcordanceQuery, limit: Int, blocks: [ConcordanceBlock],
    _ cutters: SearchCutters = SearchCutters()
  ) throws {
    (self.db, self.limit, self.blocks) = (db, limit, blocks)
    if let pattern = query.pattern {
      matcher = try PatternMatcher(pattern, query.filter)
    } else {
      matcher = PhraseMatcher(query, cutters)
    }
    reader = try UnitReader(db, query.filter)
  }

  func run() throws {
    let texts = try matcher.grams(in: db)
    for block in blocks where !hasMore { try search(block, texts) }
    let covered = blocks.last?.ids.upperBound ?? 0
    if !hasMore { try search(covered + 1...Int.max) }
  }

  private func search(_ block: ConcordanceBlock, _ texts: [[Set<Gram>]]?) throws {
    guard let texts else { return try search(block.ids) }
    guard let stream = try stream(texts, in: block) else { return }
    var place: UInt32 = 0
    while !hasMore, let next = stream.first(from: place) {
      let cursor = try reader.row(block.ids.lowerBound + Int(next))
      if let row = try cursor.next() { try take(row) }
      place = next + 1
    }
  }

  private func search(_ ids: ClosedRange<Int>) throws {
    let rows = try reader.rows(ids)
    while !hasMore, let row = try rows.next() { try take(row) }
  }

  private func take(_ row: GRDB.Row) throws {
    let marks = try matcher.marks(in: row)
    if marks.isEmpty { return }
    if found.count == limit {
      hasMore = true
    } else {
      found.append(
        FoundRow(
          pair: row[1], row: row[2],
          found: FoundUnit(unit: Unit(found: row), number: 0, marks: marks)))
    }
  }

  /// The places in a block where every text stands in one of its forms, perhaps; `nil` for none.
  private func stream(
    _ texts: [[Set<Gram>]], in block: ConcordanceBlock
  ) throws -> (any PostingStream)? {
    var all: [any PostingStream] = []
    for forms in texts {
      let any = try forms.compactMap { try stream($0, in: block) }
      guard let first = any.first else { return nil }
      all.append(any.count == 1 ? first : AnyOf(any))
    }
    return all.count == 1 ? all[0] : AllOf(all)
  }

  private func stream(
    _ grams: Set<Gram>, in block: ConcordanceBlock
  ) throws -> (any PostingStream)? {
    var all: [[UInt8]] = []
    for gram in grams {
      guard let list = try db.postings(of: gram, in: block) else { return nil }
      all.append(list)
    }
    return AllOf(all.sorted { $0.count < $1.count }.map(ListStream.init))
  }
}

extension Database {
  /// The postings of a gram in a block; `nil` when no unit of it has the gram. O(log n).
  func postings(of gram: Gram, in block: ConcordanceBlock) throws -> [UInt8]? {
    let lists = try cachedStatement(
      sql: """
        SELECT gram, postings FROM concordance_page WHERE block = ? AND gram <= ?
        ORDER BY gram DESC LIMIT 1
        """)
    let rows = try GRDB.Row.fetchCursor(lists, arguments: [block.id, Int64(gram.value)])
    guard let page = try rows.next() else { return nil }
    return try page.withUnsafeData(atIndex: 1) { data in
      data?.withUnsafeBytes { PostingPage.list(of: gram, in: $0, from: page[0] as Int64) }
    }
  }

  /// How many units of the index have a gram, removed ones too. O(its postings).
  func unitCount(_ gram: Gram) throws -> Int {
    try concordanceBlocks().reduce(0) { count, block in
      count + (try postings(of: gram, in: block) ?? []).count { $0 < 0x80 }
    }
  }

  /// The units with the numbers that people know their rows by.
  func numbered(_ found: [FoundRow]) throws -> [FoundUnit] {
    var numbers: [Int: [Int: Int]] = [:]
    return try found.map { row in
      var found = row.found
      if let pair = row.pair, let row = row.row {
        if numbers[pair] == nil { numbers[pair] = try rowNumbers(pair) }
        found.number = numbers[pair]?[row] ?? row
      } else {
        found.number = found.unit.tu ?? 0
      }
      return found
    }
  }

  /// The place of each row in its document pair, counted from 1.
  private func rowNumbers(_ pair: Int) throws -> [Int: Int] {
    let sql = "SELECT id FROM row WHERE pair = ? ORDER BY source_start, target_start"
    let ids = try Int.fetchAll(self, sql: sql, arguments: [pair])
    return Dictionary(uniqueKeysWithValues: zip(ids, 1...))
  }
}
