// The memory measured on a workload: what `bitext benchmark memory` prints.
internal import Bitext
internal import Foundation
internal import Memory

/// One figure that was measured, beside the one it should keep.
public struct BenchmarkFigure: Codable, Sendable {
  /// What was measured: `zh hot p50`.
  public var name: String
  /// How much it was.
  public var value: Double
  /// In what: `ms`, `s`, `MB`.
  public var unit: String
  /// What it should be at most, or for counts at least; `nil` where nothing is asked.
  public var bar: Double? = nil
}

/// A folder with `tm1m.tsv` (Chinese, tab, English a line), `queries.tsv` and `queries.en.tsv` (a
/// query before the first tab), and the truth where it is there: `truth.zh.tsv` and `truth.en.tsv`,
/// the best score of each query or 0, as `Benchmarks/memory/exhaustive.py` writes it.
public struct MemoryBenchmark {
  let folder: String
  let workspace: String
  let report: (BenchmarkFigure) throws -> Void

  /// - Parameters:
  ///   - workspace: a new file, or one that an earlier run filled.
  ///   - report: takes every figure as it is measured.
  public init(
    folder: String, workspace: String, report: @escaping (BenchmarkFigure) throws -> Void
  ) {
    self.folder = folder
    self.workspace = workspace
    self.report = report
  }

  /// Measures everything. Times of searches are of the processor, so that what else the machine does
  /// counts less.
  public func run() throws {
    if !FileManager.default.fileExists(atPath: workspace) { try measureImport() }
    try measureOpening()
    try measureAdding()
    for side in SearchedSide.allCases {
      try measureHot(side)
      try measureCold(side)
    }
  }

  func open() throws -> Store {
    try Store.open(
      path: workspace, mode: .createIfMissing, author: "benchmark", clock: { Date() })
  }

  private func measureImport() throws {
    let store = try open()
    let start = Stopwatch()
    var lines = try WorkloadLines("\(folder)/tm1m.tsv")
    var count = 0
    let origin = Origin(
      fileName: "tm1m.tsv", sha256: String(repeating: "0", count: 64), encoding: "UTF-8")
    try store.importUnits(TranslationMemory(name: "tm1m", origin: origin, format: "tsv")) {
      var units = UnitRows()
      while units.count < 10_000, let line = lines.next() {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count > 1 else { continue }
        count += 1
        units.add(
          Bitext.Unit(
            id: "", source: String(cells[0]), target: String(cells[1]), sourceLanguage: .zhHans,
            targetLanguage: .en, status: .accepted, document: "tm1m", tu: count))
      }
      return units.count == 0 ? nil : units
    }
    try report(.init(name: "pairs imported", value: Double(count), unit: ""))
    try report(.init(name: "import with all indexes", value: start.wall, unit: "s", bar: 90))
    try report(.init(name: "import, processor", value: start.processor, unit: "s"))
    try report(.init(name: "greatest memory", value: Self.peakMemory, unit: "MB", bar: 1000))
    try store.forgetMatches()
    let index = Stopwatch()
    try store.indexMatches(leaving: 0)
    try report(.init(name: "index of near texts", value: index.wall, unit: "s", bar: 10))
    try report(.init(name: "index of near texts, processor", value: index.processor, unit: "s"))
  }

  private func measureOpening() throws {
    let start = Stopwatch()
    let matcher = Matcher(try open())
    try matcher.refresh()
    try report(.init(name: "opening", value: 1000 * start.wall, unit: "ms", bar: 50))
  }

  private func measureHot(_ side: SearchedSide) throws {
    let matcher = Matcher(try open())
    let queries = try side.queries(folder)
    try matcher.refresh()
    for query in queries { _ = try matcher.matches(for: query, side.options) }
    var times: [Double] = []
    var scores: [Double] = []
    for query in queries {
      let start = Stopwatch()
      let found = try matcher.matches(for: query, side.options)
      times.append(start.processor)
      scores.append(found.first?.score ?? 0)
    }
    try report(times, "\(side) hot", (side == .chinese ? 0.5 : 0.8, side == .chinese ? 3 : 4))
    try report(.init(name: "\(side) found", value: Double(scores.count { $0 > 0 }), unit: ""))
    if let truth = try side.truth(folder) {
      let right = zip(truth, scores).count { abs($0 - $1) < 1e-6 }
      try report(
        .init(
          name: "\(side) as exhaustive search", value: Double(right), unit: "",
          bar: Double(truth.count)))
    }
  }

  /// A workspace opened anew for each query; the file is in the system's cache.
  private func measureCold(_ side: SearchedSide) throws {
    var times: [Double] = []
    for query in try side.queries(folder) {
      let matcher = Matcher(try open())
      let start = Stopwatch()
      _ = try matcher.matches(for: query, side.options)
      times.append(start.processor)
    }
    try report(times, "\(side) cold", (3, 15))
  }

  private func report(_ times: [Double], _ name: String, _ bars: (Double, Double)) throws {
    try report(.init(name: "\(name) p50", value: 1000 * times.share(0.5), unit: "ms", bar: bars.0))
    try report(.init(name: "\(name) p95", value: 1000 * times.share(0.95), unit: "ms", bar: bars.1))
  }

  /// The most memory this process has had (`VmHWM` of proc(5)), in MB.
  private static var peakMemory: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return Double(line?.split(separator: " ").dropLast().last ?? "").map { $0 / 1000 } ?? 0
  }
}
