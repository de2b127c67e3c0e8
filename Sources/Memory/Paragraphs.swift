// The paragraphs of a text as rows of their table: what each one is, and when it is shown.
internal import Bitext
internal import GRDB

extension Database {
  func insert(_ paragraphs: [Paragraph], pair: Int, _ side: Side) throws {
    let statement = try cachedStatement(
      sql: "INSERT INTO paragraph VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, paragraph) in paragraphs.enumerated() {
      try statement.execute(arguments: [
        pair, side.rawValue, number, paragraph.range.lowerBound, paragraph.range.upperBound,
        paragraph.label?.lowerBound, paragraph.label?.upperBound, paragraph.kind.rawValue,
        paragraph.time?.lowerBound, paragraph.time?.upperBound,
      ])
    }
  }

  func paragraphs(_ pair: Int, _ side: Side) throws -> [Paragraph] {
    let sql = """
      SELECT start, stop, label_start, label_stop, kind, time_start, time_stop FROM paragraph
      WHERE pair = ? AND side = ? ORDER BY number
      """
    let cursor = try GRDB.Row.fetchCursor(self, sql: sql, arguments: [pair, side.rawValue])
    var paragraphs: [Paragraph] = []
    while let row = try cursor.next() { paragraphs.append(Paragraph(stored: row)) }
    return paragraphs
  }
}

extension Paragraph {
  fileprivate init(stored row: GRDB.Row) {
    func range(_ start: Int?, _ stop: Int?) -> Range<Int>? {
      guard let start, let stop else { return nil }
      return start..<stop
    }
    let start: Int = row[0]
    self.init(
      range: start..<row[1], label: range(row[2], row[3]), kind: Kind(rawValue: row[4]) ?? .text,
      time: range(row[5], row[6]))
  }
}
