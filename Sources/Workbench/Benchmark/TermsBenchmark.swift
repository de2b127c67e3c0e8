// A large glossary measured on a workload: what `bitext benchmark terms` prints.
internal import Bitext
internal import Exchange
internal import Foundation
internal import Memory
internal import Terminology

/// A folder with `terms.tsv`, a glossary of Chinese and English; `text.zh` and `text.en`, in which its terms
/// are recognised; `queries.txt`, a text to look up a line. `Benchmarks/terms/make.py` makes it.
public struct TermsBenchmark {
  private let folder: String
  private let workspace: String
  private let report: (BenchmarkFigure) throws -> Void
  /// What counts is the best of so many rounds.
  private static let rounds = 5

  /// - Parameters:
  ///   - workspace: a new file.
  ///   - report: takes every figure as it is measured.
  public init(
    folder: String, workspace: String, report: @escaping (BenchmarkFigure) throws -> Void
  ) {
    (self.folder, self.workspace, self.report) = (folder, workspace, report)
  }

  /// Measures everything; recognition in the processor's time, look-ups by the clock.
  public func run() throws {
    let bytes = try Data(contentsOf: URL(filePath: "\(folder)/terms.tsv"))
    let concepts = try GlossaryReading(Array(bytes), name: "terms.tsv").concepts
    try report(.init(name: "concepts", value: Double(concepts.count), unit: ""))
    try measureRecognition(concepts, .zh, bar: 50)
    try measureRecognition(concepts, .en, bar: 10)
    try measureLookUp()
  }

  private func measureRecognition(_ concepts: [Concept], _ language: Language, bar: Double) throws {
    let building = Stopwatch()
    let matcher = TermMatcher(concepts, language: language)
    try report(
      .init(name: "\(language.code) matcher made", value: 1000 * building.processor, unit: "ms"))
    let lines = try lines("text.\(language.code)")
    let size = Double(lines.reduce(0) { $0 + $1.utf8.count + 1 }) / 1e6
    var best = Double.infinity
    var count = 0
    for _ in 0..<Self.rounds {
      let start = Stopwatch()
      count = lines.reduce(0) { $0 + matcher.matches(in: $1).count }
      best = min(best, start.processor)
    }
    let code = language.code
    try report(.init(name: "\(code) terms found", value: Double(count), unit: ""))
    try report(
      .init(name: "\(code) recognition", value: size / best, unit: "MB/s", bar: bar))
  }

  private func measureLookUp() throws {
    let importing = Stopwatch()
    _ = try bench().importTerms(path: "\(folder)/terms.tsv")
    try report(.init(name: "import", value: importing.wall, unit: "s"))
    let queries = try lines("queries.txt")
    let first = Stopwatch()
    _ = try bench().findTerm(queries.first ?? "")
    try report(.init(name: "first look-up", value: 1000 * first.wall, unit: "ms"))
    var times: [Double] = []
    for query in queries {
      let start = Stopwatch()
      _ = try bench().findTerm(query)
      times.append(1000 * start.wall)
    }
    try report(.init(name: "look-up p50", value: times.share(0.5), unit: "ms", bar: 100))
    try report(.init(name: "look-up p95", value: times.share(0.95), unit: "ms", bar: 100))
    try report(.init(name: "look-up, longest", value: times.max() ?? 0, unit: "ms", bar: 100))
  }

  private func bench() throws -> Bench {
    try Bench(workspace: workspace, .createIfMissing, author: "benchmark") { Date() }
  }

  private func lines(_ name: String) throws -> [String] {
    var lines = try WorkloadLines("\(folder)/\(name)")
    var all: [String] = []
    while let line = lines.next() { all.append(line) }
    return all
  }
}
