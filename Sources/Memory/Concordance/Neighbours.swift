// What stands before and after a unit: rows of its document pair, or entries of its memory.
internal import Bitext
internal import GRDB

extension Store {
  /// The units around one, itself left out, as they stand in its document pair or memory.
  /// - Parameter count: how many on each side, at most.
  public func neighbours(
    of found: FoundUnit, _ count: Int
  ) throws(MemoryError) -> (before: [FoundUnit], after: [FoundUnit]) {
    try read { db in
      let ids: [(id: Int, number: Int)]
      switch try db.unitOrigin(named: found.unit.document) {
      case .pair(let pair): ids = try db.rowUnits(pair, around: found.number, count)
      case .memory(let memory): ids = try db.entries(memory, around: found.number, count)
      }
      let reader = try UnitReader(db, .everything)
      let units = try ids.compactMap { id, number -> FoundUnit? in
        let cursor = try reader.row(id)
        return try cursor.next().map {
          FoundUnit(unit: Unit(found: $0), number: number, marks: [])
        }
      }
      return (
        units.filter { $0.number < found.number }, units.filter { $0.number > found.number }
      )
    }
  }
}

extension UnitCondition {
  fileprivate static let everything: UnitCondition = {
    var condition = UnitCondition()
    condition.statuses = Set(Status.allCases)
    return condition
  }()
}

extension Database {
  fileprivate func rowUnits(
    _ pair: Int, around number: Int, _ count: Int
  ) throws -> [(id: Int, number: Int)] {
    let sql = """
      WITH numbered AS (
        SELECT id, row_number() OVER (ORDER BY source_start, target_start) AS number
        FROM row WHERE pair = :pair)
      SELECT u.id, n.number FROM numbered n JOIN unit u ON u.pair = :pair AND u.row = n.id
      WHERE n.number BETWEEN :first AND :last ORDER BY n.number
      """
    return try GRDB.Row.fetchAll(
      self, sql: sql,
      arguments: ["pair": pair, "first": number - count, "last": number + count]
    ).map { ($0[0], $0[1]) }
  }

  fileprivate func entries(
    _ memory: Int, around number: Int, _ count: Int
  ) throws -> [(id: Int, number: Int)] {
    let sql = """
      SELECT id, tu FROM unit WHERE memory = ? AND tu BETWEEN ? AND ? AND removed = 0
      ORDER BY tu, id
      """
    return try GRDB.Row.fetchAll(
      self, sql: sql, arguments: [memory, number - count, number + count]
    ).map { ($0[0], $0[1]) }
  }
}
