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
  private let folder: String
  private let workspace: String
  private let report: (BenchmarkFigure) throws -> Void

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
    for side in [Searched.chinese, .english] {
      try measureHot(side)
      try measureCold(side)
    }
  }

  private func open() throws -> Store {
    try Store.open(
      path: workspace, mode: .createIfMissing, author: "benchmark", clock: { Date() })
  }

  private func measureImport() throws {
    let store = try open()
    let start = Stopwatch()
    var lines = try Lines("\(folder)/tm1m.tsv")
    var count = 0
    let origin = Origin(
      fileName: "tm1m.tsv", sha256: String(repeating: "0", count: 64), encoding: "UTF-8")
    try store.importUnits(TranslationMemory(name: "tm1m", origin: origin, format: "tsv")) {
      var units: [Bitext.Unit] = []
      while units.count < 10_000, let line = lines.next() {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count > 1 else { continue }
        count += 1
        units.append(
          Bitext.Unit(
            id: "", source: String(cells[0]), target: String(cells[1]), sourceLanguage: .zhHans,
            targetLanguage: .en, status: .accepted, document: "tm1m", tu: count))
      }
      return units.isEmpty ? nil : units
    }
    try report(.init(name: "pairs imported", value: Double(count), unit: "", bar: nil))
    try report(.init(name: "rows into the workspace", value: start.wall, unit: "s", bar: nil))
    let index = Stopwatch()
    try store.indexMatches(leaving: 0)
    try report(.init(name: "index of near texts", value: index.wall, unit: "s", bar: 10))
    try report(.init(name: "index of near texts, processor", value: index.processor, unit: "s"))
    try report(.init(name: "import with all indexes", value: start.wall, unit: "s", bar: 90))
    try report(.init(name: "greatest memory", value: Self.peakMemory, unit: "MB", bar: 1000))
  }

  private func measureOpening() throws {
    let start = Stopwatch()
    let matcher = Matcher(try open())
    try matcher.refresh()
    try report(.init(name: "opening", value: 1000 * start.wall, unit: "ms", bar: 50))
  }

  /// Confirms rows one by one with a text that was not there, and finds each.
  private func measureAdding() throws {
    let store = try open()
    let name = "benchmark \(Int(Date().timeIntervalSince1970))"
    let count = 50
    try store.add(.numbered(name, count))
    let matcher = Matcher(store)
    try matcher.refresh()
    var (adding, finding): ([Double], [Double]) = ([], [])
    for row in try store.pair(named: name).rows {
      var after = row
      after.status = .edited
      after.edited = "Benchmark row \(row.id) of \(name), said in other words."
      let start = Stopwatch()
      try store.apply(
        RowEdit(rows: .init(before: [row], after: [after])), to: name, action: "edit")
      adding.append(start.wall)
      let search = Stopwatch()
      let found = try matcher.matches(for: MatchQuery(after.edited ?? "", .en)).first
      finding.append(search.wall)
      guard found?.percent == 100 else { throw WorkbenchError.notFoundAgain(name) }
    }
    try store.remove(name)
    try report(.init(name: "confirming a row, p50", value: 1000 * adding.share(0.5), unit: "ms"))
    try report(
      .init(name: "finding it, p50", value: 1000 * finding.share(0.5), unit: "ms", bar: 5))
  }

  private func measureHot(_ side: Searched) throws {
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
  private func measureCold(_ side: Searched) throws {
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

/// Which side of the memory is searched.
private enum Searched: CustomStringConvertible {
  case chinese, english

  var description: String { self == .chinese ? "zh" : "en" }
  var options: MatchOptions { MatchOptions(limit: 1) }

  func queries(_ folder: String) throws -> [MatchQuery] {
    var lines = try Lines("\(folder)/\(self == .chinese ? "queries.tsv" : "queries.en.tsv")")
    var queries: [MatchQuery] = []
    while let line = lines.next() {
      let text = line.split(separator: "\t", omittingEmptySubsequences: false).first ?? ""
      queries.append(MatchQuery(String(text), self == .chinese ? .zhHans : .en))
    }
    return queries
  }

  func truth(_ folder: String) throws -> [Double]? {
    let path = "\(folder)/truth.\(self).tsv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var lines = try Lines(path)
    var scores: [Double] = []
    while let line = lines.next() { scores.append(Double(line.prefix { $0 != "\t" }) ?? 0) }
    return scores
  }
}

/// The lines of a file, read as a stream.
private struct Lines {
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws {
    guard let file = fopen(path, "r") else { throw WorkbenchError.noWorkload(path) }
    self.file = file
  }

  mutating func next() -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    let length = getline(&line, &capacity, file)
    guard length >= 0, let line else {
      fclose(file)
      return nil
    }
    let bytes = UnsafeRawBufferPointer(start: line, count: length)
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }
}

/// Time since it was made, in seconds: the clock's, and the processor's for this thread.
private struct Stopwatch {
  private let start = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_THREAD_CPUTIME_ID))

  var wall: Double { Self.now(CLOCK_MONOTONIC) - start.0 }
  var processor: Double { Self.now(CLOCK_THREAD_CPUTIME_ID) - start.1 }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension [Double] {
  /// What a share of the numbers does not pass.
  fileprivate func share(_ share: Double) -> Double {
    let sorted = sorted()
    return sorted.isEmpty
      ? 0 : sorted[Swift.min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}

extension DocumentPair {
  /// Sentences that are numbered, one a row.
  fileprivate static func numbered(_ name: String, _ count: Int) -> DocumentPair {
    func side(_ language: Language, _ sentences: [String], _ joiner: String) -> SegmentedDocument {
      var segments: [Segment] = []
      var start = 0
      for sentence in sentences {
        segments.append(Segment(range: start..<start + sentence.utf8.count, paragraph: 0))
        start += sentence.utf8.count + joiner.utf8.count
      }
      let text = sentences.joined(separator: joiner)
      let origin = Origin(
        fileName: "\(name).\(language)", sha256: SHA256.hex(of: text.utf8), encoding: "UTF-8")
      return SegmentedDocument(
        document: Document(
          origin: origin, language: language, text: text,
          paragraphs: [Paragraph(range: 0..<text.utf8.count)]),
        segments: segments)
    }
    let source = side(.zhHans, (0..<count).map { "这是\(name)的第\($0)行。" }, "")
    let target = side(.en, (0..<count).map { "This is row \($0) of \(name)." }, " ")
    let shapes = Array(repeating: Shape(1, 1), count: count)
    return DocumentPair(
      name: name, source: source, target: target,
      rows: rows(of: shapes, source: source, target: target))
  }
}

extension WorkbenchError {
  fileprivate static func noWorkload(_ path: String) -> WorkbenchError {
    WorkbenchError(
      kind: .badInput, place: path, problem: "the workload's file cannot be read",
      fix: "see Benchmarks/memory/README.md for how the workload is made")
  }

  fileprivate static func notFoundAgain(_ name: String) -> WorkbenchError {
    WorkbenchError(
      kind: .findings, place: name, problem: "a row that was just confirmed was not found",
      fix: "this is a defect: please report it")
  }
}
