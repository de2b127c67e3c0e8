internal import ArgumentParser
internal import Workbench

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the rows of a document pair, both texts side by side.",
    discussion: """
      Examples:
        bitext show press
        bitext show press:42
        bitext show press:10-20 --json

      Each row has its number, how many segments stand on each side, the
      probability that it is right, and the reasons to look at it. A question mark
      says that it wants a look, a tick that a person has decided.
      """)

  @Argument(help: "A document pair, or one row or a range of its rows.") var rows: String
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let selection = try RowSelection(rows)
    let view = try workspace.open().show(selection)
    try output.json ? Terminal.write(json: view) : Terminal.write(view.text)
  }
}

extension PairView {
  fileprivate var text: String {
    let layout = RowLayout()
    let head = "\(name)  \(sourceLanguage) → \(targetLanguage)  \(rowCount.of("row"))"
    return ([head.inColour(.bold)] + rows.map(layout.text)).joined(separator: "\n")
  }
}
