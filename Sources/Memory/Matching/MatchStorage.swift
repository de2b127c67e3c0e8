// The index in the workspace: parts made of new units and kept as blocks. A unit keeps its id as long
// as its texts, so what is above the last id that the parts hold is new, and what is gone is skipped
// when it is found.
internal import Bitext
internal import Foundation
internal import GRDB

extension Store {
  /// So many units may wait until they are made into a part; meanwhile they are compared one by one,
  /// which takes a tenth of a millisecond.
  public static let mostWaitingMatches = 4096

  /// Takes new units into the index when many are waiting. O(1) when few are; else O(n log n) for n
  /// new units and those of smaller parts, about 10 s for a million pairs. One transaction: an
  /// interruption leaves the index as it was.
  /// - Parameters:
  ///   - most: so many may be left waiting.
  ///   - progress: is told how many units were read.
  public func indexMatches(
    leaving most: Int = mostWaitingMatches, progress: (Int) -> Void = { _ in }
  ) throws(MemoryError) {
    guard try read({ db in try db.waitingMatches(upTo: most + 1) > most }) else { return }
    try writeDerived { db in
      do { try db.indexMatches(progress: progress) } catch is MatchPartFault {
        try db.forgetMatches()
        try db.indexMatches(progress: progress)
      }
    }
  }

  /// Removes the index. A search makes it again.
  public func forgetMatches() throws(MemoryError) { try writeDerived { try $0.forgetMatches() } }
}

extension Database {
  /// The greatest unit id in the parts.
  func lastMatched() throws -> Int { try Int.fetchOne(self, sql: "SELECT unit FROM matched") ?? 0 }

