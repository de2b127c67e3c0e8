internal import ArgumentParser
internal import Bitext
internal import Foundation
internal import Workbench

struct RealignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realign",
    abstract: "Aligns undecided rows again, with what is decided around them held fast.",
    discussion: """
      Examples:
        bitext realign press:42                 row 42 and the undecided rows around it
        bitext realign press:40-52 --dry-run    what would change in these rows
        bitext realign press                    every undecided row

      Decided rows stay, and so do rows with a corrected target text. The rows
      around those aligned, decided or not, are taken to be right. A row that comes
      out with the same text keeps its status. The call is one event: `bitext undo
      press` takes it back.
      """)

  @Argument(help: "A document pair, or one row or a range of its rows.") var rows: String
  @Flag(help: "Show what would change, and store nothing.") var dryRun = false
  @Option(
    help: .init("Weights that `bitext train` made, in place of the built-in.", valueName: "file"),
    completion: .file())
  var weights: String?
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let selection = try RowSelection(rows)
    let report = try workspace.open().realign(
      selection, means: DataFolder.meansOrNote(encoder.choice), model: WeightsFile.read(weights),
      isDryRun: dryRun)
    try json.json ? Terminal.write(json: report) : Terminal.write(report.text(isDryRun: dryRun))
  }
}

extension DataFolder {
  /// What the environment's folder has for aligning; notes on standard error what is missing.
  static func meansOrNote(_ encoder: EncoderChoice = .ifInstalled) -> Bench.MeansFinder {
    { source, target in
      let means = try current.means(for: source, target, encoder: encoder)
      means.missing.forEach(Terminal.warn)
      return means
    }
  }
}

extension RealignReport {
  /// A line of what was done, then the rows that changed, as they stood and as they stand.
  fileprivate func text(isDryRun: Bool) -> String {
    let done = "\(name): \(rows.of("row")) aligned again, "
    let end = isDryRun ? "; nothing is stored" : ""
    guard !after.isEmpty else { return done + "none changed" + end }
    let became = isDryRun ? "would become" : "became"
    let layout = RowLayout()
    return
      (["\(done)\(before.count) \(became) \(after.count)\(end)", "before".inColour(.bold)]
      + before.map(layout.text) + ["after".inColour(.bold)] + after.map(layout.text))
      .joined(separator: "\n")
  }
}
