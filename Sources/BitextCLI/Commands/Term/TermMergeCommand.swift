internal import ArgumentParser
internal import Bitext
internal import Workbench

struct TermMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins two concepts that mean the same.",
    discussion: """
      Examples:
        bitext term merge T001 T200                T200's terms go to T001
      """)

  @Argument(help: "The concept that stays.") var concept: String
  @Argument(help: "The concept whose terms go to it.") var other: String
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let merged = try workspace.open().mergeConcepts(concept, other)
    try json.json ? Terminal.write(json: merged) : Terminal.write(merged.words)
  }
}
