// Units and folders for the tests of this target.
import Bitext
import Exchange
import Foundation

/// Ours, not the unit of measure in Foundation.
typealias Unit = Bitext.Unit

extension Unit {
  /// A unit of the document `press`, zh-Hans into en, whatever is not stated being plain.
  static func of(
    _ id: String, _ source: String, _ target: String, _ status: Status = .confirmed,
    from sourceLanguage: Language = .zhHans, into targetLanguage: Language = .en,
    shape: String = "1-1"
  ) -> Unit {
    Unit(
      id: id, source: source, target: target, sourceLanguage: sourceLanguage,
      targetLanguage: targetLanguage, status: status, confidence: nil, shape: shape,
      document: "press", created: 1_678_937_400, changed: 1_678_937_400)
  }
}

/// Exports these units to `path` with a fixed clock.
@discardableResult
func export(
  _ units: [Unit], to path: String, filter: StatusFilter = .all,
  _ change: (inout ExportOptions) -> Void = { _ in }
) throws -> Receipt {
  var options = ExportOptions(toolVersion: "1.2", date: 1_700_000_000)
  options.filter = filter
  change(&options)
  var export = try TMXExport(to: path, options)
  if options.profile?.isOneToOne == true { for unit in units { export.foresee(unit) } }
  for unit in units { try export.add(WritableUnit(unit)) }
  return try export.finish()
}

/// Gives `body` a folder that is gone afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

/// The names in a folder, hidden ones too: a temporary file left behind would show.
func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// What a program prints, and its exit status.
func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return (process.terminationStatus, output)
}
