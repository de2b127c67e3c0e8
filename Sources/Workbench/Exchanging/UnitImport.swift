public import Bitext
internal import Documents
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
  /// Stores the units of a file as a memory: what is not translated is counted and stays out.
  /// - Parameter replacing: whether a memory of this name gives way; `undo` brings it back.
  /// - Throws: `ExchangeError`, after which nothing is stored; `MemoryError`, `WorkbenchError`.
  public func importUnits(
    _ source: UnitSource, as name: String, facts: PairFacts, replacing: Bool = false
  ) throws -> ImportReport {
    var report = ImportReport(name: name, units: 0, untranslated: 0, format: .tsv)
    var units: [Unit] = []
    report.format = try source.read(document: name) { unit in
      guard !unit.source.isEmpty, !unit.target.isEmpty else {
        report.untranslated += 1
        return
      }
      units.append(unit.storable)
    }
    guard !units.isEmpty else { throw WorkbenchError.nothingTranslated(source.paths[0]) }
    report.units = units.count
    let memory = TranslationMemory(
      name: name, facts: facts, origin: try source.origin(), format: report.format.rawValue)
    var start = 0
    try store.importUnits(memory, replacing: replacing) {
      guard start < units.count else { return nil }
      defer { start += Self.portion }
      return Array(units[start..<min(start + Self.portion, units.count)])
    }
    return report
  }

  /// How many units are stored in one transaction.
  private static let portion = 10_000
}

extension UnitSource {
  /// Where the units come from; of standard input no digest is known, since it was read once.
  func origin() throws -> Origin {
    let names = paths.map { String($0.split(separator: "/").last ?? "-") }
    let digests = try paths.filter { $0 != "-" }.map { SHA256.hex(of: try FileBytes.read($0)) }
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
