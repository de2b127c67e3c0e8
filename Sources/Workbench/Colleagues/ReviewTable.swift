internal import Bitext
public import Exchange
internal import Memory

/// Which kind of file a table is kept in.
public typealias TableFormat = Exchange.TableFormat
/// What was written of a table.
public typealias TableReceipt = Exchange.TableReceipt

/// A table of a document pair's rows, for a colleague who has no bitext: number, both texts, status,
/// comment, and a key by which the row is known when it comes back.
enum ReviewTable {
  static let titles = (
    row: "row", source: "source", target: "target", status: "status", comment: "comment",
    key: "key (leave as it is)"
  )

  /// How the titles begin of the columns that come back, in the order of `RowKey.Field`, and of the
  /// key's.
  static let returning = [titles.source, titles.target, titles.status, titles.comment, "key"]

  /// What a colleague can say of a row.
  static let choices = [
    Status.unreviewed, .accepted, .confirmed, .edited, .rejected, .omitted, .added, .nonText,
  ].map(\.rawValue)

  static func head(of pair: DocumentPair) -> TableHead {
    let (source, target) = (pair.source.document.language, pair.target.document.language)
    return TableHead(
      title: pair.name,
      note: """
        Please correct the target texts, choose another status where you decide on a row, and \
        comment where you like. Rows may be sorted or left out. Leave the last column as it is.
        """,
      columns: [
        .init(titles.row, width: 8),
        .init("\(titles.source) \(source)", width: 46, language: source),
        .init("\(titles.target) \(target)", width: 56, language: target, isEditable: true),
        .init(titles.status, width: 16, choices: choices, isEditable: true),
        .init(titles.comment, width: 24, isEditable: true),
        .init(titles.key, width: 14, isQuiet: true),
      ])
  }

  /// The row at `index`, with the texts of `head`'s columns.
  static func fields(of pair: DocumentPair, _ index: Int) -> [String] {
    let row = pair.rows[index]
    let fields = pair.fields(row)
    return ["\(index + 1)"] + fields + ["\(RowKey(fields, of: row.id, in: pair.name))"]
  }
}

extension DocumentPair {
  /// What of a row goes to a colleague and comes back, in the order of `RowKey.Field`.
  func fields(_ row: Row) -> [String] {
    [text(row, .source), text(row, .target), row.status.rawValue, row.comment ?? ""]
  }
}

extension Bench {
  /// Writes rows as a table for a colleague, who corrects it and sends it back to `importReview`.
  /// O(size of the texts).
  /// - Parameter hasMark: whether CSV begins with a byte order mark, by which Excel knows UTF-8.
  /// - Throws: `MemoryError` for an unknown name, `WorkbenchError` for a row that is not there,
  ///   `ExchangeError`, after which whatever stood at the path stands there still.
  public func exportReview(
    _ selection: RowSelection, to path: String, as format: TableFormat, hasMark: Bool = false
  ) throws -> TableReceipt {
    let pair = try store.pair(named: selection.name)
    let indices = try pair.indices(of: selection)
    let export = try TableExport(
      to: path, as: format, ReviewTable.head(of: pair), hasMark: hasMark)
    for index in indices { try export.add(ReviewTable.fields(of: pair, index)) }
    return try export.finish()
  }
}
