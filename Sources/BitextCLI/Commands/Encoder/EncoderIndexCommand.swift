internal import ArgumentParser
internal import Workbench

struct EncoderIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Makes the vectors that `find --like` compares, of all units that have none yet.",
    discussion: """
      Examples:
        bitext encoder index
        bitext find --like "how courts are supervised"

      `find --like` does it by itself. Interrupted, it goes on where it stopped.
      """)

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let bench = try workspace.open()
    let made = try bench.indexMeanings()
    try Terminal.write("\(made.of("unit")) indexed")
  }
}

extension Bench {
  /// Makes the vectors that are missing, and tells how far it has come.
  @discardableResult
  func indexMeanings() throws -> Int {
    let encoder = try DataFolder.current.meaningEncoder()
    defer { Terminal.endProgress() }
    return try indexMeanings(by: encoder) { done, total in
      Terminal.progress("\(done) of \(total.of("unit")) indexed")
    }
  }
}
