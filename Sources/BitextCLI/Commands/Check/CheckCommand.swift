internal import ArgumentParser
internal import Workbench

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks translations: numbers, terms, placeholders, marks and more.",
    discussion: """
      Examples:
        bitext check press                          all rows of a document pair
        bitext check press:10-20 --only number,date
        bitext check --skip width,length            everything in the workspace
        bitext check press:42 --dismiss number      a false alarm: not told again
        bitext check --list                         the rules

      A finding has its row, its rule, what is wrong, and the words. What is dismissed
      stays so until the row's text changes; `bitext undo press` takes it back.
      $XDG_CONFIG_HOME/bitext/checks.conf sets how grave each rule is, or off.
      Exit status 1 with findings.
      """)

  @Argument(help: "Document pairs, memories or rows: press, press:42; without one all.")
  var names: [String] = []
  @Option(help: .init("Ask only these rules, divided by commas.", valueName: "rules"))
  var only: RuleList?
  @Option(help: .init("Leave these rules out.", valueName: "rules")) var skip: RuleList?
  @Option(help: .init("Dismiss what these rules found; `all` for every rule.", valueName: "rules"))
  var dismiss: RuleList?
  @Flag(help: "List the rules.") var list = false
  @Flag(help: "Print a table of columns divided by tabs.") var tsv = false
  @Option(
    help: .init(
      "A file that sets how grave each rule is; else checks.conf of your settings.",
      valueName: "file"), completion: .file())
  var rules: String?
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var json: JSONOption

  func validate() throws {
    if dismiss != nil, names.isEmpty { throw ValidationError("--dismiss wants a row: press:42.") }
  }

  func run() throws {
    if list { return try printRules() }
    let settings = try settings()
    let selections = try names.map(RowSelection.init)
    let bench = try workspace.open()
    if let dismiss {
      let count = try selections.reduce(0) { count, selection in
        try count + bench.dismiss(dismiss.rules, at: selection, settings, data: .current)
      }
      try Terminal.write("dismissed \(count.of("finding"))")
      if count == 0 { throw ExitCode.findings }
      return
    }
    try bench.check(selections, settings, data: .current).print(json: json.json, tsv: tsv)
  }

  private func settings() throws -> CheckSettings {
    var settings = try CheckSettings.current(rules)
    settings.ask(only: only?.rules ?? [])
    settings.skip(skip?.rules ?? [])
    return settings
  }

  private func printRules() throws {
    let settings = try settings()
    if json.json {
      return try Terminal.write(json: CheckRule.allCases.map { RuleEntry($0, settings) })
    }
    var table = Table(["RULE", "SEVERITY", "WHAT IT FINDS"])
    for rule in CheckRule.allCases {
      let entry = RuleEntry(rule, settings)
      table.add([entry.rule, entry.severity, entry.finds])
    }
    try Terminal.write(table.text)
  }
}

/// A rule as it is listed.
private struct RuleEntry: Codable {
  var rule: String
  var severity: String
  var finds: String

  init(_ rule: CheckRule, _ settings: CheckSettings) {
    self.rule = rule.rawValue
    severity = settings.severity(of: rule, in: "")?.rawValue ?? "off"
    finds = rule.words
  }
}
