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

      Of document pairs with the same texts each row is taken from the workspace where
      somebody changed it. Rows that both changed stay as they are here, and are
      listed. What they have under one name and is not the same is kept twice, `press`
      and `press (anna)`; remove the one that is not wanted. The other workspace stays
      as it is, and its log stays there.
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
    guard [added.count, same, conflicts.count, combined.count] != [0, 0, 0, 0] else { return [] }
    let plural = noun == "memory" ? "memories" : noun + "s"
    let count = { (number: Int) in number == 1 ? "1 \(noun)" : "\(number) \(plural)" }
    let head = "\(count(added.count)) added, \(same) the same, \(conflicts.count) in two versions"
    return [head] + combined.map(\.words)
      + conflicts.map { "  \($0.name): the other one is \($0.keptAs)".harmless }
  }
}

extension MergeReport.Combined {
  fileprivate var words: String {
    let both = conflicts.prefix(20).map(String.init).joined(separator: ", ")
    let more = conflicts.count > 20 ? " and \(conflicts.count - 20) more" : ""
    let end = conflicts.isEmpty ? "" : "; changed in both: \(both)\(more)"
    return "  \(name): \(rows.of("row")) taken in\(end)".harmless
  }
}
