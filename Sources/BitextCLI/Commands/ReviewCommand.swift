internal import ArgumentParser
internal import Workbench

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Goes through the rows: on the whole screen, or one at a time.",
    discussion: """
      Examples:
        bitext review press                        on the whole screen; ? shows the keys
        bitext review press --worst-first          the least probable doubtful row first
        bitext review press --keys omegat          the keys of another program
        bitext review press --plain                one row at a time, for screen readers
        printf 'y\\nn\\nq\\n' | bitext review press   keys from a script, one a line

      Each key is stored the moment it is pressed; q, Ctrl-C or the end of the
      input ends the review, and the next one goes on from there. Where no person
      sits at a terminal, and with --plain, these are the keys:
      \(PlainReview.keys.map { "  \($0.key)  \($0.help)" }.joined(separator: "\n"))

      There $VISUAL or $EDITOR edits the target text at a terminal; else a line is
      asked for.
      """)

  @Argument(help: "The document pair.") var name: String
  @Flag(help: "Only rows that want a look: improbable, doubted, or changed.") var doubtful = false
  @Flag(help: "One row at a time, lines below each other.") var plain = false
  @OptionGroup var habits: HabitOptions
  @OptionGroup(title: "Encoder") var encoder: EncoderOptions
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let settings = try habits.read()
    let bench = try workspace.open()
    guard !plain, Terminal.isScreen else {
      var prompt = ReviewPrompt(
        try bench.plainReview(
          name, doubtful: doubtful, worstFirst: habits.worstFirst,
          means: DataFolder.meansOrNote(encoder.choice)))
      return try prompt.run()
    }
    let choice = encoder.choice
    var desk = try bench.reviewDesk(name, settings) {
      try DataFolder.current.means(for: $0, $1, encoder: choice)
    }
    if doubtful { _ = desk.show(.doubtful) }
    var screen = ReviewScreen(desk)
    try screen.run()
  }
}
