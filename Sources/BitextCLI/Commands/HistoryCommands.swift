internal import ArgumentParser
internal import Workbench

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Tells what was done, by whom and when, the oldest first.",
    discussion: """
      Examples:
        bitext log press
        bitext log --glossary
        bitext log --json
      """)

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let events = try workspace.open().log(scope.scope)
    try output.json ? Terminal.write(json: events) : Terminal.write(events.table)
    if events.isEmpty { throw ExitCode.findings }
  }
}

extension [Event] {
  fileprivate var table: String {
    guard !isEmpty else { return "nothing was done yet" }
    var table = Table(["EVENT", "TIME", "AUTHOR", "WHERE", "WHAT"], numbers: [0])
    for event in self {
      let end = event.undoneBy.map { " (taken back by \($0))" } ?? ""
      table.add([
        "\(event.id)", event.time.time, event.author, event.place,
        "\(event.action) \(event.subject)\(end)",
      ])
    }
    return table.text
  }
}

extension Event {
  fileprivate var place: String { document ?? "glossary" }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes the last change back, as often as you like.",
    discussion: """
      Examples:
        bitext undo press
        bitext undo --glossary
        bitext undo
      """)

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let event = try workspace.open().undo(scope.scope)
    try Terminal.write("\(event.place): took back '\(event.subject)'")
  }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Does again what the last undo took back.",
    discussion: """
      Examples:
        bitext redo press
        bitext redo --glossary
        bitext redo
      """)

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let event = try workspace.open().redo(scope.scope)
    try Terminal.write("\(event.place): did again '\(event.subject)'")
  }
}
