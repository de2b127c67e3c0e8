// Units into the table `unit`, a million of them in seconds: a statement of SQLite's own for many rows
// at a time, whose values are bound where they lie. Everything else goes through GRDB.
internal import Bitext
internal import GRDB
internal import GRDBSQLite

struct UnitInsert: ~Copyable {
  private let connection: OpaquePointer
  private let memory: Int
  /// Statements for many rows, and for one.
  private let many: OpaquePointer
  private let one: OpaquePointer

  /// How many rows a statement takes: starting one costs as much as five rows.
  private static let width = 32
  private static let numbers = ["memory", "tu", "confidence", "created", "changed"]
  /// The columns of a unit's texts, as `UnitRows.ends` has them.
  private static let texts = [
    "tuid", "source_language", "target_language", "source", "target", "status", "author", "speaker",
    "comment", "carried",
  ]
  private static let columns = numbers.count + texts.count

  /// Makes ready to store units of a memory, in the transaction that is open.
  init(_ db: Database, memory: Int) throws {
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    let one = try Self.statement(connection, rows: 1)
    let many: OpaquePointer
    do { many = try Self.statement(connection, rows: Self.width) } catch {
      sqlite3_finalize(one)
      throw error
    }
    self.one = one
    self.many = many
    self.connection = connection
    self.memory = memory
  }

  deinit {
    sqlite3_finalize(many)
    sqlite3_finalize(one)
  }

  private static func statement(
    _ connection: OpaquePointer, rows: Int
  ) throws -> OpaquePointer {
    let row = "(\(repeatElement("?", count: columns).joined(separator: ", ")), 0)"
    let sql = """
      INSERT INTO unit (\((numbers + texts).joined(separator: ", ")), removed)
      VALUES \(repeatElement(row, count: rows).joined(separator: ", "))
      """
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { throw failure(connection) }
    return statement
  }

  /// Stores units.
  func insert(_ units: UnitRows) throws {
    try units.bytes.withUnsafeBytes { texts in
      var start = 0
      while start < units.count {
        let isMany = units.count - start >= Self.width
        let (statement, count) = isMany ? (many, Self.width) : (one, 1)
        for row in 0..<count { bind(statement, row, units, start + row, texts) }
        let result = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard result == SQLITE_DONE else { throw Self.failure(connection) }
        start += count
      }
    }
  }

  /// Binds a unit as a row of a statement; its texts must lie where they are until the step.
  private func bind(
    _ statement: OpaquePointer, _ row: Int, _ units: UnitRows, _ unit: Int,
    _ texts: UnsafeRawBufferPointer
  ) {
    var place = Int32(row * Self.columns + 1)
    let numbers = units.numbers[unit]
    sqlite3_bind_int64(statement, place, Int64(memory))
    bind(statement, place + 1, numbers.tu)
    if let confidence = numbers.confidence {
      sqlite3_bind_double(statement, place + 2, confidence)
    } else {
      sqlite3_bind_null(statement, place + 2)
    }
    bind(statement, place + 3, numbers.created)
    bind(statement, place + 4, numbers.changed)
    place += 5
    let count = Self.texts.count
    let before = unit == 0 ? 0 : units.ends[unit * count - 1]
    var from = max(before, ~before)
    for end in units.ends[unit * count..<(unit + 1) * count] {
      if end >= 0 {
        let text = texts.baseAddress?.advanced(by: from).assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement, place, text, Int32(end - from), nil)
        from = end
      } else {
        sqlite3_bind_null(statement, place)
      }
      place += 1
    }
  }

  private func bind(_ statement: OpaquePointer, _ place: Int32, _ value: Int?) {
    if let value {
      sqlite3_bind_int64(statement, place, Int64(value))
    } else {
      sqlite3_bind_null(statement, place)
    }
  }

  private static func failure(_ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}
