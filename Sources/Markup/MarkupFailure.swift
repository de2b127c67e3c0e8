/// What a stage throws for a file that it cannot read.
public protocol MarkupFailure: Error {
  /// The file of that name cannot be read, for the reason given.
  static func damaged(_ file: String, _ reason: String) -> Self
}
