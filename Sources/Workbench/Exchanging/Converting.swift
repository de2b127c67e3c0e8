internal import Bitext
public import Exchange

/// From one format into another, without a workspace.
public enum Conversion {
  /// Writes the units of files as another format, one at a time.
  /// - Parameters:
  ///   - path: the file to write; `-` is standard output.
  ///   - format: its format; `nil` as its name says.
  /// - Returns: what was written, what was left out, and what the format has no place for.
  /// - Throws: `ExchangeError`, after which whatever stood at the path stands there still;
  ///   `WorkbenchError`.
  public static func run(
    _ source: UnitSource, to path: String, as format: ExchangeFormat?, _ request: ExportRequest,
    _ writing: WritingOptions
  ) throws -> Receipt {
    guard let format = format ?? ExchangeFormat(path: path) else {
      throw WorkbenchError.noFormat(path)
    }
    let export = try UnitExport(
      format, to: path, request.options(writing), byteOrderMark: writing.byteOrderMark)
    try source.read { unit in try export.add(unit) }
    return try export.finish()
  }
}

extension WorkbenchError {
  fileprivate static func noFormat(_ path: String) -> WorkbenchError {
    let formats = ExchangeFormat.allCases.filter(\.isWritten).map(\.rawValue)
    return WorkbenchError(
      kind: .usage, place: path == "-" ? "standard output" : path,
      problem: "the name does not say a format",
      fix: "state one with --to: \(formats.joined(separator: ", "))")
  }
}
