internal import ArgumentParser
internal import Bitext
internal import Workbench

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Takes a new version of a text, and keeps every row whose text is unchanged.",
    discussion: """
      Examples:
        bitext update press --target en-2.txt
        bitext update press --source zh-2.docx --dry-run   what would change
        bitext update press --source zh.txt --target en.txt
        bitext review press --doubtful                     look at what changed

      Rows with other text are aligned again between those that stay, say what is
      different and want a look; a decided row keeps its borders when its sentences
      are still there, changed. The call is one event: `bitext undo press` takes it
      back.
      """)

  @Argument(help: "The document pair.") var name: String
  @Option(
    name: .customLong("source"), parsing: .upToNextOption,
    help: .init("The new source text, its files in order; - is standard input.", valueName: "file"),
    completion: .file())
  var sources: [String] = []
  @Option(
    name: .customLong("target"), parsing: .upToNextOption,
    help: .init("The new target text, its files in order.", valueName: "file"),
    completion: .file())
  var targets: [String] = []
  @Option(
    help: .init("The encoding of all: GB18030, UTF-16LE; else found out.", valueName: "name"))
  var encoding: String?
  @OptionGroup var segments: SegmentOptions
  @Flag(help: "Show what would change, and store nothing.") var dryRun = false
  @Option(
    help: .init("Weights that `bitext train` made, in place of the built-in.", valueName: "file"),
    completion: .file())
  var weights: String?
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if sources.isEmpty, targets.isEmpty {
      throw ValidationError("Name the new text with --source, --target or both.")
    }
    if (sources + targets).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one text can come from standard input.")
    }
  }

  func run() throws {
    let files = UpdateFiles(
      [.source: sources, .target: targets], encoding: encoding, unit: segments.unit,
      rules: segments.rules)
    let report = try workspace.open().update(
      name, with: files, means: DataFolder.meansOrNote(encoder.choice),
      model: WeightsFile.read(weights),
      isDryRun: dryRun)
    for notice in report.notices { Terminal.note(notice) }
    try json.json ? Terminal.write(json: report) : Terminal.write(report.text(isDryRun: dryRun))
  }
}

extension UpdateReport {
  /// How many rows are shown; `show` and `review --doubtful` have them all.
  private static let shown = 20

  /// What was kept, what wants a decision again, and the rows that are not as they were.
  fileprivate func text(isDryRun: Bool) -> String {
    let name = figures.name
    guard !changed.isEmpty || reopened > 0 else {
      return "\(name): all \(kept.of("row")) kept; the text is the same"
    }
    let again =
      reopened == 0 ? "" : "; \(reopened) of \(keptDecided + reopened) decided ones reopened"
    let head = "\(name): \(kept.of("row")) kept, \(changed.count) changed\(again)"
    let layout = RowLayout()
    let rest = changed.count - Self.shown
    return
      ([head + (isDryRun ? "; nothing is stored" : "")]
      + changed.prefix(Self.shown).map(layout.text)
      + (rest > 0 ? ["and \(rest.of("row")) more: bitext review \(name) --doubtful"] : []))
      .joined(separator: "\n")
  }
}
