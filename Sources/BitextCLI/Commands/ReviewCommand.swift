internal import ArgumentParser
internal import Workbench

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Goes through the rows nobody has seen yet, one at a time.",
    discussion: """
      Examples:
        bitext review press --doubtful             only rows that want a look
        bitext review press --worst-first          the least probable first
        printf 'y\\nn\\nq\\n' | bitext review press   keys from a script, one a line

      Each key is stored the moment it is pressed; q, Ctrl-C or the end of the
      input ends the review, and the next one goes on from there:
      \(PlainReview.keys.map { "  \($0.key)  \($0.help)" }.joined(separator: "\n"))

      $VISUAL or $EDITOR edits the target text at a terminal; else a line is asked
      for.
      """)

  @Argument(help: "The document pair.") var name: String
  @Flag(help: "Only rows that want a look: improbable, doubted, or changed.") var doubtful = false
  @Flag(help: "The least probable row first; else as they stand in the texts.")
  var worstFirst = false
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let bench = try workspace.open()
    var prompt = ReviewPrompt(
      try bench.plainReview(
        name, doubtful: doubtful, worstFirst: worstFirst, lexicon: DataFolder.lexiconOrNote))
    try prompt.run()
  }
}
