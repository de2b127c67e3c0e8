public import Bitext
public import Exchange
internal import Memory

/// What an import into the memory stored, and what it left out.
public struct ImportReport: Codable, Sendable {
  /// What the memory is called.
  public var name: String
  /// Units stored.
  public var units: Int
  /// Units of the file without a text on one side.
  public var untranslated: Int
  /// The file's format.
  public var format: ExchangeFormat
}

extension Bench {
  /// Stores the units of a file as a memory: what is not translated is counted and stays out, and
  /// what the file gives no status is accepted, since somebody translated it.
  /// - Parameter replacing: whether a memory of this name gives way; `undo` brings it back.
  /// - Throws: `ExchangeError`, after which nothing is stored; `MemoryError`, `WorkbenchError`.
  public func importUnits(
    _ source: UnitSource, as name: String, facts: PairFacts, replacing: Bool = false
  ) throws -> ImportReport {
    let stream = UnitStream(source, name)
    defer { stream.giveUp() }
    var memory = TranslationMemory(
      name: name, facts: facts, origin: try source.origin(), format: ExchangeFormat.tsv.rawValue)
    try store.importUnits(memory, replacing: replacing) {
      guard stream.report.units > 0 else {
        throw WorkbenchError.nothingTranslated(source.paths[0])
      }
      memory.format = stream.report.format.rawValue
      return memory
    } portion: {
      try stream.next()
    }
    return stream.report
  }
}

/// The units of a file, read on a thread of their own while those before are stored.
private final class UnitStream {
  /// What was taken so far.
  private(set) var report: ImportReport
  private let reading: ReadAhead<Portion, any Error>

  private enum Portion: Sendable {
    case units(UnitRows)
    case end(ExchangeFormat, untranslated: Int)
  }

  /// Nobody wants more.
  private struct GivenUp: Error {}

  /// How many units are stored in one transaction.
  private static let portion = 10_000

  init(_ source: UnitSource, _ name: String) {
    report = ImportReport(name: name, units: 0, untranslated: 0, format: .tsv)
    reading = ReadAhead(depth: 2) { put in
      var units = UnitRows()
      var (place, untranslated) = (0, 0)
      let format = try source.read(document: name, unstated: .accepted) { unit in
        place += 1
        guard !unit.source.isEmpty, !unit.target.isEmpty else {
          untranslated += 1
          return
        }
        var unit = unit.storable
        // Rows that were exported belong to no entry of a file; now they do.
        unit.tu = unit.tu.flatMap { $0 > 0 ? $0 : nil } ?? place
        units.add(unit)
        if units.count < Self.portion { return }
        guard put(.units(units)) else { throw GivenUp() }
        units = UnitRows()
      }
      if units.count == 0 || put(.units(units)) {
        _ = put(.end(format, untranslated: untranslated))
      }
    }
  }

  func giveUp() { reading.giveUp() }

  /// The next units; `nil` after the last.
  func next() throws -> UnitRows? {
    switch try reading.next() {
    case .units(let units):
      report.units += units.count
      return units
    case .end(let format, let untranslated):
      (report.format, report.untranslated) = (format, untranslated)
      return nil
    case nil: return nil
    }
  }
}

extension UnitSource {
  /// Where the units come from; of standard input no digest is known, since it was read once.
  func origin() throws -> Origin {
    let names = paths.map { String($0.split(separator: "/").last ?? "-") }
    let digests = try paths.filter { $0 != "-" }.map { try UnitFile.digest(of: $0) }
    let digest = digests.count == 1 ? digests[0] : SHA256.hex(of: Array(digests.joined().utf8))
    return Origin(
      fileName: names.joined(separator: " + "), sha256: digest, encoding: encoding ?? "UTF-8")
  }
}

extension WorkbenchError {
  fileprivate static func nothingTranslated(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path, problem: "no unit has text on both sides",
      fix: "name a file that is translated")
  }
}
