internal import ArgumentParser
internal import Foundation
internal import Workbench

/// Measurements anyone can repeat; not in the list of commands.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measures bitext on a workload.", shouldDisplay: false,
    subcommands: [
      MemoryBenchmarkCommand.self, MeaningBenchmarkCommand.self, TermsBenchmarkCommand.self,
    ])
}

struct MemoryBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Imports a workload and measures searches in it.",
    discussion: """
      Examples:
        bitext benchmark memory workload
        bitext benchmark memory workload --in big.db --json

      The workload is a folder: Benchmarks/memory/README.md tells what is in it.
      Without --in the workspace is made in the folder for temporary files and goes
      at the end; a file that is there is searched as it is.
      """)

  @Argument(help: "The folder of the workload.", completion: .directory) var folder: String
  @Option(
    name: .customLong("in"), help: .init("The workspace to measure.", valueName: "file"),
    completion: .file())
  var workspace: String?
  @OptionGroup var json: JSONOption

  func run() throws {
    try measure(json, workspace: workspace) {
      try MemoryBenchmark(folder: folder, workspace: $0, report: $1).run()
    }
  }
}

struct MeaningBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meaning",
    abstract: "Measures `find --like`, and what it finds of what comparing all vectors finds.",
    discussion: """
      Examples:
        bitext benchmark meaning queries.tsv --workspace big.db

      Looks up each line of the file, up to its first tab. Units without a vector get
      one first (`encoder index`).
      """)

  @Argument(help: "A file with a query a line.", completion: .file()) var file: String
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let bench = try workspace.open()
    try bench.indexMeanings()
    try write(json) { report in
      try MeaningBenchmark(bench, report: report)
        .run(linesOf: file, by: DataFolder.current.meaningEncoder())
    }
  }
}

struct TermsBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Recognises terms in texts and looks them up.",
    discussion: """
      Examples:
        bitext benchmark terms workload --json

      The workload is a folder: Benchmarks/terms/README.md tells what is in it.
      """)

  @Argument(help: "The folder of the workload.", completion: .directory) var folder: String
  @OptionGroup var json: JSONOption

  func run() throws {
    try measure(json, workspace: nil) {
      try TermsBenchmark(folder: folder, workspace: $0, report: $1).run()
    }
  }
}

/// Writes the figures of a benchmark as they come, or together as JSON.
private func write(
  _ json: JSONOption, _ run: (_ report: @escaping (BenchmarkFigure) throws -> Void) throws -> Void
) throws {
  var figures: [BenchmarkFigure] = []
  try run { figure in
    figures.append(figure)
    if !json.json { try Terminal.write(figure.words) }
  }
  if json.json { try Terminal.write(json: figures) }
}

/// Runs a benchmark over a workspace, or over a new one that goes at the end, and writes its figures.
private func measure(
  _ json: JSONOption, workspace: String?,
  _ run: (_ workspace: String, _ report: @escaping (BenchmarkFigure) throws -> Void) throws -> Void
) throws {
  let temporary = FileManager.default.temporaryDirectory
    .appending(path: "bitext-benchmark-\(ProcessInfo.processInfo.processIdentifier).db").path
  defer {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: temporary + ending)
    }
  }
  try write(json) { try run(workspace ?? temporary, $0) }
}

extension BenchmarkFigure {
  fileprivate var words: String {
    let digits = value >= 100 || unit.isEmpty ? 0 : value >= 10 ? 1 : 3
    let bar = bar.map { "   (bar \($0.formatted(.number.grouping(.never))))" } ?? ""
    let number = String(format: "%.\(digits)f", value)
    return name.padded(to: 32) + number.rightAligned(to: 9) + " " + unit.padded(to: 4) + bar
  }
}
