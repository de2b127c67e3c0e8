internal import ArgumentParser
internal import Workbench

struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Gives a document pair another name.",
    discussion: """
      Examples:
        bitext rename press 发布会
      """)

  @Argument(help: "The document pair.") var name: String
  @Argument(help: "Its new name.") var new: String
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    try workspace.open().rename(name, to: new)
    try Terminal.write("\(name) is now \(new)")
  }
}

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes document pairs; undo brings them back.",
    discussion: """
      Examples:
        bitext remove press
        bitext undo press
      """)

  @Argument(help: "The document pairs.") var names: [String]
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    try workspace.open().remove(names)
    try Terminal.write(names.map { "removed \($0)" }.joined(separator: "\n"))
  }
}

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "States what is known of a document pair: client, domain, date, note.",
    discussion: """
      Examples:
        bitext set press client=SCIO domain=law
        bitext set press date=2023-03-16 note=
      """)

  @Argument(help: "The document pair.") var name: String
  @Argument(help: "KEY=VALUE; nothing after the sign clears.") var changes: [String]
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let facts = try workspace.open().set(changes, of: name)
    try output.json
      ? Terminal.write(json: facts)
      : Terminal.write("\(name): \(facts.words.isEmpty ? "nothing known" : facts.words)")
  }
}
