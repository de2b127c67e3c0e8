internal import ArgumentParser
internal import Workbench

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Does one review action to one row, for scripts.",
    discussion: """
      Examples:
        bitext edit press:42 confirm
        bitext edit press:42 nudge-down target     its last target segment goes below
        bitext edit press:42 merge-down
        bitext edit press:42 split 1 0+12          after 1 source segment and 12 bytes
                                                   of the first target segment
        bitext edit press:42 edit "New text."
        bitext edit press:42 -- edit "-5 degrees"

      Actions: \(Bench.actionForms.joined(separator: ", ")).
      The rows it touched are printed. Each action is one event: `bitext undo
      press` takes it back.
      """)

  @Argument(help: "The document pair and the row: press:42.") var row: String
  @Argument(help: "What to do, with its own arguments.") var action: [String]
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func run() throws {
    let row = try RowSelection(row)
    let touched = try workspace.open().perform(action.joined(separator: " "), on: row)
    if json.json { return try Terminal.write(json: touched) }
    let layout = RowLayout()
    for row in touched.rows { try Terminal.write(layout.text(row)) }
  }
}
