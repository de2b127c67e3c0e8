internal import ArgumentParser
internal import Workbench

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Takes in the document pairs, memories and glossary of another workspace.",
    discussion: """
      Examples:
        bitext merge anna.db --dry-run      what would be taken in
        bitext merge anna.db
        bitext undo                         takes all of it back

      What both workspaces have, the same, is left alone. What they have under one
      name and is not the same is kept twice, `press` and `press (anna)`, and listed;
      remove the one that is not wanted. The other workspace stays as it is, and its
      log stays there.
      """)

  @Argument(help: "The other workspace.", completion: .file()) var file: String
  @Flag(help: "Only tell what would be done.") var dryRun = false
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let report = try workspace.open().merge(file, isTrial: dryRun)
    try output.json ? Terminal.write(json: report) : Terminal.write(report.words(isTrial: dryRun))
  }
}

extension MergeReport {
  fileprivate func words(isTrial: Bool) -> String {
    let parts = [("document pair", pairs), ("memory", memories), ("concept", concepts)]
    let lines = parts.flatMap { noun, part in part.words(noun) }
    let end = isEmpty ? "nothing to take in" : isTrial ? "nothing was stored: --dry-run" : nil
    return (lines + [end].compactMap(\.self)).joined(separator: "\n")
  }
}

extension MergeReport.Part {
  fileprivate func words(_ noun: String) -> [String] {
    guard !added.isEmpty || same > 0 || !conflicts.isEmpty else { return [] }
    let plural = noun == "memory" ? "memories" : noun + "s"
    let count = { (number: Int) in number == 1 ? "1 \(noun)" : "\(number) \(plural)" }
    return ["\(count(added.count)) added, \(same) the same, \(conflicts.count) in two versions"]
      + conflicts.map { "  \($0.name): the other one is \($0.keptAs)" }
  }
}
