// Units as a test shows them, and files of any format read and written.
import Bitext
import Foundation

@testable import Exchange

/// Reads files of one format that are made of these texts, in a folder of their own; the first is told
/// by what it holds unless the format is stated.
func read(
  _ files: [(name: String, text: String)], as format: Format? = nil, encoding: String? = nil,
  from source: Language? = nil, into target: Language? = nil
) throws -> [Unit] {
  try withFolder { folder in
    for file in files {
      try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(file.name)"))
    }
    return try readUnits(
      files.map { "\(folder)/\($0.name)" }, as: format, encoding: encoding, from: source,
      into: target)
  }
}

func readUnits(
  _ paths: [String], as format: Format? = nil, encoding: String? = nil,
  from source: Language? = nil, into target: Language? = nil
) throws -> [Unit] {
  var units: [Unit] = []
  let options = ReadingOptions(
    sourceLanguage: source, targetLanguage: target, encoding: encoding, document: "press")
  try UnitFile(paths, format: format).read(options) { units.append($0) }
  return units
}

/// `zh → en  网络 | network  accepted`, and below it what else the unit says.
func picture(_ units: [Unit]) -> String {
  units.map { unit in
    let languages = "\(unit.sourceLanguage) → \(unit.targetLanguage)"
    return "\(languages)  \(unit.source) | \(unit.target)  \(unit.status.rawValue)"
  }.joined(separator: "\n")
}

/// Writes units as a format.
@discardableResult
func write(
  _ units: [Unit], as format: Format, to path: String, filter: StatusFilter = .all,
  byteOrderMark: Bool = false
) throws -> Receipt {
  var options = ExportOptions(toolVersion: "1.2", date: 1_700_000_000)
  options.filter = filter
  let export = try UnitExport(format, to: path, options, byteOrderMark: byteOrderMark)
  for unit in units { try export.add(unit) }
  return try export.finish()
}
