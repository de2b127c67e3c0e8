// The bars of the checks, on real pairs: errors that a seeded planter put in are found, and few sound pairs
// are flagged.
import Bitext
import Foundation
import Memory
import TestData
import Testing

@testable import Workbench

@Suite struct CheckBarsTests {
  /// The kinds that `Benchmarks/plant_errors.py` plants, and the rules that answer for each.
  private static let rules: [String: Set<String>] = [
    "number": ["number", "date"], "unit": ["unit", "number"], "date": ["date", "number"],
    "name": ["name"], "bracket": ["bracket", "quote", "width"], "term": ["term"],
    "forbidden-term": ["forbidden-term"], "width": ["width"],
    "untranslated": ["untranslated", "empty"], "placeholder": ["placeholder", "tag"],
  ]

  @Test(.needs(.samples)) func plantedErrorsAreFound() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    let lines = try plant(["--terms", "\(folder.path)/terms.tsv"])
    _ = try bench.importTerms(path: "\(folder.path)/terms.tsv")
    try store(lines.map { ($0[1], $0[2]) }, as: "planted", in: bench)
    try store(lines.map { ($0[3], $0[4]) }, as: "sound", in: bench)
    let report = try bench.check([], CheckSettings())
    let before = Set(report.findings.filter { $0.document == "sound" }.map(Self.key))
    let found = report.findings.filter {
      $0.document == "planted" && !before.contains(Self.key($0))
    }
    let byRow = Dictionary(grouping: found, by: \.row).mapValues { Set($0.map(\.rule.rawValue)) }
    for (kind, rules) in Self.rules {
      let rows = lines.indices.filter { lines[$0][0] == kind }
      let hits = rows.count { !(byRow[$0 + 1] ?? []).isDisjoint(with: rules) }
      #expect(rows.count == 30)
      #expect(Double(hits) / Double(rows.count) >= 0.9, "\(kind): \(hits) of \(rows.count)")
    }
  }

  private static func key(_ entry: CheckReport.Entry) -> String {
    "\(entry.row) \(entry.rule.rawValue) \(entry.reason)"
  }

  @Test(.needs(.samples)) func fewSoundPairsAreFlagged() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    try store(plant(["--clean", "10000"]).map { ($0[0], $0[1]) }, as: "drawn", in: bench)
    let report = try bench.check([], CheckSettings())
    #expect(report.checked == 10_000)
    #expect(report.flagged <= 500, "\(report.flagged)")
  }

  /// Nested terms, inflection and synonyms of one concept raise no alarm on the founding text.
  @Test(.needs(.gold)) func theFoundingTextIsQuiet() throws {
    let folder = try Folder()
    let bench = try folder.bench()
    _ = try bench.importTerms(path: TestData.repository("glossary/terms.tsv"))
    func lines(_ name: String) throws -> [String] {
      try String(contentsOfFile: TestData.gold.path("press-conference/\(name)"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    let (zh, en) = (try lines("statement.zh"), try lines("statement.en"))
    let pairs = try lines("statement.gold").compactMap { Bead(line: $0) }
      .filter { !$0.shape.isNull }
      .map { ($0.source.map { zh[$0] }.joined(), $0.target.map { en[$0] }.joined(separator: " ")) }
    try store(pairs, as: "press", in: bench)
    let report = try bench.check([], CheckSettings())
    // The translation renders these four freely; they are no nested terms, inflections or synonyms.
    let terms = report.findings.filter { $0.rule == .term }.map(\.words)
    #expect(terms == ["白皮书", "权益", "网络法治", "全球互联网治理"])
    #expect(
      report.findings.filter { $0.rule != .term }.map { "\($0.rule.rawValue): \($0.reason)" } == [])
  }

  private func store(_ pairs: [(String, String)], as name: String, in bench: Bench) throws {
    let memory = TranslationMemory(
      name: name,
      origin: Origin(
        fileName: name, sha256: String(repeating: "0", count: 64), encoding: "UTF-8"),
      format: "tsv")
    var units: [Bitext.Unit]? = pairs.enumerated().map { index, pair in
      var unit = Bitext.Unit(
        id: "", source: pair.0, target: pair.1, sourceLanguage: .zhHans, targetLanguage: .en,
        status: .unreviewed, confidence: nil, document: name, created: 0, changed: 0)
      unit.tu = index + 1
      return unit
    }
    try bench.store.importUnits(memory) {
      defer { units = nil }
      return units.map { UnitRows($0) }
    }
  }

  /// The planter's lines as fields.
  private func plant(_ arguments: [String]) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", TestData.repository("Benchmarks/plant_errors.py")]
      + [try TestData.samples.path("pairs/real.tsv.xz")] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
