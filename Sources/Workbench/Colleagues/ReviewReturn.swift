public import Bitext
internal import Documents
internal import Exchange
public import Memory
internal import Review

/// What a colleague's table brought, or would bring.
public struct ReviewReturn: Codable, Sendable {
  /// The document pair.
  public var name: String
  /// How many rows of it were in the file.
  public var rows: Int
  /// What was taken.
  public var changes: [ReturnedChange]
  /// Rows that were changed here and there since the table left.
  public var conflicts: [ReturnedConflict]
  /// What could not be taken, and why.
  public var refused: [RefusedReturn]
  /// Whether nothing was stored.
  public var isDryRun: Bool

  /// Whether everything that came back has its place now.
  public var isWhole: Bool { refused.isEmpty && conflicts.allSatisfy(\.isTaken) }
}

/// A row that is otherwise now.
public struct ReturnedChange: Codable, Sendable {
  /// The row's number, counted from 1.
  public var row: Int
  /// What was done: `corrected`, `commented`, or the new status.
  public var what: [String]
  /// The target text that stood there.
  public var before: String
  /// The target text that stands there now.
  public var after: String
  /// The status now.
  public var status: Status
  /// The comment now.
  public var comment: String?

  /// What is different in the target text, in words: `“140” is now “150”`.
  public var differences: [String] { TextChange.words(from: before, to: after) }
}

/// A row as one side has it.
public struct RowVersion: Codable, Hashable, Sendable {
  /// The target text.
  public var target: String
  /// The status.
  public var status: String
  /// The remark; empty for none.
  public var comment: String
  /// Who made it so, and when, where that is known.
  public var touch: Event?

  init(_ fields: [String], _ touch: Event?) {
    target = fields[RowKey.Field.target.rawValue]
    status = fields[RowKey.Field.status.rawValue]
    comment = fields[RowKey.Field.comment.rawValue]
    self.touch = touch
  }
}

/// A row that both sides changed.
public struct ReturnedConflict: Codable, Sendable {
  /// The row's number, counted from 1.
  public var row: Int
  /// As it stands here.
  public var ours: RowVersion
  /// As it came back.
  public var theirs: RowVersion
  /// Whether the version that came back was taken.
  public var isTaken: Bool
}

/// Something that could not be taken.
public struct RefusedReturn: Codable, Sendable {
  /// Where it stands in the file.
  public var line: Int
  /// Why.
  public var reason: String
  /// The target text that came back with it.
  public var target: String

  init(_ row: ReturnedRow, _ reason: String) {
    line = row.line
    self.reason = reason
    target = row[.target]
  }
}

/// Whose version is taken where both sides changed a row.
public struct TakenVersions: Sendable {
  private var all: Bool?
  private var rows: [Int: Bool] = [:]

  /// - Parameter words: `theirs` or `ours`, for all rows or for one: `42=theirs`. Ours where nothing
  ///   is said.
  /// - Throws: `WorkbenchError` for anything else.
  public init(_ words: [String] = []) throws(WorkbenchError) {
    for word in words {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count <= 2,
        let isTheirs = ["theirs": true, "ours": false][parts[parts.count - 1]]
      else { throw .noVersion(word) }
      if parts.count == 1 {
        all = isTheirs
      } else {
        guard let row = Int(parts[0]), row > 0 else { throw .noVersion(word) }
        rows[row] = isTheirs
      }
    }
  }

  func takesTheirs(of row: Int) -> Bool { rows[row] ?? all ?? false }
}

extension Bench {
  /// Takes back a table that `exportReview` wrote: corrected target texts become edits, a status or a
  /// comment that was changed comes too. A row that was changed here meanwhile is shown in both
  /// versions and stays as it is, unless `take` says otherwise. One event.
  /// - Parameters:
  ///   - file: of any `TableFormat`; `-` is standard input.
  ///   - isDryRun: whether to store nothing.
  /// - Throws: `DocumentError` for a file that cannot be read, `ExchangeError` for one that is no table, `WorkbenchError` for another table,
  ///   `MemoryError` when its document pair is not there, or was changed this very moment.
  public func importReview(
    _ file: String, take: TakenVersions, isDryRun: Bool = false
  ) throws -> ReviewReturn {
    let bytes = try FileBytes.read(file)
    let (returned, unknown) = try TextTable(bytes, name: file).returnedRows(file)
    let name = returned[0].key.name
    let old = try store.pair(named: name)
    var merge = ReviewMerge(of: old, take: take) { [store] id in
      try store.lastTouch(of: id, in: name)
    }
    for row in returned { try merge.add(row) }
    let edit = RowEdit(from: old, to: merge.pair)
    if !isDryRun, !edit.changesNothing {
      try store.apply(
        edit, to: name, action: "import",
        subject:
          "\(file.split(separator: "/").last ?? ""): \(merge.changes.map(\.row).shortened)")
    }
    var report = ReviewReturn(
      name: name, rows: returned.count, changes: merge.changes, conflicts: merge.conflicts,
      refused: merge.refused, isDryRun: isDryRun)
    report.refused += unknown.map { RefusedReturn(line: $0, reason: "it has no key", target: "") }
    return report
  }
}

extension RefusedReturn {
  fileprivate init(line: Int, reason: String, target: String) {
    self.line = line
    self.reason = reason
    self.target = target
  }
}

extension [Int] {
  /// `row 1`, `rows 1, 2, 3 and 97 more`.
  fileprivate var shortened: String {
    let more = count > 4 ? " and \(count - 3) more" : ""
    let shown = prefix(more.isEmpty ? 4 : 3).map(String.init).joined(separator: ", ")
    return (count == 1 ? "row " : "rows ") + shown + more
  }
}

extension TextChange {
  /// What changed from one text to another, in words.
  static func words(from old: String, to new: String) -> [String] {
    let changes = changes(from: old, to: TextWord.words(of: new), end: new.utf8.count)
    return changes.map { change in
      let now = String(decoding: Array(new.utf8)[change.new], as: UTF8.self)
      if now.isEmpty { return "“\(change.old)” is gone" }
      return change.old.isEmpty ? "“\(now)” is new" : "“\(change.old)” is now “\(now)”"
    }
  }
}

extension WorkbenchError {
  fileprivate static func noVersion(_ word: String) -> WorkbenchError {
    WorkbenchError(
      kind: .usage, place: "--take \(word)", problem: "names no version",
      fix: "write --take theirs, --take ours, or for one row --take 42=theirs")
  }
}
