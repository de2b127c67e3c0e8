/// What becomes of something that comes from a file and stands in the workspace otherwise.
public enum ImportConflict: String, Sendable, Codable, CaseIterable {
  /// What stands there stays, what comes is left out.
  case keep
  /// What comes takes the place of what stands there.
  case replace
  /// Both are kept.
  case both
}
