internal import ArgumentParser
internal import Workbench

struct LexiconStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells which lexicons are there.",
    discussion: """
      Examples:
        bitext lexicon status
      """)

  @OptionGroup var output: JSONOption

  func run() throws {
    let (reports, faults) = DataFolder.current.lexiconReports()
    if output.json {
      try Terminal.write(json: reports)
    } else if !reports.isEmpty {
      try Terminal.write(reports.map(\.words).joined(separator: "\n"))
    }
    for fault in faults.dropLast() { Terminal.warn(fault) }
    if let fault = faults.last { throw fault }
  }
}
