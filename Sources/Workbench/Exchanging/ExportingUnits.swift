internal import Bitext
public import Exchange
internal import Memory

extension Bench {
  /// Writes rows of document pairs and units of memories as any format but TMX; all of them by name
  /// when none is given. A format of whole texts takes one document pair, with every row.
  /// - Throws: `MemoryError` for an unknown name; `ExchangeError`, after which whatever stood at the
  ///   path stands there still.
  public func export(
    _ names: [String], to path: String, as format: ExchangeFormat, _ request: ExportRequest,
    _ writing: WritingOptions
  ) throws -> Receipt {
    let export = try UnitExport(
      format, to: path, request.options(writing), byteOrderMark: writing.byteOrderMark)
    let all = UnitFilter(
      documents: names.isEmpty ? nil : names, statuses: Set(Status.allCases), includesNulls: true,
      includesSegments: format.isWholeText)
    try eachUnit(matching: all) { unit in try export.add(unit) }
    return try export.finish()
  }
}
