/// What went wrong, told to a person: the place, the problem, and how to mend it. Each stage throws
/// its own error type; this is the face they all share, from which the command prints one message
/// and takes its exit status.
public protocol Fault: Error, Sendable, CustomStringConvertible {
  /// The kind of failure, which decides the exit status.
  var kind: FaultKind { get }
  /// Where: a file with its line, a document pair with its row, a workspace.
  var place: String { get }
  /// What is wrong there.
  var problem: String { get }
  /// What the person can do about it.
  var fix: String { get }
}

extension Fault {
  public var description: String { "\(place): \(problem)\n  fix: \(fix)" }
}

/// Kinds of failure; the raw value is the exit status of the command.
public enum FaultKind: Int32, Sendable, CaseIterable {
  /// The command did its work and has findings, or found nothing.
  case findings = 1
  /// The arguments are wrong.
  case usage = 2
  /// A file or its content cannot be used.
  case badInput = 3
  /// The workspace is locked by another process, or was written by a newer version.
  case workspaceUnavailable = 4
  /// The request would lose or overwrite something, and was not carried out.
  case refused = 5
  /// The disk is full, or the output cannot be written.
  case output = 6
}
