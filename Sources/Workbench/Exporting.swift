internal import Bitext
public import Exchange
internal import Foundation
internal import Memory

/// Which rows may leave: those a person confirmed, also the accepted, or all.
public typealias ExportStatus = StatusFilter

/// What an export wrote, what it left out and why.
public typealias ExportReceipt = Receipt

/// What a writer may need to know besides the units.
public typealias WritingOptions = Exchange.WritingOptions

/// A translation memory leaves the workspace.
extension Bench {
  /// Writes the rows of document pairs as TMX, all pairs by name when none is given.
  /// - Throws: `MemoryError` for an unknown name; `ExchangeError`, after which whatever stood at
  ///   the path stands there still.
  public func exportTMX(
    _ names: [String], to path: String, status: StatusFilter, version: String
  ) throws -> Receipt {
    var export = try TMXExport(
      to: path, filter: status, toolVersion: version, date: Int(clock().timeIntervalSince1970))
    let all = UnitFilter(
      documents: names.isEmpty ? nil : names, statuses: Set(Status.allCases), includesNulls: true)
    _ = try store.units(matching: all) { unit in try export.add(unit) }
    return try export.finish()
  }
}
