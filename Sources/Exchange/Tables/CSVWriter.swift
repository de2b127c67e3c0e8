/// Comma-separated values (RFC 4180): lines end with CRLF, fields are quoted where they must be, and
/// none is a formula.
struct CSVWriter: TableWriter {
  private let head: TableHead
  private let hasMark: Bool
  private var bytes: [UInt8] = []

  /// - Parameter hasMark: whether the file begins with a byte order mark, by which Excel knows UTF-8.
  init(_ head: TableHead, hasMark: Bool) {
    self.head = head
    self.hasMark = hasMark
  }

  let part: String? = nil
  let otherParts: [String: String] = [:]
  var count: Int { bytes.count }

  mutating func open() {
    if hasMark { bytes += [0xEF, 0xBB, 0xBF] }
    _ = add(head.columns.map(\.title))
  }

  mutating func add(_ fields: [String]) -> String? {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(FormulaGuard.guarded(field))
    }
    bytes += [0x0D, 0x0A]
    return nil
  }

  mutating func close() {}

  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ field: String) {
    let mustQuote = field.utf8.contains { ",;\"\t\r\n".utf8.contains($0) }
    guard mustQuote || field.first == " " || field.last == " " else {
      bytes += field.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
