internal import ArgumentParser
internal import Workbench

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells how far the review of a document pair, or of all, has come.",
    discussion: """
      Examples:
        bitext status
        bitext status press
        bitext status press --json
      """)

  @Argument(help: "A document pair; without it the whole workspace.") var name: String?
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let bench = try workspace.open()
    if let name {
      let figures = try bench.figures(of: name)
      try output.json ? Terminal.write(json: figures) : Terminal.write(figures.words)
    } else {
      let figures = try bench.figures()
      try output.json ? Terminal.write(json: figures) : Terminal.write(figures.words)
    }
  }
}

extension PairFigures {
  fileprivate var words: String {
    let facts = facts.words.isEmpty ? [] : [facts.words]
    let counts = statuses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    let lines = [
      "\(name): \(sourceLanguage) → \(targetLanguage), \(rows.of("row"))", shapeWords,
      "\(counts); \(decided) of \(rows) decided", riskWords,
    ]
    return (lines + movedWords + facts).joined(separator: "\n  ")
  }
}

extension WorkspaceFigures {
  fileprivate var words: String {
    let kept = vectors.count == 0 ? "" : "\nkept for aligning again: \(vectors.words)"
    let glossary = "glossary of \(concepts.of("concept"))"
    return "workspace \(workspace), \(glossary)\(kept)\n" + catalogue.tables
  }
}
