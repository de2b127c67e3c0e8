/// Reads comma-separated values (RFC 4180) as spreadsheets write them: with semicolons or tabs too,
/// with any line end, in UTF-8 or UTF-16.
struct CSVReader {
  private let name: String
  private let bytes: [UInt8]
  private let separator: UInt8

  init(_ file: [UInt8], name: String) throws(ExchangeError) {
    self.name = name
    bytes = try Self.utf8(file, name)
    separator = Self.separator(of: bytes)
  }

  /// Hands on the records, each with its line, until `take` gives a reason to stop.
  /// O(n).
  func eachRow(_ take: ([String], Int) -> String?) throws(ExchangeError) {
    var fields: [String] = []
    var field: [UInt8] = []
    var index = 0
    var line = 1
    var start = 1
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\"") where field.isEmpty:
        index = try quoted(from: index + 1, into: &field, &line)
        continue
      case separator: end(&field, of: &fields)
      case 0x0A, 0x0D:
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        end(&field, of: &fields)
        line += 1
        if let reason = hand(on: &fields, start, take) { throw .damaged(name, reason) }
        start = line
      default: field.append(byte)
      }
      index += 1
    }
    end(&field, of: &fields)
    if let reason = hand(on: &fields, start, take) { throw .damaged(name, reason) }
  }

  /// A field in quotation marks; gives the place after them.
  private func quoted(
    from start: Int, into field: inout [UInt8], _ line: inout Int
  ) throws(ExchangeError) -> Int {
    let first = line
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else {
          return index + 1
        }
        index += 1
      } else if bytes[index] == 0x0A {
        line += 1
      }
      field.append(bytes[index])
      index += 1
    }
    throw .damaged(name, "a quotation mark on line \(first) is not closed")
  }

  private func end(_ field: inout [UInt8], of fields: inout [String]) {
    fields.append(FormulaGuard.unguarded(String(decoding: field, as: UTF8.self)))
    field.removeAll(keepingCapacity: true)
  }

  private func hand(
    on fields: inout [String], _ line: Int, _ take: ([String], Int) -> String?
  ) -> String? {
    defer { fields.removeAll(keepingCapacity: true) }
    return take(fields, line)
  }
}

extension CSVReader {
  private static func utf8(_ file: [UInt8], _ name: String) throws(ExchangeError) -> [UInt8] {
    if let order = byteOrder(of: file) { return utf16(file.dropFirst(2), isLittle: order) }
    let body = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
    if let wrong = body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .first(where: { String(validating: $0.element, as: UTF8.self) == nil })
    {
      throw .notTable(
        name, problem: "line \(wrong.offset + 1) is not UTF-8",
        fix: "save it as `CSV UTF-8` or as a spreadsheet (.xlsx)")
    }
    return body
  }

  /// Whether UTF-16 that begins with its mark has the small byte first; `nil` for other files.
  private static func byteOrder(of file: [UInt8]) -> Bool? {
    if file.starts(with: [0xFF, 0xFE]) { return true }
    return file.starts(with: [0xFE, 0xFF]) ? false : nil
  }

  private static func utf16(_ body: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
    let units = stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map { index in
      let (low, high) = isLittle ? (body[index], body[index + 1]) : (body[index + 1], body[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// What stands most often between the fields of the first line.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return Array(",\t;".utf8).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }
}
