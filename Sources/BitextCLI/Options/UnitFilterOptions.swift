/// The options that say which units leave.
internal import ArgumentParser
internal import Workbench

struct UnitFilterOptions: ParsableArguments {
  @Option(help: "Which units: confirmed by a person, those and accepted ones, or all.")
  var status: ExportStatus = .all
  @Option(help: .init("Only what changed since: 2026-01-31.", valueName: "date"))
  var since: String?
  @Option(help: .init("Only what is so probable, or decided.", valueName: "0…1"))
  var minConfidence: Double?
  @Flag(help: "List every unit that was left out, and why.") var listSkipped = false

  func validate() throws {
    if let since, ExchangeFile.time(since) == nil {
      throw ValidationError("--since is a date such as 2026-01-31.")
    }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence is from 0 to 1.")
    }
  }

  /// Whether everything leaves.
  var isAll: Bool { status == .all && since == nil && minConfidence == nil }

  var request: ExportRequest {
    var request = ExportRequest()
    request.status = status
    request.since = since.flatMap { ExchangeFile.time($0) }
    request.minConfidence = minConfidence
    request.listsSkipped = listSkipped
    return request
  }
}
