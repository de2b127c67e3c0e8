public import Bitext
internal import Foundation
public import Memory

/// Rows that somebody else changed between a look and an action: both versions. Nothing of the action
/// was stored; done again, it is done to what stands there now.
public struct RowConflict: Fault {
  /// The first row, as it is numbered now: `press:42`.
  public let place: String
  /// The rows as they stand now.
  public let theirs: [RowView]
  /// The rows as the action would have left them.
  public let ours: [RowView]
  /// Who changed them last, and when.
  public let touch: Event?

  public let kind = FaultKind.refused
  public var problem: String { ([summary] + lines).joined(separator: "\n  ") }
  public let fix = "look at theirs; do it again if yours is to stand in its place"

  /// `lin changed it meanwhile (2026-03-16 08:00:00Z, nudge-down row 41); nothing was stored`
  public var summary: String {
    let who = touch.map { "\($0.author) changed it meanwhile (\($0.time.clock), \($0.words))" }
    return (who ?? "it was changed meanwhile") + "; nothing was stored"
  }

  /// The two versions, a row a line.
  public var lines: [String] {
    Self.lines("theirs", theirs) + Self.lines("yours ", ours)
  }

  private static func lines(_ whose: String, _ rows: [RowView]) -> [String] {
    let shown = rows.prefix(most).map { "\(whose)  \($0.line)" }
    return shown + (rows.count > most ? ["\(whose)  and \(rows.count - most) rows more"] : [])
  }

  /// More rows of a version than a person compares.
  private static let most = 4

  /// What stands in the way of an edit.
  /// - Parameters:
  ///   - old: the document pair as it was looked at.
  ///   - now: as it stands.
  /// - Returns: `nil` where its texts are others, so that no row can be set beside another.
  init?(_ edit: RowEdit, of old: DocumentPair, now: DocumentPair, _ store: Store) throws {
    guard old.source.document.text == now.source.document.text,
      old.target.document.text == now.target.document.text
    else { return nil }
    let kept = Set(now.rows)
    let touched = edit.rows.before.filter { !kept.contains($0) }
    func holdsTouched(_ row: Row) -> Bool { touched.contains { $0.overlaps(row) } }
    let places = now.rows.indices.filter { holdsTouched(now.rows[$0]) }
    guard let first = places.first else { return nil }
    place = "\(now.name):\(first + 1)"
    theirs = places.map(now.view)
    let after = try old.applying(edit)
    ours = after.rows.indices.filter { holdsTouched(after.rows[$0]) }.map(after.view)
    touch = try places.compactMap { try store.lastTouch(of: now.rows[$0].id, in: now.name) }
      .max { $0.id < $1.id }
  }
}

extension Row {
  /// Whether it holds some of the text that another row holds.
  fileprivate func overlaps(_ other: Row) -> Bool {
    source.overlaps(other.source) || target.overlaps(other.target)
  }
}

extension RowView {
  /// `42 edited 1-1 │ source │ target`
  fileprivate var line: String {
    let words = [source.isEmpty ? "∅" : source, target.isEmpty ? "∅" : target]
    let remark = comment.map { " │ \($0)" } ?? ""
    return "\(row) \(shape) \(status.rawValue) │ \(words.joined(separator: " │ "))\(remark)"
  }
}

extension Event {
  fileprivate var words: String { subject.isEmpty ? action : "\(action) \(subject)" }
}

extension Int {
  fileprivate var clock: String {
    Date(timeIntervalSince1970: Double(self)).formatted(.iso8601.dateTimeSeparator(.space))
  }
}
