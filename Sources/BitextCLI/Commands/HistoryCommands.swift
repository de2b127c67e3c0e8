internal import ArgumentParser
internal import Workbench

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Tells what was done, by whom and when, the oldest first.",
    discussion: """
      Examples:
        bitext log press
        bitext log press:42       what was done to row 42
        bitext log --glossary
        bitext log --json
      """)

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let bench = try workspace.open()
    let events = try scope.row.map(bench.log) ?? bench.log(scope.scope)
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
        "\(event.words)\(end)",
      ])
    }
    return table.text
  }
}

extension Event {
  fileprivate var place: String {
    let ofAll = ["merge", "purge"].contains { action == $0 || subject.hasPrefix("\($0) ") }
    return document ?? (ofAll ? "workspace" : "glossary")
  }

  /// `nudge-down row 41`.
  var words: String { subject.isEmpty ? action : "\(action) \(subject)" }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes the last change back, as often as you like.",
    discussion: """
      Examples:
        bitext undo press
        bitext undo press:42         the last change of row 42
        bitext undo press:42 --yes   without asking
        bitext undo --glossary
        bitext undo

      The last change of a row goes with every later one that builds on it: they
      are listed, and you are asked. `bitext redo press` does all of them again.
      """)

  @OptionGroup var scope: ScopeOptions
  @Flag(help: "Take changes of a row back without asking.") var yes = false
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    if let row = try scope.row { return try undo(row) }
    let event = try workspace.open().undo(scope.scope)
    try Terminal.write("\(event.place): took back '\(event.subject)'")
  }
}

extension UndoCommand {
  /// Takes the last change of a row back, once a person has seen what goes with it.
  private func undo(_ row: RowSelection) throws {
    let bench = try workspace.open()
    let undo = try bench.rowUndo(row)
    let count = undo.events.count.of("change")
    try Terminal.write("\(undo.place): \(count) to take back, the last first\n\(undo.events.table)")
    guard try yes || Question.isAgreed("take \(undo.events.count == 1 ? "it" : "them") back?")
    else {
      throw NotAgreed(place: undo.place, problem: "nothing was taken back")
    }
    try bench.undo(undo)
    try Terminal.write("\(undo.place): took back \(count)")
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