  /// How many units are above it; of many, at least how many.
  fileprivate func waitingMatches(upTo limit: Int) throws -> Int {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM unit WHERE id > ? LIMIT ?)"
    return try Int.fetchOne(self, sql: sql, arguments: [lastMatched(), limit]) ?? 0
  }

  func forgetMatches() throws {
    try execute(sql: "DELETE FROM match_block; DELETE FROM match_part; UPDATE matched SET unit = 0")
  }

  fileprivate func indexMatches(progress: (Int) -> Void) throws {
    var texts = MatchTextsByLanguage()
    var count = 0
    let last = try eachMatchText(above: lastMatched()) { language, key, text in
      texts.append(key, text, language)
      count += Int(key & 1)
      if key & 1 == 1, count % 10_000 == 0 { progress(count) }
    }
    for language in texts.languages {
      guard var new = texts.take(language) else { continue }
      for part in try smallerParts(language, than: new.count) {
        try take(part, into: &new)
      }
      for order in new.parts() { try store(MatchPartBuilder(new, order), language) }
    }
    try execute(sql: "UPDATE matched SET unit = ?", arguments: [last])
  }

  /// Gives both texts of every unit above an id to `body`, and the last id.
  func eachMatchText(
    above id: Int,
    _ body: (_ language: String, _ key: Int64, _ text: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Int {
    let sql = """
      SELECT id, source_language, target_language, source, target FROM unit WHERE id > ? ORDER BY id
      """
    var last = id
    let cursor = try GRDB.Row.fetchCursor(self, sql: sql, arguments: [id])
    while let row = try cursor.next() {
      last = row[0]
      for (index, side) in Side.allCases.enumerated() {
        let key = MatchKey(unit: last, side: side).number
        try row.withText(3 + index) { try body(row[1 + index], key, $0) }
      }
    }
    return last
  }

  /// Parts that are made anew together with `count` new texts, so that there are O(log n) small ones.
  private func smallerParts(_ language: String, than count: Int) throws -> [MatchPartRecord] {
    var total = count
    var smaller: [MatchPartRecord] = []
    for part in try matchParts(language).sorted(by: { $0.head.count < $1.head.count }) {
      guard part.head.count <= 2 * total else { break }
      smaller.append(part)
      total += part.head.count
    }
    return smaller
  }

  /// Moves the texts of a part that are still there.
  private func take(_ record: MatchPartRecord, into texts: inout MatchTexts) throws {
    let source = MatchBlockSource()
    let part = MatchPart(record.head) { try source.read(record.id, $0) }
    let isThere = try cachedStatement(sql: "SELECT 1 FROM unit WHERE id = ? AND removed = 0")
    try source.reading(self) {
      for slot in 0..<record.head.count {
        let (key, symbols) = try part.text(slot)
        if try Int.fetchOne(isThere, arguments: [MatchKey(key).unit]) != nil {
          texts.append(key, symbols)
        }
      }
    }
    try execute(
      sql: "DELETE FROM match_block WHERE id BETWEEN ? AND ?",
      arguments: [
        MatchBlockSource.id(record.id, 0), MatchBlockSource.id(record.id + 1, 0) - 1,
      ])
    try execute(sql: "DELETE FROM match_part WHERE id = ?", arguments: [record.id])
  }

  private func store(_ builder: MatchPartBuilder, _ language: String) throws {
    try execute(
      sql: "INSERT INTO match_part (language, head) VALUES (?, ?)",
      arguments: [language, Data(builder.head.bytes)])
    let part = Int(lastInsertedRowID)
    let insert = try cachedStatement(sql: "INSERT INTO match_block (id, bytes) VALUES (?, ?)")
    try builder.eachBlock { number, bytes in
      try insert.execute(arguments: [MatchBlockSource.id(part, number), Data(bytes)])
    }
  }

  /// The parts of a language, or all.
  func matchParts(_ language: String? = nil) throws -> [MatchPartRecord] {
    let sql =
      "SELECT id, language, head FROM match_part WHERE ?1 IS NULL OR language = ?1 ORDER BY id"
    return try GRDB.Row.fetchAll(self, sql: sql, arguments: [language]).map { row in
      guard let head = MatchPartHead([UInt8](row[2] as Data)) else { throw MatchPartFault() }
      return MatchPartRecord(id: row[0], language: row[1], head: head)
    }
  }
}

/// A part as the workspace has it.
struct MatchPartRecord: Hashable {
  var id: Int
  /// The primary subtag: `zh`.
  var language: String
  var head: MatchPartHead
}

/// Reads blocks while a transaction is open.
final class MatchBlockSource {
  private var database: Database?

  /// Blocks can be read while `body` runs.
  func reading<T>(_ db: Database, _ body: () throws -> T) rethrows -> T {
    database = db
    defer { database = nil }
    return try body()
  }

  static func id(_ part: Int, _ number: Int) -> Int { part << 13 + number }

  /// The bytes of a block.
  func read(_ part: Int, _ number: Int) throws -> [UInt8] {
    let statement = try database?.cachedStatement(sql: "SELECT bytes FROM match_block WHERE id = ?")
    guard let statement,
      let row = try GRDB.Row.fetchOne(statement, arguments: [Self.id(part, number)])
    else { throw MatchPartFault() }
    return try row.withUnsafeData(atIndex: 0) { $0.map { [UInt8]($0) } ?? [] }
  }
}

/// New texts by the primary subtag of their language.
private struct MatchTextsByLanguage {
  private var texts: [MatchTexts] = []
  private(set) var languages: [String] = []
  /// The number of each tag that was met, and how its texts are cut.
  private var tags: [String: (number: Int, unit: MatchUnit)] = [:]

  mutating func append(_ key: Int64, _ text: UnsafeBufferPointer<UInt8>, _ tag: String) {
    let (number, unit) = tags[tag] ?? add(tag)
    texts[number].append(key, text, by: unit)
  }

  private mutating func add(_ tag: String) -> (number: Int, unit: MatchUnit) {
    let language = Language(tag) ?? .undetermined
    let number = languages.firstIndex(of: language.code) ?? languages.count
    if number == languages.count {
      languages.append(language.code)
      texts.append(MatchTexts())
    }
    tags[tag] = (number, MatchUnit(language))
    return (number, MatchUnit(language))
  }

  /// The texts of a language, which are not kept here any more.
  mutating func take(_ language: String) -> MatchTexts? {
    guard let number = languages.firstIndex(of: language) else { return nil }
    defer { texts[number] = MatchTexts() }
    return texts[number]
  }
}
