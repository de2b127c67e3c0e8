public import Bitext
internal import Review

/// What aligning rows again would change, to be seen before it is taken.
public struct Realignment: Sendable {
  /// The document pair as it would be.
  public let after: DocumentPair
  /// The rows that stand now and would go, by id.
  public let before: Set<Row.ID>
  /// The rows that would stand there, by id.
  public let changed: Set<Row.ID>
  let edit: RowEdit
  let place: RowSelection

  init(of pair: DocumentPair, _ edit: RowEdit, _ place: RowSelection) {
    self.edit = edit
    self.place = place
    after = (try? pair.applying(edit)) ?? pair
    before = Self.ids(of: edit.rows.before, notIn: edit.rows.after)
    changed = Self.ids(of: edit.rows.after, notIn: edit.rows.before)
  }

  /// Whether every row would stay with the text it has.
  public var isEmpty: Bool { changed.isEmpty }

  /// Rows whose text stands nowhere among `others`.
  private static func ids(of rows: [Row], notIn others: [Row]) -> Set<Row.ID> {
    let texts = Set(others.map { [$0.source, $0.target] })
    return Set(rows.filter { !texts.contains([$0.source, $0.target]) }.map(\.id))
  }
}
