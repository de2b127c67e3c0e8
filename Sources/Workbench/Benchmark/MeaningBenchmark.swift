// The search for meaning measured: how long it takes, and what it finds of what comparing every vector
// finds.
public import Bitext
internal import Documents
internal import Foundation
internal import Memory

/// Looks texts up in a workspace whose units have vectors.
public struct MeaningBenchmark {
  let store: Store
  let report: (BenchmarkFigure) throws -> Void

  /// How many units each search asks for.
  private static let wanted = 10

  /// - Parameter report: takes every figure as it is measured.
  public init(_ bench: Bench, report: @escaping (BenchmarkFigure) throws -> Void) {
    (store, self.report) = (bench.store, report)
  }

  /// Looks each line of a file up: by the sketches, and comparing all.
  public func run(linesOf file: String, by encoder: some SentenceEncoder) throws {
    let lines = String(decoding: try FileBytes.read(file), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { String($0.prefix { $0 != "\t" }) }
    let vectors = try lines.map { try encoder.encode([$0]) }
    var (sketches, whole): ([Double], [Double]) = ([], [])
    var (found, there) = (0, 0)
    for (number, vector) in vectors.enumerated() {
      let (near, time) = try search(vector, all: false)
      if number > 0 { sketches.append(time) }  // The first one fills the caches.
      let (truth, longer) = try search(vector, all: true)
      whole.append(longer)
      found += truth.intersection(near).count
      there += truth.count
    }
    try report(.init(name: "searches", value: Double(lines.count), unit: ""))
    for (name, share) in [("p50", 0.5), ("p95", 0.95)] {
      try report(
        .init(name: "by sketches \(name)", value: sketches.share(share), unit: "ms", bar: 150))
      try report(.init(name: "comparing all \(name)", value: whole.share(share), unit: "ms"))
    }
    let recall = 100 * Double(found) / Double(max(there, 1))
    try report(.init(name: "found of the nearest \(Self.wanted)", value: recall, unit: "%"))
  }

  /// The nearest units, and the milliseconds of the clock it took.
  private func search(_ vector: [Float], all: Bool) throws -> (Set<String>, Double) {
    let start = Stopwatch()
    let found = try store.nearest(
      to: vector, where: UnitCondition(), limit: Self.wanted, all: all)
    let time = 1000 * start.wall
    return (Set(found.units.map { "\($0.unit.document):\($0.number)" }), time)
  }
}
