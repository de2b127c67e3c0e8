// What can go wrong between a caller and the workspace, told with place, problem and remedy.
public import Bitext
internal import GRDB

/// A failure of the workspace or of a request to it.
public struct MemoryError: Fault, Hashable {
  /// What failed; decides the exit status.
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// There is no workspace at the path.
    case missing
    /// The file is no SQLite database.
    case notADatabase
    /// The database belongs to another program.
    case foreign
    /// The database is damaged.
    case damaged
    /// The workspace was written by a newer version.
    case newer
    /// Another process holds the workspace.
    case locked
    /// The disk is full, or the file cannot be written.
    case unwritable
    /// The name cannot be used as a name.
    case invalidName
    /// No document pair, memory or concept has the name.
    case unknownName
    /// Another document pair, memory or concept has the name.
    case nameUsed
    /// What the change started from is no longer there.
    case changedMeanwhile
    /// The change would leave the workspace in a wrong state.
    case inconsistent
    /// No event is left to take back, or to do again.
    case nothingToUndo
    /// What to look for cannot be understood.
    case invalidPattern
  }

  /// What failed.
  public let reason: Reason
  public let place: String
  public let problem: String
  public let fix: String

  public var kind: FaultKind {
    switch reason {
    case .missing, .notADatabase, .foreign, .damaged, .invalidName, .unknownName: .badInput
    case .invalidPattern: .usage
    case .newer, .locked: .workspaceUnavailable
    case .unwritable: .output
    case .nameUsed, .changedMeanwhile, .inconsistent: .refused
    case .nothingToUndo: .findings
    }
  }
}

extension MemoryError {
  static func missing(_ path: String) -> MemoryError {
    MemoryError(
      reason: .missing, place: path, problem: "there is no workspace here",
      fix: "`bitext align SOURCE TARGET` creates one; `--workspace FILE` names another")
  }

  static func notADatabase(_ path: String) -> MemoryError {
    MemoryError(
      reason: .notADatabase, place: path, problem: "not a database; it was left as it is",
      fix: "name a workspace, or a file that does not exist yet, with `--workspace FILE`")
  }

  static func foreign(_ path: String) -> MemoryError {
    MemoryError(
      reason: .foreign, place: path,
      problem: "a database of another program; it was left as it is",
      fix: "name a workspace, or a file that does not exist yet, with `--workspace FILE`")
  }

  static func newer(_ path: String, version: Int, known: Int) -> MemoryError {
    MemoryError(
      reason: .newer, place: path,
      problem: "written by a newer bitext (schema \(version); this one knows \(known))",
      fix: "install the newer bitext, or name another workspace with `--workspace FILE`")
  }

  static func unwritable(_ path: String, _ message: String) -> MemoryError {
    MemoryError(
      reason: .unwritable, place: path, problem: "cannot be written: \(message)",
      fix: "check the free space and the permissions of the file and its folder; "
        + "what was stored before is untouched")
  }

  static func changedMeanwhile(_ place: String) -> MemoryError {
    MemoryError(
      reason: .changedMeanwhile, place: place,
      problem: "it was changed since it was read; nothing was stored",
      fix: "look at it again, then repeat the action")
  }

  static func inconsistent(_ place: String, _ problem: String) -> MemoryError {
    MemoryError(
      reason: .inconsistent, place: place, problem: "\(problem); nothing was stored",
      fix: "this is a defect of bitext: please report it with the command you gave")
  }

  static func invalidName(_ name: String) -> MemoryError {
    MemoryError(
      reason: .invalidName, place: "name '\(name)'",
      problem: "a name is not empty, has no colon or control character, and no space at its ends",
      fix: "choose another, for example with `--as NAME`")
  }

  static func nameUsed(_ name: String, by what: String = "document pair") -> MemoryError {
    MemoryError(
      reason: .nameUsed, place: name, problem: "a \(what) has this name already",
      fix: "choose another with `--as NAME`, or `--replace` the one that is there")
  }

  /// `existing` in the order in which to offer them.
  static func unknownName(_ name: String, what: String, existing: [String]) -> MemoryError {
    let offered = existing.prefix(5).joined(separator: ", ")
    let more = existing.count > 5 ? " and \(existing.count - 5) more" : ""
    return MemoryError(
      reason: .unknownName, place: name, problem: "there is no \(what) of this name",
      fix: existing.isEmpty
        ? "the workspace has no \(what) yet" : "the workspace has \(offered)\(more)")
  }

  static func nothingToUndo(_ place: String, _ action: String) -> MemoryError {
    MemoryError(
      reason: .nothingToUndo, place: place, problem: "nothing to \(action)",
      fix: "`bitext log` shows what was done and taken back")
  }
}

extension MemoryError {
  static func invalidPattern(_ pattern: String, _ reason: String) -> MemoryError {
    MemoryError(
      reason: .invalidPattern, place: "'\(pattern)'",
      problem: "this regular expression cannot be used: \(reason)",
      fix: "write it as ICU's are: https://unicode-org.github.io/icu/userguide/strings/regexp.html")
  }

  /// The last event is none of the rows, where only those are meant.
  static func noRowsTo(_ action: String, _ place: String, last: String) -> MemoryError {
    MemoryError(
      reason: .nothingToUndo, place: place,
      problem: "no change of a row is left to \(action); the last event is '\(last)'",
      fix: action == "undo"
        ? "`bitext undo` takes other events back" : "`bitext redo` does other events again")
  }

  /// What SQLite said, told as ours. An error of ours passes unchanged.
  init(_ error: any Error, at path: String) {
    switch error {
    case let error as MemoryError: self = error
    case let error as DatabaseError: self = Self.told(error, at: path)
    default: self = .inconsistent(path, "\(error)")
    }
  }

  private static func told(_ error: DatabaseError, at path: String) -> MemoryError {
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path)
    case .SQLITE_NOTADB: return .notADatabase(path)
    case .SQLITE_CORRUPT: return .damaged(path, message)
    case .SQLITE_READONLY: return .readOnly(path)
    case .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_PERM:
      return .unwritable(path, message)
    default: return .inconsistent(path, message)
    }
  }

  private static func readOnly(_ path: String) -> MemoryError {
    MemoryError(
      reason: .unwritable, place: path, problem: "this workspace can only be read",
      fix: "check the permissions of the file and its folder, "
        + "or name a copy with `--workspace FILE`")
  }

  static func importing(_ path: String) -> MemoryError {
    MemoryError(
      reason: .locked, place: path, problem: "another process is importing into this workspace",
      fix: "let it finish or end it, then repeat the command")
  }

  private static func locked(_ path: String) -> MemoryError {
    MemoryError(
      reason: .locked, place: path, problem: "another process is writing to this workspace",
      fix: "let it finish or end it, then repeat the command")
  }

  static func damaged(_ path: String, _ message: String) -> MemoryError {
    MemoryError(
      reason: .damaged, place: path, problem: "the database is damaged: \(message)",
      fix: "restore a copy, or save what is left with `sqlite3 FILE .recover`")
  }
}
