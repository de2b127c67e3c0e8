internal import Bitext
internal import Exchange
internal import Review

/// A row that a colleague sent back.
struct ReturnedRow {
  /// Where it stood in the file.
  let line: Int
  let key: RowKey
  /// Its texts, in the order of `RowKey.Field`.
  let fields: [String]

  subscript(field: RowKey.Field) -> String { fields[field.rawValue] }

  /// Whether the colleague changed a field.
  func isChanged(_ field: RowKey.Field) -> Bool { key.isChanged(field, self[field]) }

  /// The fields that the colleague changed and that are taken back.
  var changed: [RowKey.Field] { [.target, .status, .comment].filter(isChanged) }
}

extension TextTable {
  /// The rows of a table that came back.
  /// - Returns: the rows that were known by their key, and how many were not.
  /// - Throws: `WorkbenchError` when the table is another, or holds rows of several document pairs.
  func returnedRows(_ file: String) throws(WorkbenchError) -> (rows: [ReturnedRow], unknown: [Int])
  {
    var places: [Int] = []
    for title in ReviewTable.returning { places.append(try place(of: title, file)) }
    var returned: [ReturnedRow] = []
    var unknown: [Int] = []
    for (fields, line) in zip(rows, lines) {
      let key = fields[places[4]].filter { !$0.isWhitespace }
      guard let key = RowKey(spelled: key, fields[places[4]]) else {
        unknown.append(line)
        continue
      }
      returned.append(
        ReturnedRow(line: line, key: key, fields: places.prefix(4).map { fields[$0].trimmed }))
    }
    try check(returned, unknown, file)
    return (returned, unknown)
  }

  private func place(of title: String, _ file: String) throws(WorkbenchError) -> Int {
    let place = columns.firstIndex {
      $0.title.lowercased().split(separator: " ").first == title[...]
    }
    guard let place else { throw .notAReview(file, "has no column '\(title)'") }
    return place
  }

  private func check(
    _ returned: [ReturnedRow], _ unknown: [Int], _ file: String
  ) throws(WorkbenchError) {
    guard let first = returned.first else { throw .notAReview(file, "has no row with a key") }
    if let other = returned.first(where: { $0.key.name != first.key.name }) {
      throw .notAReview(
        file, "holds rows of '\(first.key.name)' and, in row \(other.line), of '\(other.key.name)'")
    }
    var seen: [Row.ID: Int] = [:]
    for row in returned {
      if let before = seen.updateValue(row.line, forKey: row.key.id) {
        throw .notAReview(file, "has one row twice, in row \(before) and row \(row.line)")
      }
    }
  }
}

extension RowKey {
  /// Reads a key into which a program put white space, as where it wraps; a name keeps its spaces.
  fileprivate init?(spelled packed: String, _ text: String) {
    if let key = RowKey(text.trimmed) {
      self = key
      return
    }
    self.init(packed)
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension WorkbenchError {
  static func notAReview(_ file: String, _ problem: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: file, problem: problem,
      fix:
        "name a table that `bitext export xlsx NAME --for-review` wrote, with its columns as they were"
    )
  }
}
