internal import Bitext
public import Exchange
internal import Foundation
internal import Memory

/// Which rows may leave: those a person confirmed, also the accepted, or all.
public typealias ExportStatus = StatusFilter

/// What an export wrote, what it left out and why.
public typealias ExportReceipt = Receipt

/// How much goes into one file of several.
public typealias FileLimit = Exchange.FileLimit

/// What a writer may need to know besides the units.
public typealias WritingOptions = Exchange.WritingOptions

/// Which units leave, and in what form.
public struct ExportRequest: Sendable {
  /// Which units, by their status.
  public var status = ExportStatus.all
  /// Only those changed since, in seconds since 1970 UTC.
  public var since: Int?
  /// Only those of this client.
  public var client: String?
  /// Only those at least so probable, or decided by a person.
  public var minConfidence: Double?
  /// Only those in these languages.
  public var choice = LanguageChoice()
  /// The tool that is to read the file.
  public var profile: ExchangeProfile?
  /// Whether the file has a DOCTYPE, unless the profile forbids it.
  public var hasDoctype = true
  /// Whether units of documents state the text before and after.
  public var hasContext = false
  /// A new file begins after so much.
  public var split: FileLimit?
  /// Whether the receipt lists every unit left out.
  public var listsSkipped = false

  /// By default everything leaves that can.
  public init() {}

  /// The same for a writer of this version, at this time.
  func options(_ writing: WritingOptions) -> ExportOptions {
    var options = ExportOptions(toolVersion: writing.toolVersion, date: writing.date)
    fill(&options)
    return options
  }

  fileprivate func fill(_ options: inout ExportOptions) {
    options.filter = status
    options.since = since
    options.client = client
    options.minConfidence = minConfidence
    options.languages = choice
    options.profile = profile
    options.hasDoctype = hasDoctype
    options.hasContext = hasContext
    options.split = split
    options.listsSkipped = listsSkipped
  }
}

/// A translation memory leaves the workspace.
extension Bench {
  /// Writes the rows of document pairs and the units of memories as TMX, all of them by name when none
  /// is given.
  /// - Throws: `MemoryError` for an unknown name; `ExchangeError`, after which whatever stood at
  ///   the path stands there still.
  public func exportTMX(
    _ names: [String], to path: String, _ request: ExportRequest, version: String
  ) throws -> Receipt {
    var options = ExportOptions(toolVersion: version, date: Int(clock().timeIntervalSince1970))
    request.fill(&options)
    if names.count == 1, let memory = try store.memory(named: names[0]) {
      options.header = memory.header.flatMap { TMXHeader(json: $0) } ?? TMXHeader()
    }
    let all = UnitFilter(
      documents: names.isEmpty ? nil : names, statuses: Set(Status.allCases), includesNulls: true)
    var export = try TMXExport(to: path, options)
    if options.profile?.isOneToOne == true {
      try eachUnit(matching: all) { export.foresee($0) }
    }
    try eachUnit(matching: all, as: { WritableUnit($0) }, { unit in try export.add(unit) })
    return try export.finish()
  }

  /// Gives each unit that may leave to `body`, in order.
  func eachUnit(matching filter: UnitFilter, _ body: (Bitext.Unit) throws -> Void) throws {
    try eachUnit(matching: filter, as: { $0 }, body)
  }

  /// Gives what was made of each unit that may leave to `body`, in order, while the next are read and made
  /// on a thread of their own.
  private func eachUnit<Made: Sendable>(
    matching filter: UnitFilter, as make: @escaping @Sendable (Bitext.Unit) -> Made,
    _ body: (Made) throws -> Void
  ) throws {
    let reading = ReadAhead<[Made], any Error> { [store] put in
      var portion: [Made] = []
      _ = try store.units(matching: filter) { unit in
        portion.append(make(unit))
        guard portion.count == 500 else { return }
        guard put(portion) else { throw CancellationError() }
        portion = []
      }
      _ = put(portion)
    }
    defer { reading.giveUp() }
    while let units = try reading.next() { for unit in units { try body(unit) } }
  }
}
