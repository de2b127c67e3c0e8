// Units into the table `unit`, a million of them in seconds: one statement of SQLite's own, whose
// values are bound where they lie. Everything else goes through GRDB.
internal import Bitext
internal import GRDB
internal import GRDBSQLite

struct UnitInsert: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  private let memory: Int
  /// The texts of the unit being bound, one after the other.
  private var texts: [UInt8] = []

  /// Makes ready to store units of a memory, in the transaction that is open.
  init(_ db: Database, memory: Int) throws {
    let sql = """
      INSERT INTO unit (memory, tu, tuid, source_language, target_language, source, target, status,
        author, speaker, comment, carried, confidence, created, changed, removed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { throw Self.failure(connection) }
    self.connection = connection
    self.statement = statement
    self.memory = memory
  }

  deinit { sqlite3_finalize(statement) }

  /// Stores a unit.
  mutating func insert(_ unit: Unit) throws {
    let values: [String?] = [
      unit.id.isEmpty ? nil : unit.id, unit.sourceLanguage.tag, unit.targetLanguage.tag,
      unit.source, unit.target, unit.status.rawValue, unit.author, unit.speaker, unit.comment,
      unit.carried?.json,
    ]
    texts.removeAll(keepingCapacity: true)
    for value in values { texts.append(contentsOf: (value ?? "").utf8) }
    bind(1, memory)
    bind(2, unit.tu)
    bind(13, unit.confidence)
    bind(14, unit.created)
    bind(15, unit.changed)
    let result = texts.withUnsafeBytes { texts in
      bind(values, texts)
      return sqlite3_step(statement)
    }
    sqlite3_reset(statement)
    guard result == SQLITE_DONE else { throw Self.failure(connection) }
  }

  /// Binds the texts from place 3 on; they must lie where they are until the step.
  private func bind(_ values: [String?], _ texts: UnsafeRawBufferPointer) {
    var start = 0
    for (index, value) in values.enumerated() {
      let place = Int32(index + 3)
      guard let value else {
        sqlite3_bind_null(statement, place)
        continue
      }
      let count = value.utf8.count
      let address = texts.baseAddress.map { $0 + start }?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, place, address, Int32(count), nil)
      start += count
    }
  }

  private func bind(_ place: Int32, _ value: Int?) {
    if let value {
      sqlite3_bind_int64(statement, place, Int64(value))
    } else {
      sqlite3_bind_null(statement, place)
    }
  }

  private func bind(_ place: Int32, _ value: Double?) {
    if let value {
      sqlite3_bind_double(statement, place, value)
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
