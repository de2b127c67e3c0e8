// The index that finds units by what stands in them, kept beside the units: blocks of neighbouring
// ids, each made in memory and written once. A unit's texts never change under its id, so only ids
// above the last block's are new; the last few hundred are read one by one until they make a block.
internal import Bitext
internal import Foundation
internal import GRDB

/// A range of unit ids that the index covers.
struct ConcordanceBlock {
  /// The most ids in a block: what bounds the memory that indexing takes.
  static let most = 131_072
  /// How many units may wait for a block: reading them takes some 2 ms.
  static let waiting = 256

  var id: Int
  var ids: ClosedRange<Int>
}

extension Store {
  /// Takes new units into the index. O(1) when few are new; else O(text), about a second for
  /// 100,000 pairs, each block a transaction of its own. Blocks made of few units are made anew
  /// together with what comes, so that there are O(log n) small ones.
  public func indexConcordance() throws(MemoryError) {
    while try read({ db in try db.unitsToIndex() }) != nil {
      try writeDerived { db in
        guard let ids = try db.unitsToIndex() else { return }
        try db.addConcordanceBlock(ids)
      }
    }
  }
}

extension Database {
  /// All blocks by their ids, which touch each other.
  func concordanceBlocks() throws -> [ConcordanceBlock] {
    let sql = "SELECT id, first, last FROM concordance_block ORDER BY first"
    return try GRDB.Row.fetchAll(self, sql: sql).map {
      ConcordanceBlock(id: $0[0], ids: $0[1]...$0[2])
    }
  }

  /// The ids of the next block; `nil` while too few units wait for one.
  fileprivate func unitsToIndex() throws -> ClosedRange<Int>? {
    let covered = try Int.fetchOne(self, sql: "SELECT max(last) FROM concordance_block") ?? 0
    let last = try Int.fetchOne(self, sql: "SELECT max(id) FROM unit") ?? 0
    guard last - covered > ConcordanceBlock.waiting else { return nil }
    return covered + 1...min(last, covered + ConcordanceBlock.most)
  }

  fileprivate func addConcordanceBlock(_ new: ClosedRange<Int>) throws {
    var ids = new
    for block in try concordanceBlocks().reversed() {
      let both = block.ids.lowerBound...ids.upperBound
      guard block.ids.count <= 2 * ids.count, both.count <= ConcordanceBlock.most else { break }
      try execute(literal: "DELETE FROM concordance_page WHERE block = \(block.id)")
      try execute(literal: "DELETE FROM concordance_block WHERE id = \(block.id)")
      ids = both
    }
    try execute(
      literal:
        "INSERT INTO concordance_block (first, last) VALUES (\(ids.lowerBound), \(ids.upperBound))")
    let id = lastInsertedRowID
    let insert = try makeStatement(
      sql: "INSERT INTO concordance_page (block, gram, postings) VALUES (?, ?, ?)")
    try postings(of: ids).pages { first, page in
      try insert.execute(arguments: [id, Int64(first.value), Data(page)])
    }
  }

  /// The postings of all units with these ids; their languages are noted.
  private func postings(of ids: ClosedRange<Int>) throws -> PostingBlock {
    let sql = """
      SELECT id, source_language, target_language, source, target FROM unit
      WHERE id BETWEEN ? AND ? ORDER BY id
      """
    let cursor = try GRDB.Row.fetchCursor(
      self, sql: sql, arguments: [ids.lowerBound, ids.upperBound])
    var block = PostingBlock()
    let cutters = Side.allCases.map { _ in SearchCutters() }
    while let row = try cursor.next() {
      let place = UInt32((row[0] as Int) - ids.lowerBound)
      for (index, side) in Side.allCases.enumerated() {
        let cutter = cutters[index].cutter(row[1 + index])
        try row.withText(3 + index) { block.add($0, side, place: place, by: cutter) }
      }
    }
    for (side, cutters) in zip(Side.allCases, cutters) {
      for tag in cutters.tags {
        try execute(
          literal: "INSERT OR IGNORE INTO concordance_language VALUES (\(side.rawValue), \(tag))")
      }
    }
    return block
  }
}

extension GRDB.Row {
  /// Lets `body` read a text where SQLite has it.
  func withText<T>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> T
  ) throws -> T {
    try withUnsafeData(atIndex: column) { data in
      guard let data else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
      return try data.withUnsafeBytes { try body($0.bindMemory(to: UInt8.self)) }
    }
  }
}
