internal import ArgumentParser
internal import Foundation
internal import Workbench

/// Measurements anyone can repeat; not in the list of commands.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measures bitext on a workload.", shouldDisplay: false,
    subcommands: [MemoryBenchmarkCommand.self, MeaningBenchmarkCommand.self])
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
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "bitext-benchmark-\(ProcessInfo.processInfo.processIdentifier).db").path
    defer {
      if workspace == nil {
        for ending in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: temporary + ending)
        }
      }
    }
    var figures: [BenchmarkFigure] = []
    try MemoryBenchmark(folder: folder, workspace: workspace ?? temporary) { figure in
      figures.append(figure)
      if !json.json { try Terminal.write(figure.words) }
    }.run()
    if json.json { try Terminal.write(json: figures) }
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
    var figures: [BenchmarkFigure] = []
    try MeaningBenchmark(bench) { figure in
      figures.append(figure)
      if !json.json { try Terminal.write(figure.words) }
    }.run(linesOf: file, by: DataFolder.current.meaningEncoder())
    if json.json { try Terminal.write(json: figures) }
  }
}

extension BenchmarkFigure {
  fileprivate var words: String {
    let digits = value >= 100 || unit.isEmpty ? 0 : value >= 10 ? 1 : 3
    let bar = bar.map { "   (bar \($0.formatted(.number.grouping(.never))))" } ?? ""
    let number = String(format: "%.\(digits)f", value)
    return name.padded(to: 32) + number.rightAligned(to: 9) + " " + unit.padded(to: 2) + bar
  }
}
